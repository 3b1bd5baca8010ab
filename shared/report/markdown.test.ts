// Markdown: every text comes back when the escaping of the format is undone, and nothing in it means anything.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeBlock, escapeLine } from './escape-markdown.ts'
import { renderReport } from './render.ts'
import { makeReport } from './report.ts'
import { NASTY, note, sample } from './samples.ts'

/** What a reader of CommonMark does: hard breaks, `<br>`, backslashes before punctuation, numeric entities. */
function undo(escaped: string, indent = ''): string {
  const mark = /\\\n|<br>|\\([!-/:-@[-`{-~])|&#(\d+);/g
  const lines = indent ? escaped.replaceAll(`\\\n${indent}`, '\\\n') : escaped
  return lines.replace(
    mark,
    (_, sign?: string, code?: string) =>
      sign ?? (code === undefined ? '\n' : String.fromCharCode(Number(code))),
  )
}

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'\\`*_[]<>&|~#-+1.)! \t\r\nabr:/w@') }),
)

const markdown = (input: Parameters<typeof makeReport>[0]) => renderReport('md', makeReport(input)).body

/** The items of the last list, each with its following lines. */
function items(body: string): string[] {
  const list = body.slice(body.lastIndexOf('\n### ')).split('\n\n')[1]!
  return list.split(/\n(?=- )/).map((item) => item.slice(2))
}

describe('the Markdown report', () => {
  it('tells the workshop in order', () => {
    const body = markdown(sample())
    const order = [
      '# La ville en partage',
      'Restitution de l’atelier. Le mardi 5 mai 2026, de 16 h 00 à 17 h 32 (temps universel).',
      '- **34** personnes',
      '## Ce que nous pourrions partager',
      '*Remue-méninges*',
      '> Pour mieux vivre',
      '### Des lieux',
      '- Rouvrir les rez-de-chaussée',
      '### Sans groupe',
      '- Une camionnette à se prêter',
      '## Les idées à creuser',
      '### Les idées les plus soutenues',
      '| Rang | Proposition | gommettes |',
      '| --: | --- | --: |',
      '| 1 | Des lieux | 3 | 3 gommettes, 2 personnes |',
      'Chaque personne avait 3 gommettes',
      '3 bulletins sur 5 personnes.',
      'code GRVKMT',
    ]
    const places = order.map((part) => body.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says that nothing was opened', () => {
    const input = sample()
    input.session = { ...input.session, played: {}, rounds: {} }
    expect(markdown(input)).toContain('Aucune étape n’a encore été ouverte.')
  })

  it('has first names only when they were asked for', () => {
    expect(markdown(sample())).not.toContain('Nadia')
    expect(markdown(sample({ names: { n1: '*Nadia*' } }))).toContain(
      '- Rouvrir les rez-de-chaussée *(\\*Nadia\\*)*',
    )
  })

  it('writes a table in any activity’s words', () => {
    const report = makeReport(sample())
    report.sections[0]!.blocks = [{ type: 'table', title: 'A|B', head: ['x', 'n'], rows: [['a\n|', 3]] }]
    expect(renderReport('md', report).body).toContain(
      '### A\\|B\n\n| x | n |\n| --- | --: |\n| a<br>\\| | 3 |',
    )
  })

  it('gives every note back, one item each', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const notes = texts.map((one, i) => note(`n${i}`, one))
        const body = markdown(sample({ notes: { a1: notes } })).split('\n\n## Les idées à creuser')[0]!
        expect(items(body).map((item) => undo(item, '  '))).toEqual(texts)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('escaping', () => {
  it.each(NASTY)('leaves nothing that means anything: %j', (nasty) => {
    const line = escapeLine(nasty)
    expect(undo(line)).toBe(nasty)
    expect(line).not.toContain('\n')
    const bare = line.replace(/<br>|\\[!-/:-@[-`{-~]|&#\d+;/g, 'x')
    expect(bare).not.toMatch(/[\\`*_[\]<>&|~#@]|:\/\/|www\.|^[ \t]|[ \t]$/)
    expect(bare).not.toMatch(/^([-+>]|\d+[.)]\s)/)
  })

  it('is undone for every text, on one line and on several', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('', '  ', '> '), (any, indent) => {
        expect(undo(escapeLine(any))).toBe(any)
        expect(undo(escapeBlock(any, indent), indent)).toBe(any)
      }),
      { numRuns: 2000 },
    )
  })

  it('breaks no block: no empty line, and each line begun by the indent', () => {
    fc.assert(
      fc.property(text, (any) => {
        const [, ...lines] = escapeBlock(any, '> ').split('\n')
        for (const line of lines) expect(line).toMatch(/^> ./)
      }),
    )
  })
})
