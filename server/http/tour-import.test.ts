// A stop's file brought into a tour: what its room does not want quoted stays out.
import { expect, test } from 'vitest'
import { readOutcome } from './tour-import.ts'

test('cards that are not to be quoted are left in the file', () => {
  const note = (id: string, consent: string) => ({
    id,
    text: `Récit ${id}`,
    tone: 'ciel',
    fields: { consent },
  })
  const report = {
    v: 1,
    workshop: { id: 'w', code: 'CCCCCC', title: 'Lille', language: 'fr', createdAt: '2026-05-22T18:00:00Z' },
    revision: 1,
    activities: [
      {
        id: 'a1',
        kind: 'rex',
        title: 'Retours',
        notes: [note('n1', 'À ne pas citer'), note('n2', 'Citable en public')],
      },
    ],
  }
  const told = JSON.stringify(readOutcome(report, 0))
  expect(told).toContain('Récit n2')
  expect(told).not.toContain('Récit n1')
})
