import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '../wire.ts'
import { checkAxes, groupMedian, isHigh, middleOf, placesOf, shownMiddle } from './axes.ts'
import { parseFraction } from './fraction.ts'

const PAPER = { options: [{ id: 'a' }, { id: 'b' }], min: -5, max: 5 }
const exact = (values: number[]) => values.map(parseFraction)

test('a place is kept with two decimals, once and for all', () => {
  expect(checkAxes(PAPER, { a: { x: 1.005, y: -4.999, z: 1 } })).toEqual({ a: { x: 1, y: -5 } })
  const place = fc.double({ min: -5, max: 5, noNaN: true })
  const again = fc.property(place, place, (x, y) => {
    const ballot = checkAxes(PAPER, { a: { x, y } })
    expect(checkAxes(PAPER, JSON.parse(JSON.stringify(ballot)))).toEqual(ballot)
  })
  fc.assert(again)
})

test.each([
  [{ c: { x: 1, y: 1 } }, 'unknown-option'],
  [{ a: { x: 1 } }, 'bad-request'],
  [{ a: { x: 5.001, y: 0 } }, 'bad-request'],
  [{ a: { x: NaN, y: 0 } }, 'bad-request'],
  [{ a: [1, 2] }, 'bad-request'],
  [{ a: null }, 'bad-request'],
  [null, 'bad-request'],
] as const)('%j is refused as %s', (choice, code) => {
  expect(checkAxes(PAPER, choice)).toEqual(refuse(code))
})

test('only those who placed an option speak of it', () => {
  const ballots = [{ a: { x: 1, y: 2 } }, { b: { x: 0, y: 0 } }, { a: { x: 3, y: 4.5 } }]
  expect(placesOf('a', ballots)).toEqual({ x: exact([1, 3]), y: exact([2, 4.5]) })
  expect(placesOf('toString', ballots)).toEqual({ x: [], y: [] })
})

// R: median(c(9, 8, 7, 9)), IQR(c(9, 8, 7, 9)).
test('the middle is a median and what half of the people lie within', () => {
  expect(shownMiddle(middleOf(exact([9, 8, 7, 9])))).toEqual({ median: 8.5, spread: 1.25 })
  expect(shownMiddle(middleOf([]))).toEqual({ median: null, spread: null })
})

test('the group is cut at the median of the medians, without what nobody placed', () => {
  const middles = [[8.5], [7], [], [6], [8.5]].map((values) => middleOf(exact(values)))
  expect(groupMedian(middles)).toEqual(parseFraction('31/4'))
  expect(groupMedian([null])).toBeNull()
})

test('a value on the line is high', () => {
  const cut = parseFraction(0.3)
  expect([0.3, 0.29, 0.31].map((value) => isHigh(parseFraction(value), cut))).toEqual([true, false, true])
})
