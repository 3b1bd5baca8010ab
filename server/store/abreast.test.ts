// What runs at the same time: reads, and ballots of different hands; the order of all else stays.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abreast } from './abreast.ts'
import type { Call } from './operations.ts'

const ballot = (seat: string): Omit<Call, 'n'> => ({
  method: 'ballots.put',
  args: ['w', { poll: 'p', seat }],
  now: 0,
})
const read: Omit<Call, 'n'> = { method: 'seats.byHash', args: ['h'], now: 0 }
const write: Omit<Call, 'n'> = { method: 'docs.append', args: ['w', 'plan'], now: 0 }
const numbered = (calls: Omit<Call, 'n'>[]) => calls.map((call, n) => ({ ...call, n }))
const sizes = (calls: Omit<Call, 'n'>[]) => abreast(numbered(calls)).map(({ length }) => length)

test('ballots of different hands run together, a second one of the same hand after the first', () => {
  expect(sizes([ballot('a'), ballot('b'), ballot('c'), ballot('b'), ballot('d')])).toEqual([3, 2])
})

test('reads run together, and neither beside nor before a write that was called earlier', () => {
  expect(sizes([read, read, write, read, read, ballot('a'), read, write, write])).toEqual([
    2, 1, 2, 1, 1, 1, 1,
  ])
})

test('no call is lost, none changes its place', () => {
  const call = fc.oneof(fc.constantFrom('a', 'b', 'c').map(ballot), fc.constantFrom(read, write))
  fc.assert(
    fc.property(fc.array(call), (calls) => {
      expect(abreast(numbered(calls)).flat()).toEqual(numbered(calls))
    }),
  )
})
