import { expect, test } from 'vitest'
import { originsOf } from './provenance.ts'
import { makeReport } from './report.ts'
import { sample } from './samples.ts'

test('an option leads back to its group and to every note in it', () => {
  const { sections } = makeReport(sample())
  const origins = originsOf(sections[1]!, sections)
  expect(origins.map(({ option, section }) => [option, section])).toEqual([
    ['Des lieux', 'a1'],
    ['Une camionnette à se prêter', 'a1'],
  ])
  expect(origins[0]!.notes.map(({ text }) => text)).toEqual([
    'Des lieux',
    'Rouvrir les rez-de-chaussée',
    'Qui tient les clés ?',
  ])
})

test('an option written by hand has no origin, a section without a vote has none at all', () => {
  const { sections } = makeReport(sample())
  const paper = { options: [{ id: 'x', label: 'Écrite à la main' }], rev: 1 }
  expect(originsOf({ paper }, sections)).toEqual([])
  expect(originsOf(sections[0]!, sections)).toEqual([])
})
