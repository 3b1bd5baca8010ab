import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closestScenarios, type PairTable } from './scenarios.ts'

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const whole = (size: number) =>
  fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: size, maxLength: size })
    .map((parts) => parts.map((part) => part / sum(parts)))

/** What scenarios say of two hypotheses. */
function tableOf(chances: readonly number[], first: number, second: number): PairTable {
  const cells: PairTable['cells'] = [0, 0, 0, 0]
  chances.forEach((chance, s) => (cells[((s >> first) & 1) + 2 * ((s >> second) & 1)]! += chance))
  return { first, second, cells }
}

test('two hypotheses: answers that go together come back as they are', () => {
  const table: PairTable = { first: 0, second: 1, cells: [0.3, 0.2, 0.1, 0.4] }
  closestScenarios(2, [table]).forEach((chance, s) => expect(chance).toBeCloseTo(table.cells[s]!, 9))
})

test('three hypotheses: every pair is kept where answers go together, and nothing is below zero', () => {
  const kept = fc.property(whole(8), (chances) => {
    const tables = [tableOf(chances, 0, 1), tableOf(chances, 0, 2), tableOf(chances, 1, 2)]
    const found = closestScenarios(3, tables)
    expect(sum(found)).toBeCloseTo(1, 9)
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0)
    for (const { first, second, cells } of tables)
      tableOf(found, first, second).cells.forEach((cell, i) => expect(cell).toBeCloseTo(cells[i]!, 6))
    expect(Math.max(...found)).toBeGreaterThanOrEqual(Math.max(...chances) - 1e-6)
  })
  fc.assert(kept, { numRuns: 50 })
})

test('answers that contradict each other are met halfway', () => {
  // All three pairs are said to exclude each other, and each hypothesis to be as good as certain.
  const never: PairTable['cells'] = [0, 0.5, 0.5, 0]
  const tables = [
    { first: 0, second: 1, cells: never },
    { first: 0, second: 2, cells: never },
    { first: 1, second: 2, cells: never },
  ]
  const found = closestScenarios(3, tables)
  expect(sum(found)).toBeCloseTo(1, 9)
  for (const alone of [1, 2, 4]) expect(found[alone]).toBeGreaterThan(found[7]!)
})
