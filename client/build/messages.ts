// Message catalogues as the pages load them: one small JSON file for each face, each exercise and language, parsed while the
// pages are built, so that phones load short trees, no parser and no list of files. Called by vite.config.ts.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { isPlain, PARSING } from '../../shared/i18n/translate.ts'

type Texts = Record<string, unknown>

const CATALOGUE = /\/shared\/(i18n\/[\w.]+|activities\/[\w-]+\/messages)\.json$/
const PARSER = '@formatjs/icu-messageformat-parser'
const PLACE = 'virtual:texts'
const LANGUAGES = ['fr', 'en']
const SERVED = '/texts'

/** `virtual:texts` says where the catalogues are; every text that a build ships is parsed, and the parser stays at home. */
export function parsedMessages(shared: string): Plugin {
  let building = false
  let folder = ''
  return {
    name: 'parsed-messages',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build'
    },
    buildStart() {
      const whole = JSON.stringify(catalogues(shared))
      folder = `assets/texts-${createHash('sha256').update(whole).digest('hex').slice(0, 10)}`
      if (this.meta.watchMode) for (const file of files(shared)) this.addWatchFile(file)
    },
    resolveId(source) {
      if (source === PLACE) return `\0${PLACE}`
      return building && source === PARSER ? `\0${PARSER}` : null
    },
    load(id) {
      if (id === `\0${PLACE}`)
        return `export const place = ${JSON.stringify(building ? `/${folder}` : SERVED)}`
      return id === `\0${PARSER}` ? 'export const parse = (text) => [{ type: 0, value: text }]' : null
    },
    transform: (code, id) =>
      building && CATALOGUE.test(id) ? { code: JSON.stringify(parsed(JSON.parse(code))), map: null } : null,
    generateBundle() {
      for (const [name, texts] of Object.entries(catalogues(shared)))
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: JSON.stringify(parsed(texts)) })
    },
    configureServer(server) {
      server.middlewares.use(SERVED, (request, response) => {
        const texts = catalogues(shared)[(request.url ?? '').slice(1)]
        response.statusCode = texts ? 200 : 404
        response.setHeader('content-type', 'application/json').end(JSON.stringify(texts))
      })
    },
  }
}

/** Every catalogue by file name: `phone.fr.json` holds the common texts too, `dot-vote.en.json` those of an exercise. */
function catalogues(shared: string): Record<string, Texts> {
  const i18n = join(shared, 'i18n')
  const faces = readdirSync(i18n).filter((name) => name.endsWith('.json') && !name.startsWith('common'))
  const found = faces.map((name) => {
    const common = read(join(i18n, `common${name.slice(name.indexOf('.'))}`))
    return [name, { ...common, ...read(join(i18n, name)) }] as const
  })
  const exercises = kinds(shared).flatMap((kind) => {
    const both = read(join(shared, 'activities', kind, 'messages.json'))
    return LANGUAGES.map((language) => [`${kind}.${language}.json`, both[language] as Texts] as const)
  })
  return Object.fromEntries([...found, ...exercises])
}

function files(shared: string): string[] {
  const faces = readdirSync(join(shared, 'i18n')).map((name) => join(shared, 'i18n', name))
  return [...faces, ...kinds(shared).map((kind) => join(shared, 'activities', kind, 'messages.json'))]
}

function kinds(shared: string): string[] {
  const folder = join(shared, 'activities')
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'messages.json')))
}

function read(file: string): Texts {
  return JSON.parse(readFileSync(file, 'utf8')) as Texts
}

/** Every text of a catalogue that is more than itself, as a tree. */
function parsed(value: unknown): unknown {
  if (typeof value === 'string') return isPlain(value) ? value : parse(value, PARSING)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parsed(inner)]))
}
