import { expect, test } from 'vitest'
import { sheetRounds, tableRounds } from './rotation.ts'

test('a sheet is with everybody once', () => {
  const rounds = sheetRounds(6)
  for (const sheet of [0, 1, 2, 3, 4, 5])
    expect(rounds.map((holders) => holders[sheet]).sort()).toEqual([0, 1, 2, 3, 4, 5])
  expect(sheetRounds(0)).toEqual([])
})

test.each([3, 5, 7, 11])('with %i tables, as many seats and as many rounds, all meet once', (prime) => {
  const { tables, maxMeetings } = tableRounds(prime, prime, prime)
  expect(maxMeetings).toBe(1)
  for (const round of tables) expect(round.flat()).toHaveLength(prime * prime)
})

test('seat 0 stays as host', () => {
  const { tables } = tableRounds(4, 3, 5)
  for (const round of tables)
    expect(round.map((table) => table.find(([, seat]) => seat === 0)![0])).toEqual([0, 1, 2, 3])
  expect(tableRounds(6, 4, 4).maxMeetings).toBeGreaterThan(1)
})
