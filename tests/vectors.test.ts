// The worked examples of every method that has code, and the comparison they rest on.
import { expect, test } from 'vitest'
import { readText } from './support/sources.ts'
import { firstDifference } from './vectors/compare.ts'
import { METHODS } from './vectors/methods.ts'
import { faultOf, parseVectors, type Vector } from './vectors/run.ts'

const vectors = parseVectors(readText('tests/vectors.json'))
const ours = vectors.filter(({ method }) => Object.hasOwn(METHODS, method))

test('every method with code has a worked example', () => {
  const exemplified = new Set(ours.map(({ method }) => method))
  expect(Object.keys(METHODS).filter((method) => !exemplified.has(method))).toEqual([])
})

test.each(ours)('$id: $title', (vector) => {
  expect(faultOf(vector)).toBeNull()
})

test('an example with any one of its figures changed is refused', () => {
  const passing = ours.flatMap((vector) =>
    mutants(vector.expected)
      .filter((expected) => faultOf({ ...vector, expected }) === null)
      .map((expected) => `${vector.id} accepts ${JSON.stringify(expected)}`),
  )
  expect(passing).toEqual([])
})

/** The value with one leaf changed, once for each leaf, and with one member more. */
function mutants(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [typeof value === 'number' ? value + 1 : 'changed']
  const isList = Array.isArray(value)
  const copy = (key: string, part: unknown) =>
    isList ? value.map((old, i) => (String(i) === key ? part : old)) : { ...value, [key]: part }
  const changed = Object.entries(value).flatMap(([key, part]) => mutants(part).map((it) => copy(key, it)))
  return [...changed, isList ? [...value, 1] : { ...value, more: 1 }]
}

test('a method without code fails, and so does one that throws', () => {
  const vector: Vector = { id: 'x', method: 'nobody', input: {}, expected: {}, tolerance: 0 }
  expect(faultOf(vector)).toBe('no code for method nobody')
  expect(faultOf({ ...vector, method: 'constructor' })).toBe('no code for method constructor')
  expect(faultOf({ ...vector, method: 'drawing_lots' })).toMatch(/^threw TypeError/)
})

test.each([
  [{ mean: '10/3' }, { mean: '20/6' }, 0, null],
  [{ mean: '10/3' }, { mean: 10 / 3 }, 1, 'mean: expected "10/3", got 3.3333333333333335'],
  [[1, 2], [1, 2 + 1e-10], 1e-9, null],
  [[1, 2], [1, 2 + 1e-10], 0, '1: expected 2, got 2.0000000001'],
  [{ a: null }, { a: 0 }, 0, 'a: expected null, got 0'],
  [{ a: { b: 1 } }, { a: {} }, 0, 'a.b: expected 1, got nothing'],
  [[], {}, 0, ': expected [], got {}'],
  [1, NaN, 1, ': expected 1, got NaN'],
])('%j against %j within %f', (expected, got, tolerance, difference) => {
  expect(firstDifference(expected, got, tolerance)).toBe(difference)
})
