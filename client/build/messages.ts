// Message catalogues as the pages load them: one small JSON file for each face, each exercise and language, parsed while the
// pages are built, so that phones load short trees, no parser and no list of files. Called by vite.config.ts.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { isPlain, isWritten, PARSING, type Messages } from '../../shared/i18n/translate.ts'
import { NAMES, readLanguages } from '../../shared/languages.ts'

type Texts = Record<string, unknown>

const CATALOGUE = /\/shared\/(i18n\/[\w.]+|activities\/[\w-]+\/messages)\.json$/
const NAMED = '/shared/languages.ts'
const PARSER = '@formatjs/icu-messageformat-parser'
const PLACE = 'virtual:texts'
/** Texts of parts that few see, loaded beside those of a face. */
const PARTS = ['chooser', 'own', 'turn', 'writing']
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
      // Pages get the names of the languages; the texts of all of them stay at home.
      if (id.endsWith(NAMED) && this.environment.config.consumer === 'client') return names()
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
  const further = readLanguages(join(shared, 'languages'))
  const all = [...faces(shared), ...exercises(shared)].flatMap(([name, { fr, en }, also]) => [
    [`${name}.fr.json`, fr] as const,
    [`${name}.en.json`, en] as const,
    ...Object.entries(further).map(([language, texts]) => {
      const own = also.map(([where, one]) => texts[where][one])
      return [`${name}.${language}.json`, Object.assign({}, en, ...own) as Texts] as const
    }),
  ])
  return Object.fromEntries(all)
}

/** Name, texts, and where a further language has them, the common ones first. */
type Written = [name: string, texts: Messages, also: ['faces' | 'activities', string][]]

function faces(shared: string): Written[] {
  const both = (name: string): Messages => {
    const of = (language: string) => read(join(shared, 'i18n', `${name}.${language}.json`)) as Messages['fr']
    return { fr: of('fr'), en: of('en') }
  }
  const common = both('common')
  const names = readdirSync(join(shared, 'i18n')).flatMap((file) => /^(\w+)\.fr\.json$/.exec(file)?.[1] ?? [])
  return names
    .filter((name) => name !== 'common')
    .map((name): Written => {
      const { fr, en } = both(name)
      if (PARTS.includes(name)) return [name, { fr, en }, [['faces', name]]]
      const also: Written[2] = [
        ['faces', 'common'],
        ['faces', name],
      ]
      return [name, { fr: { ...common.fr, ...fr }, en: { ...common.en, ...en } }, also]
    })
}

function exercises(shared: string): Written[] {
  const texts = (kind: string) =>
    read(join(shared, 'activities', kind, 'messages.json')) as unknown as Messages
  const writing = (language: string) => read(join(shared, 'i18n', `writing.${language}.json`)) as Texts
  const both = { fr: writing('fr'), en: writing('en') } as Messages
  return kinds(shared).map((kind) => {
    const { fr, en } = texts(kind)
    if (!isWritten({ fr, en })) return [kind, { fr, en }, [['activities', kind]]]
    const also: Written[2] = [
      ['faces', 'writing'],
      ['activities', kind],
    ]
    return [kind, { fr: { ...both.fr, ...fr }, en: { ...both.en, ...en } }, also]
  })
}

/** The page's own version of shared/languages.ts. */
function names(): string {
  return `export const NAMES = ${JSON.stringify(NAMES)}\nexport const LANGUAGES = Object.keys(NAMES)`
}

function files(shared: string): string[] {
  const faces = readdirSync(join(shared, 'i18n')).map((name) => join(shared, 'i18n', name))
  const exercises = kinds(shared).map((kind) => join(shared, 'activities', kind, 'messages.json'))
  const further = readdirSync(join(shared, 'languages')).map((name) => join(shared, 'languages', name))
  return [...faces, ...exercises, ...further]
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
