// The chain of milestones: what is drawn, what is nested, and which link would make a ring.
import { expect, test } from 'vitest'
import { chainOf, closesRing, NEEDED, needLinks, type Need } from './needs.ts'
import type { Note } from './note.ts'

const note = (id: string, ...to: string[]): Note => ({
  ...{ id, text: id, tone: 'ciel', at: [0, 0], order: id },
  links: Object.fromEntries(to.map((one) => [one, NEEDED])),
})
const told = ({ note: { id }, needs }: Need): string =>
  needs.length === 0 ? id : `${id}(${needs.map(told).join(' ')})`

test('links are told in the order of the notes; hidden, missing and other ones are not', () => {
  const notes: Note[] = [
    note('c', 'a', 'b', 'gone', 'c'),
    note('b', 'hidden'),
    note('a'),
    { ...note('hidden', 'a'), hidden: true },
    { ...note('d'), links: { a: 'cause' } },
  ]
  expect(needLinks(notes).map(({ from, to }) => `${from.id}>${to.id}`)).toEqual(['c>a', 'c>b'])
})

test('the chain hangs from what is needed for nothing further; a shared milestone stands twice', () => {
  expect(
    chainOf([
      note('now', 'mid', 'other'),
      note('mid', 'vision'),
      note('other', 'vision'),
      note('vision'),
    ]).map(told),
  ).toEqual(['vision(mid(now) other(now))'])
  expect(chainOf([note('alone')])).toEqual([])
  // A ring written by two boards at once is no endless list.
  expect(chainOf([note('a', 'b'), note('b', 'a', 'v'), note('v')]).map(told)).toEqual(['v(b(a))'])
})

test('a link that would close a ring is seen, near and far, also where there is one already', () => {
  const notes = [note('a', 'b'), note('b', 'c'), note('c'), note('x', 'y'), note('y', 'x')]
  expect(closesRing(notes, 'c', 'a')).toBe(true)
  expect(closesRing(notes, 'a', 'a')).toBe(true)
  expect(closesRing(notes, 'a', 'c')).toBe(false)
  expect(closesRing(notes, 'a', 'x')).toBe(false)
})
