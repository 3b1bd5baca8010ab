// Places a note can go to, by menu.
import { expect, it } from 'vitest'
import type { Note } from '../../shared/board/note.ts'
import { sampleNote } from '../../tests/support/notes.ts'
import type { Ground } from './drop.ts'
import { isGrouped, placesFor } from './places.ts'

const note = (id: string, more: Partial<Note> = {}) => sampleNote(id, { text: `text ${id}`, ...more })
const zones = [{ id: 'col-1', label: 'Des lieux' }]
const group = note('g', { fields: { group: 1 } })
const [inZone, inGroup, loose] = [
  note('a', { under: 'col-1' }),
  note('b', { under: 'g' }),
  note('c', { under: 'gone' }),
]
const ground: Ground = { notes: [group, inZone, inGroup, loose], zones: new Set(['col-1']) }

it('offers every zone and group but the one it is in', () => {
  const parents = (of: Note) => placesFor(ground, zones, of).map(({ parent }) => parent)
  expect(parents(inZone)).toEqual(['g', null])
  expect(parents(inGroup)).toEqual(['col-1', null])
  expect(parents(loose)).toEqual(['col-1', 'g'])
  expect(parents(group)).toEqual(['col-1'])
})

it('tells a note of a group from one in a zone', () => {
  expect([inZone, inGroup, loose].map((each) => isGrouped(ground, each))).toEqual([false, true, false])
})
