// What notes may be tied to, and who meets whom.
import { expect, test } from 'vitest'
import { NEEDED } from './needs.ts'
import type { Note } from './note.ts'
import { MEETS, meetings, offersOf, tiedTo } from './ties.ts'

const ZONES = ['in-a', 'in-b', 'out'].map((id) => ({ id, label: id.toUpperCase() }))
const MEET: [string, string][] = [
  ['in-a', 'out'],
  ['in-b', 'out'],
]
const note = (id: string, under: string, more: Partial<Note> = {}): Note => ({
  id,
  text: id,
  tone: 'craie',
  at: [0, 0],
  order: id,
  under,
  ...more,
})

test('a note of one side is offered those of the other side, and the inner one carries the link', () => {
  const notes = [
    note('n1', 'in-a', { links: { n4: MEETS } }),
    note('n2', 'in-a'),
    note('n3', 'in-b'),
    note('n4', 'out'),
    note('n5', 'out', { hidden: true }),
  ]
  const rules = { meets: MEET }
  expect(offersOf(rules, notes, ZONES, notes[1]!).offers).toEqual([
    {
      id: 'out',
      title: 'OUT',
      others: [{ note: notes[3], tie: { from: 'n2', to: 'n4', label: MEETS }, on: false }],
    },
  ])
  const fromOutside = offersOf(rules, notes, ZONES, notes[3]!).offers.flatMap(({ others }) => others)
  expect(fromOutside.map(({ tie, on }) => [tie.from, tie.to, on])).toEqual([
    ['n1', 'n4', true],
    ['n2', 'n4', false],
    ['n3', 'n4', false],
  ])
  expect(tiedTo(rules, notes, notes[3]!)).toEqual([notes[0]])
  expect(tiedTo(rules, notes, notes[0]!)).toEqual([notes[3]])
})

test('meetings are told pair by pair; a note that moved to another side meets nobody there', () => {
  const notes = [
    note('n2', 'in-b', { links: { n4: MEETS, gone: MEETS } }),
    note('n1', 'in-a', { links: { n4: MEETS, n2: MEETS } }),
    note('n4', 'out'),
  ]
  expect(meetings(notes, ZONES, MEET).map(({ pair, inner, outer }) => [pair, inner.id, outer.id])).toEqual([
    [0, 'n1', 'n4'],
    [1, 'n2', 'n4'],
  ])
})

test('a milestone is offered what comes with it or later, and never what would close a ring', () => {
  const notes = [
    note('n1', 'in-a', { links: { n3: NEEDED } }),
    note('n2', 'in-b'),
    note('n3', 'in-b', { links: { n2: NEEDED } }),
  ]
  const of = (one: Note) => offersOf({ needs: true }, notes, ZONES, one)
  const ids = (one: Note) => of(one).offers.flatMap(({ others }) => others.map(({ note: { id } }) => id))
  expect(ids(notes[0]!)).toEqual(['n2', 'n3'])
  expect(ids(notes[1]!)).toEqual([])
  expect(of(notes[1]!).ringed).toBe(true)
  expect(tiedTo({ needs: true }, notes, notes[0]!)).toEqual([notes[2]])
  expect(tiedTo({ needs: true }, notes, notes[2]!)).toEqual([notes[1]])
})
