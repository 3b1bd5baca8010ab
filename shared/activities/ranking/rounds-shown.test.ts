// Rounds of an instant runoff as a wall draws them.
import { expect, test } from 'vitest'
import { averageRank } from './report.ts'
import { shownRounds } from './rounds-shown.ts'

const round = (at: number) => ({ counts: { a: `${2 * at + 1}/2`, b: at }, exhausted: at })

test('the first and the last ones, votes to the tenth', () => {
  const shown = shownRounds({ rounds: [1, 2, 3, 4, 5, 6, 7, 8].map(round) })
  expect(shown.map(({ at }) => at)).toEqual([1, 4, 5, 6, 7, 8])
  expect([...shown[1]!.votes]).toEqual([
    ['a', 4.5],
    ['b', 4],
  ])
  expect(shown.at(-1)!.exhausted).toBe(8)
  expect(shownRounds({ rounds: [] })).toEqual([])
})

test('Tennessee: the place of each town on the average ballot (borda-01)', () => {
  const points = { memphis: 126, nashville: 194, knoxville: 107, chattanooga: 173 }
  expect(Object.values(points).map((of) => averageRank(4, 100, of))).toEqual([2.7, 2.1, 2.9, 2.3])
})
