// The table: RFC 4180, no formula in any cell, every text given back by undoing quotes and guard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell, unguardCell } from './csv.ts'
import { renderReport } from './render.ts'
import { makeReport } from './report.ts'
import { NASTY, note, sample } from './samples.ts'
import type { Report, ReportInput } from './model.ts'

/** A reader of RFC 4180 with every cell quoted: throws on anything else. */
function parse(body: string, separator: string): string[][] {
  expect(body.startsWith('\ufeff')).toBe(true)
  const cell = /"((?:[^"]|"")*)"(\r\n|.)/suy
  const rows: string[][] = [[]]
  cell.lastIndex = 1
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body)
    if (!found) throw new Error('not RFC 4180')
    rows.at(-1)!.push(found[1]!.replaceAll('""', '"'))
    if (found[2] === '\r\n') rows.push([])
    else expect(found[2]).toBe(separator)
  }
  return rows.slice(0, -1)
}

const rowsOf = (input: ReportInput) => read(makeReport(input))

function read(report: Report): Record<string, string>[] {
  const { body } = renderReport('csv', report)
  const [head, ...rows] = parse(body, report.language === 'fr' ? ';' : ',')
  for (const row of rows) expect(row).toHaveLength(head!.length)
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, unguardCell(row[i]!)])))
}

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...`'"=+-@;,\t\r\n\0 \u200b\ufeff\u00a0＝－x`) }),
)

describe('the CSV report', () => {
  it('has one row for each visible note and each option', () => {
    const rows = rowsOf(sample({ language: 'en' }))
    expect(rows.map((row) => [row.type, row.activity, row.id])).toEqual([
      ['note', 'a1', 'g1'],
      ['note', 'a1', 'n1'],
      ['note', 'a1', 'n2'],
      ['note', 'a1', 'n3'],
      ['option', 'a2', 'g1'],
      ['option', 'a2', 'n3'],
    ])
    expect(rows[2]).toMatchObject({ text: 'Qui tient les clés ?', colour: 'lilas', group: 'Des lieux' })
    expect(rows[4]).toMatchObject({ votes: '3', supporters: '2', rank: '1', kind: 'dot-vote' })
    expect(rows[5]).toMatchObject({ votes: '3', supporters: '2', rank: '1', colour: 'menthe' })
  })

  it('gives the lines of a card under their names, and what its paper stands for', () => {
    const input = sample({ language: 'en' })
    const scan = { id: 'a9', kind: 'pestel', title: 'Scan', settings: {} }
    const card = note('s1', 'Rents double', {
      tone: 'lilas',
      under: 'economic',
      fields: { evidence: '=INSEE', tag: 'x' },
    })
    const report = makeReport({
      ...input,
      programme: { ...input.programme, activities: [...input.programme.activities, scan] },
      session: { ...input.session, played: { ...input.session.played, a9: input.session.played['a1']! } },
      notes: { ...input.notes, a9: [card] },
    })
    const row = read(report).find(({ id }) => id === 's1')
    expect(row).toMatchObject({
      group: 'Economic',
      meaning: 'weak signal',
      Tag: 'x',
      'Evidence or source': '=INSEE',
    })
    const { activities } = JSON.parse(String(renderReport('json', report).body)) as {
      activities: { id: string; notes: object[] }[]
    }
    expect(activities.find(({ id }) => id === 'a9')!.notes[0]).toMatchObject({
      ...{ meaning: 'weak signal', fields: { evidence: '=INSEE', tag: 'x' } },
    })
  })

  it('speaks French with semicolons', () => {
    const [first, ...rest] = rowsOf(sample())
    expect(Object.keys(first!).slice(0, 7)).toEqual([
      'type',
      'étape',
      'exercice',
      'titre',
      'question',
      'identifiant',
      'texte',
    ])
    expect(rest.at(-1)).toMatchObject({ type: 'proposition', voix: '3', personnes: '2', rang: '1' })
  })

  it('names the column a note lies in', () => {
    const input = sample({ notes: { a1: [note('n1', 'Une halle', { under: 'col-2' })] } })
    input.programme.activities[0]!.settings = { columns: ['Besoins', 'Ressources'] }
    expect(rowsOf(input)[0]).toMatchObject({ groupe: 'Ressources' })
  })

  it('has first names only when they were asked for', () => {
    expect(Object.keys(rowsOf(sample())[0]!)).not.toContain('prénom')
    const rows = rowsOf(sample({ names: { n1: '=Nadia' } }))
    expect(rows.map((row) => row['prénom']).slice(0, 3)).toEqual(['', '=Nadia', ''])
  })

  it('takes the figures of any method that counts by option', () => {
    const report = makeReport(sample({ language: 'en' }))
    report.sections[1]!.result = {
      counts: { g1: 8 },
      percent: { g1: 44.4 },
      results: { n3: { mean: '10/3', rated: true } },
      blank: 3,
    }
    const [g1, n3] = read(report).slice(-2)
    expect(g1).toMatchObject({ votes: '8', percent: '44.4', mean: '' })
    expect(n3).toMatchObject({ votes: '', mean: '10/3' })
    expect(Object.keys(n3!)).not.toContain('blank')
  })

  it('gives every text back', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('fr' as const, 'en' as const), (one, other, language) => {
        const input = sample({
          language,
          notes: { a1: [note('n1', one), note('n2', other, { under: 'n1' })] },
        })
        input.session.rounds.a2![0]!.paper.options[0]!.label = other
        const rows = rowsOf(input).map((row) => row.text ?? row.texte)
        expect(rows.slice(0, 3)).toEqual([one, other, other])
      }),
      { numRuns: 500 },
    )
  })
})

describe('guardCell', () => {
  const starts = /^[\s\u200b\u2060\ufeff\0]*[=+\-@＝＋－＠]/

  it.each(NASTY)('lets no formula start: %j', (nasty) => {
    expect(guardCell(nasty)).not.toMatch(starts)
    expect(guardCell(nasty)).not.toMatch(/^[\t\r\n\0]/)
    expect(unguardCell(guardCell(nasty))).toBe(nasty)
  })

  it('leaves plain words alone', () => {
    for (const plain of ['Une idée', '', '3 = trois', "l'eau", 'a-b']) expect(guardCell(plain)).toBe(plain)
  })

  it('is undone for every text, and guards every start', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(unguardCell(guardCell(any))).toBe(any)
        expect(guardCell(any)).not.toMatch(starts)
      }),
      { numRuns: 2000 },
    )
  })
})
