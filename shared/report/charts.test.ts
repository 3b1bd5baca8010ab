// Charts of scores, grids and opinion maps: every label and figure is on them, nothing lies outside, nothing is drawn of nothing.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawChart, drawStack } from './chart.ts'
import type { Drawing } from './drawing.ts'
import { drawGrid } from './grid.ts'
import { drawHullMap } from './hulls.ts'
import { inWords, outlineOf } from './outline.ts'
import { renderReport } from './render.ts'
import { makeReport } from './report.ts'
import { sample } from './samples.ts'
import { drawScores } from './scores.ts'
import { isFigure } from './tables.ts'
import { writeNumber } from './numbers.ts'
import { reportWords, writeHours } from './words.ts'

const saidOn = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.is === 'words' ? mark.lines : []))

function expectInside({ marks, width, height }: Drawing): void {
  for (const mark of marks) {
    if (mark.is === 'line') continue
    expect(mark.x >= -1 && mark.x <= width + 1, JSON.stringify(mark)).toBe(true)
    expect(mark.y >= -1 && mark.y <= height + 1, JSON.stringify(mark)).toBe(true)
    if (mark.is === 'box') expect(mark.x + mark.w <= width + 1 && mark.y + mark.h <= height + 1).toBe(true)
  }
}

test('scores: each option with its columns, its mean on their axis, and the scale', () => {
  const rows = [
    { label: 'Le bail', counts: [0, 2, 0, 4], mean: 13 / 6, figure: '2,2' },
    { label: 'Personne', counts: [0, 0, 0, 0], mean: null, figure: '' },
  ]
  const drawing = drawScores('Les notes', rows, 0)!
  expectInside(drawing)
  expect(saidOn(drawing)).toEqual(['Le bail', '2,2', 'Personne', '0', '1', '2', '3'])
  const columns = drawing.marks.filter((mark) => mark.is === 'box' && mark.fill === '#2a4ba0')
  const [mean] = drawing.marks.filter((mark) => mark.is === 'disc')
  expect(columns.map((mark) => mark.is === 'box' && mark.h)).toEqual([18, 36])
  expect(mean?.is === 'disc' && mean.x).toBeCloseTo((390 * (13 / 6 + 0.5)) / 4)
  expect(drawScores('Les notes', [rows[1]!], 0)).toBeNull()
})

test('grids: every figure in its row, none where nobody answered, and no grid too narrow to be read', () => {
  const size = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(size, size, (columns, count) => {
      const names = Array.from({ length: columns }, (_, i) => `Monde ${i}`)
      const cells = names.map((_, i) => (i === 1 ? null : { text: `v${i}`, share: i / columns }))
      const rows = Array.from({ length: count }, (_, i) => ({ label: `Option ${i}`, cells }))
      const drawing = drawGrid('T', names, rows)
      expect(drawing === null).toBe(columns > 15)
      if (!drawing) return
      expectInside(drawing)
      const said = saidOn(drawing).join(' ')
      for (const { label } of rows) expect(said).toContain(label)
      expect(saidOn(drawing).filter((line) => line === 'v0')).toHaveLength(count)
      expect(said).not.toContain('v1 ')
    }),
    { numRuns: 20 },
  )
  expect(drawGrid('T', [], [{ label: 'a', cells: [] }])).toBeNull()
})

test('opinion maps: a letter and its people for each group, also where all answered alike', () => {
  const drawing = drawHullMap('Carte', [
    {
      letter: 'A',
      people: '12 personnes',
      corners: [
        [0, 0],
        [3, 0],
        [1, 2],
      ],
    },
    { letter: 'B', people: '3 personnes', corners: [[9, 9]] },
    { letter: 'C', people: '1 personne', corners: [] },
  ])
  expectInside(drawing)
  expect(saidOn(drawing)).toEqual(['A', '12 personnes', 'B', '3 personnes', 'C', '1 personne'])
})

test('numbers are written as the language of the report writes them, and stay numbers for workbooks', () => {
  const rows = [{ rank: 1, label: 'Le bail', value: 1234.5 }]
  const block = { type: 'ranking' as const, title: 'T', unit: 'voix', rows }
  const made = makeReport(sample())
  const [section] = made.sections
  const report = { ...made, sections: [{ ...section!, blocks: [block] }] }
  const outline = outlineOf(report)
  const cells = (from: typeof outline) =>
    from.chapters[0]!.passages.map((one) => (one.is === 'chart' ? one.rows : []))
  expect(cells(outline)).toEqual([[[1, 'Le bail', 1234.5]]])
  expect(cells(inWords(outline))).toEqual([[['1', 'Le bail', '1\u00a0234,5']]])
  expect(['1\u00a0234,5', '12,5\u00a0%', '−3', 4].every(isFigure)).toBe(true)
  expect(['', '12 mai', '3 sur 4', 'Le bail'].some(isFigure)).toBe(false)
  expect(saidOn(drawChart(block, (value) => writeNumber(value, 'fr'))!)).toContain('1\u00a0234,5')
  expect(renderReport('md', report).body).toContain('1\u00a0234,5')
})

test('stacks without an order have no ranks', () => {
  const rows = [{ label: 'Le bail', counts: [1, 0, 3] }]
  const said = saidOn(drawStack({ title: 'T', levels: ['non', 'passe', 'oui'], rows }))
  expect(said).toEqual(['oui', 'passe', 'non', 'Le bail', '3', '1'])
})

test('hours are those of the clock that was asked for, which is named, and its day', () => {
  const report = {
    ...makeReport(sample()),
    startedAt: '2026-07-01T22:30:00Z',
    endedAt: '2026-07-02T00:05:00Z',
  }
  const told = (zone?: string, language: 'fr' | 'en' = 'fr') =>
    writeHours({ ...report, language, ...(zone === undefined ? {} : { zone }) }, reportWords(language))
  expect(told()).toBe(
    'Du mercredi 1er juillet 2026, 22\u00a0h\u00a030, au jeudi 2 juillet 2026, 0\u00a0h\u00a005 (temps universel).',
  )
  expect(told('Europe/Paris')).toBe(
    'Le jeudi 2 juillet 2026, de 0\u00a0h\u00a030 à 2\u00a0h\u00a005 (heure d’Europe centrale).',
  )
  expect(told('America/Toronto', 'en')).toBe(
    'On Wednesday, 1 July 2026, from 6:30 PM to 8:05 PM (Eastern Time).',
  )
})
