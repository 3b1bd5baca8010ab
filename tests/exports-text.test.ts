// The exports that are plain text, read by the libraries of others: CommonMark, RFC 4180 and RFC 5545, in both languages and
// with the nastiest texts. What they read is what was written.
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { print } from '../server/report/print.ts'
import type { Note } from '../shared/board/note.ts'
import { unguardCell } from '../shared/report/csv.ts'
import type { Format } from '../shared/report/formats.ts'
import { makeReport } from '../shared/report/report.ts'
import { NASTY, note, sample } from '../shared/report/samples.ts'

interface Token {
  type: string
  content: string
  children: Token[] | null
}

/** What these tests need of libraries whose types this project does not have. */
interface Readers {
  'markdown-it': new (preset: 'commonmark', options: object) => { parse(text: string, env: object): Token[] }
  papaparse: { parse(text: string, options: object): { data: string[][]; errors: unknown[] } }
  'ical.js': {
    default: {
      parse(text: string): unknown[]
      Component: new (given: unknown[]) => {
        getAllSubcomponents(name: string): { getFirstPropertyValue(name: string): { toString(): string } }[]
      }
    }
  }
}

async function reader<K extends keyof Readers>(name: K): Promise<Readers[K]> {
  if (name === 'ical.js') return (await import('ical.js')) as unknown as Readers[K]
  return createRequire(import.meta.url)(name) as Readers[K]
}

const TEXTS = [
  ...NASTY,
  'مرحبا بالعالم (نص) 123',
  'שלום עולם',
  '👩‍🌾 et 👨‍👩‍👧',
  '=cmd|’/C calc’!A0',
  '<b>gras</b> & <script>alert(1)</script>',
  '| une | cellule |',
  '# pas un titre',
  '- pas une liste',
  'Une phrase qui tient cinq cents signes, '.repeat(13).slice(0, 500),
]

async function written(language: 'fr' | 'en', format: Format): Promise<string> {
  const input = sample({ language })
  const typed: Note[] = TEXTS.map((text, i) => note(`t${i}`, text))
  const action = note('act', 'Recenser, compter ; ranger \\ les outils', {
    fields: { owner: 'Nadia', date: '2026-06-12' },
  })
  input.notes['a1'] = [...input.notes['a1']!, ...typed, action]
  return Buffer.from((await print({ format, report: makeReport(input) }))!).toString()
}

/** Line ends and the blanks around them are layout to a reader of Markdown. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('markdown: a reader of CommonMark finds each note as a text of a list, and no markup in it', async () => {
    const Markdown = await reader('markdown-it')
    const tokens = new Markdown('commonmark', { html: true }).parse(await written(language, 'md'), {})
    const inline = tokens.filter(({ type }) => type === 'inline')
    const kinds = new Set(
      [...tokens, ...inline.flatMap(({ children }) => children ?? [])].map(({ type }) => type),
    )
    for (const kind of ['html_block', 'link_open', 'image', 'code_inline', 'fence', 'code_block'])
      expect(kinds).not.toContain(kind)
    const said = (token: Token) =>
      token.type === 'softbreak' || token.type === 'hardbreak' || /^<br>$/.test(token.content)
        ? ' '
        : token.content
    for (const { type, content } of inline.flatMap(({ children }) => children ?? []))
      if (type === 'html_inline') expect(content).toBe('<br>')
    const texts = inline.map(({ children }) => flat((children ?? []).map(said).join('')))
    for (const text of TEXTS.filter((one) => flat(one) !== ''))
      expect(
        texts.some((one) => one === flat(text.replaceAll('\0', '\ufffd'))),
        text,
      ).toBe(true)
  })

  test('csv: a reader of RFC 4180 finds each note in one cell, and none that starts a formula', async () => {
    const { parse } = await reader('papaparse')
    const { data, errors } = parse((await written(language, 'csv')).replace('\ufeff', ''), {
      delimiter: language === 'fr' ? ';' : ',',
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    expect(new Set(data.map((row) => row.length)).size).toBe(1)
    const cells = new Set(data.flat())
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    const back = new Set([...cells].map(unguardCell))
    for (const text of TEXTS) expect(back, text).toContain(text)
  })

  test('ics: a reader of RFC 5545 finds the action, on its day', async () => {
    const { default: ical } = await reader('ical.js')
    const [event, ...others] = new ical.Component(
      ical.parse(await written(language, 'ics')),
    ).getAllSubcomponents('vevent')
    expect(others).toEqual([])
    expect(event!.getFirstPropertyValue('summary')).toBe('Recenser, compter ; ranger \\ les outils (Nadia)')
    expect(event!.getFirstPropertyValue('dtstart').toString()).toBe('2026-06-12')
  })
})
