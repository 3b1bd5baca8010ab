// Parses ICU messages while the pages are built: phones load short trees and no parser. Called by vite.config.ts.
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { isPlain } from '../../shared/i18n/translate.ts'

const CATALOGUE = /\/shared\/(i18n\/[\w.]+|activities\/[\w-]+\/messages)\.json$/
const PARSER = '@formatjs/icu-messageformat-parser'

/** Message catalogues as modules of parsed texts, and the message library without its parser. */
export function parsedMessages(): Plugin {
  return {
    name: 'parsed-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const fromLibrary = source === PARSER && importer?.includes('intl-messageformat')
      return fromLibrary ? this.resolve(`${PARSER}/no-parser.js`, importer) : null
    },
    transform(code, id) {
      if (!CATALOGUE.test(id)) return null
      return { code: JSON.stringify(JSON.parse(code, (_key, value: unknown) => parsed(value))), map: null }
    },
  }
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || isPlain(value)) return value
  return parse(value, { ignoreTag: true, captureLocation: false })
}
