// What was put aside as a section of the report, without what was hidden.
import { expect, test } from 'vitest'
import { sampleNote as note } from '../../tests/support/notes.ts'
import { parkingSection } from './parking.ts'

test('nothing put aside is no section', () => {
  expect(parkingSection([], 'fr')).toBeUndefined()
  expect(parkingSection([note('a', { hidden: true }), note('b', { text: ' ' })], 'fr')).toBeUndefined()
})

test('what was put aside is there, in its order', () => {
  const section = parkingSection([note('a'), note('b'), note('c', { hidden: true })], 'en')!
  expect(section.notes.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(section.title).toBe('Parking lot')
})
