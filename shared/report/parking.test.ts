// What was put aside as a section of the report, without what was hidden.
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { parkingSection } from './parking.ts'

const note = (id: string, over: Partial<Note> = {}): Note => ({
  id,
  text: id,
  tone: 'menthe',
  at: [0.5, 0.5],
  order: id,
  ...over,
})

test('nothing put aside is no section', () => {
  expect(parkingSection([], 'fr')).toBeUndefined()
  expect(parkingSection([note('a', { hidden: true }), note('b', { text: ' ' })], 'fr')).toBeUndefined()
})

test('what was put aside is there, in its order', () => {
  const section = parkingSection([note('a'), note('b'), note('c', { hidden: true })], 'en')!
  expect(section.notes.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(section.title).toBe('Parking lot')
})
