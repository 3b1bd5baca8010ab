// What phones may add to a board by arranging it is bounded, for one and for all of them, in each step anew.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Move } from '../../shared/session/commands.ts'
import { workOf } from '../../tests/support/work.ts'
import { createAllowance } from './allowance.ts'
import { arrange } from './boards.ts'

const order = 'o'.repeat(LIMITS.order)
const heavy: Move[] = Array.from({ length: LIMITS.moves }, (_, i) => ({
  note: `n${i}`,
  at: [0.123, 0.456],
  order,
}))

function takes(times: number, seat: (n: number) => string): number {
  const allowance = createAllowance()
  return Array.from({ length: times }, (_, n) => allowance.take(seat(n), heavy)).filter(Boolean).length
}

test('one seat, then all seats together, have had their share; a new step gives another', () => {
  const allowed = takes(100, () => 's1')
  expect(allowed).toBeGreaterThan(3)
  expect(allowed).toBeLessThan(12)
  expect(takes(2000, (n) => `s${n}`)).toBeLessThan((LIMITS.arrangedByAll / LIMITS.arranged) * allowed * 1.5)
  const allowance = createAllowance()
  while (allowance.take('s1', heavy)) continue
  expect(allowance.take('s2', heavy)).toBe(true)
  allowance.reset()
  expect(allowance.take('s1', heavy)).toBe(true)
})

test('the document grows by no more than was counted', () => {
  const doc = new Y.Doc()
  doc.transact(() => heavy.forEach(({ note }) => addNote(doc, { id: note, text: note, tone: 'soleil' })))
  const before = Y.encodeStateAsUpdate(doc).length
  const allowance = createAllowance()
  while (allowance.take('s1', heavy)) doc.transact(() => arrange(doc, heavy))
  expect(Y.encodeStateAsUpdate(doc).length - before).toBeLessThan(LIMITS.arranged)
})

test('a hundred moves under each other on a full board take no time to speak of', () => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let n = 0; n < LIMITS.notesPerBoard; n++) addNote(doc, { id: `n${n}`, text: 'x', tone: 'soleil' })
  })
  const chain: Move[] = Array.from({ length: LIMITS.moves }, (_, n) => ({
    note: `n${n}`,
    under: `n${n + 1}`,
  }))
  expect(workOf(() => doc.transact(() => void arrange(doc, chain)))).toBeLessThan(1000)
  doc.transact(() => arrange(doc, [{ note: 'n100', under: 'n0' }]))
  expect(doc.getMap<Y.Map<unknown>>('notes').get('n100')?.get('under')).toBeUndefined()
})
