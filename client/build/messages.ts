// Message catalogues as the pages load them: one language at a time, and parsed while the pages are built, so that
// phones load short trees and no parser. Called by vite.config.ts.
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { isPlain } from '../../shared/i18n/translate.ts'

const CATALOGUE = /\/shared\/(i18n\/[\w.]+|activities\/[\w-]+\/messages)\.json(\?(fr|en))?$/
const PARSER = '@formatjs/icu-messageformat-parser'

/** `messages.json?fr` is its French half; in a build every text is parsed, and the message library comes without its parser. */
export function parsedMessages(): Plugin {
  let building = false
  return {
    name: 'parsed-messages',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build'
    },
    resolveId(source, importer) {
      const fromLibrary = building && source === PARSER && importer?.includes('intl-messageformat')
      return fromLibrary ? this.resolve(`${PARSER}/no-parser.js`, importer) : null
    },
    transform(code, id) {
      const [, , , language] = CATALOGUE.exec(id) ?? []
      if (!CATALOGUE.test(id) || (!building && !language)) return null
      const whole = JSON.parse(code) as Record<string, unknown>
      const part = language ? whole[language] : whole
      const json = JSON.stringify(building ? parsed(part) : part)
      return language
        ? { code: `export default ${json}`, map: null, moduleType: 'js' }
        : { code: json, map: null }
    },
  }
}

/** Every text of a catalogue that is more than itself, as a tree. */
function parsed(value: unknown): unknown {
  if (typeof value === 'string')
    return isPlain(value) ? value : parse(value, { ignoreTag: true, captureLocation: false })
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parsed(inner)]))
}
