// The same ballots under other rules: the same order, the same first, or somebody else.
import { expect, test } from 'vitest'
import { countRankings, type Rule } from './count.ts'
import { otherRules } from './rules-compared.ts'

const times = (n: number, ...ballot: string[]) => Array.from({ length: n }, () => ballot.map((id) => [id]))
const compare = (shown: Rule, options: string[], ballots: string[][][]) =>
  Object.fromEntries(
    otherRules(countRankings({ options, rule: shown, seed: '0' }, ballots), shown).map(
      ({ rule, ...rest }) => [rule, rest],
    ),
  )

test('a clear vote has one order under all rules', () => {
  const found = compare('schulze', ['a', 'b', 'c'], times(5, 'a', 'b', 'c'))
  expect(Object.keys(found)).toEqual(['ranked-pairs', 'irv', 'borda'])
  expect(found['borda']).toEqual({ kind: 'order', first: ['a'] })
})

/** Memphis, Nashville, Chattanooga, Knoxville: the usual example of rules that differ (Tideman 2006). */
const TENNESSEE = [
  ...times(42, 'm', 'n', 'c', 'k'),
  ...times(26, 'n', 'c', 'k', 'm'),
  ...times(15, 'c', 'k', 'n', 'm'),
  ...times(17, 'k', 'c', 'n', 'm'),
]

test('the instant runoff elects Knoxville where the duels elect Nashville', () => {
  const found = compare('schulze', ['m', 'n', 'c', 'k'], TENNESSEE)
  expect(found['irv']).toEqual({ kind: 'other', first: ['k'] })
  expect(found['ranked-pairs']).toEqual({ kind: 'order', first: ['n'] })
  expect(found['borda']).toEqual({ kind: 'first', first: ['n'] })
})
