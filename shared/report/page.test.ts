// A shared experience as a page of its own.
import { expect, test } from 'vitest'
import type { Section } from './model.ts'
import { writePages } from './page.ts'
import { makeReport } from './report.ts'
import { sample } from './samples.ts'

const CARD: Section = {
  id: 'a9',
  kind: 'rex',
  exercise: 'Fiche REX',
  title: 'La *halle* de Lille',
  question: 'Qu’avons-nous appris ?',
  settings: {},
  blocks: [{ type: 'ranking', title: 'Leçons retenues', unit: 'personnes', rows: [] }],
  notes: [
    {
      id: 'n1',
      text: 'Trente coopératives',
      tone: 'craie',
      at: [0, 0],
      order: 'a',
      under: 'context',
      fields: { consent: 'Citable en public', figures: '120 membres' },
    },
  ],
  zones: [
    { id: 'context', label: 'Contexte' },
    { id: 'lessons', label: 'Leçons' },
  ],
  fields: [
    { key: 'figures', label: 'Chiffres' },
    { key: 'consent', label: 'Peut-on le citer ?', type: 'choice' },
  ],
  placed: false,
  page: true,
}

test('each card is one page: its parts with their lines, and what the room kept; empty parts and other exercises are not there', () => {
  const report = makeReport(sample())
  expect(writePages(report)).toEqual([])
  const [page, ...others] = writePages({
    ...report,
    sections: [...report.sections, CARD, { ...CARD, id: 'a10', notes: [] }],
  })
  expect(others).toEqual([])
  expect(page).toContain('# La \\*halle\\* de Lille')
  expect(page).toContain(
    '## Contexte\n\n- Trente coopératives\n  - **Chiffres** 120 membres\n  - Citable en public',
  )
  expect(page).toContain('### Leçons retenues')
  expect(page).not.toContain('## Leçons\n')
})
