// Ties of the runoff and of Borda, ballots as they come from phones, and what is said of a vote.
import { describe, expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { isRefusal } from '../../wire.ts'
import { ranking, type RankingPaper } from './activity.ts'
import { readRanking } from './ballot.ts'
import { countRankings } from './count.ts'
import { duelSentence, pairOf } from './duel.ts'
import type { RankingBallot } from './duels.ts'
import { instantRunoff } from './irv.ts'
import messages from './messages.json' with { type: 'json' }

const OPTIONS = ['a', 'b', 'c', 'd']
const many = (times: number, ...tiers: string[][]): RankingBallot[] => new Array(times).fill(tiers)

test('options tied for last leave together where they weigh less than the next', () => {
  const ballots = [...many(6, ['a']), ...many(5, ['b']), ...many(1, ['c'], ['b']), ...many(1, ['d'], ['b'])]
  const { winner, ties, ranking: order } = instantRunoff(OPTIONS, ballots, '0')
  expect(winner).toEqual(['b'])
  expect(ties).toEqual([{ round: 1, rule: 'batch', eliminated: ['c', 'd'] }])
  expect(order).toEqual([['b'], ['a'], ['c', 'd']])
})

test('else the one that had fewer votes in an earlier round leaves', () => {
  const ballots = [
    ...many(10, ['a']),
    ...many(7, ['b']),
    ...many(6, ['c']),
    ...many(1, ['d'], ['c']),
    ...many(1, ['a'], ['b']),
  ]
  const { ties, rounds } = instantRunoff(OPTIONS, ballots, '0')
  expect(rounds[1]!.counts).toEqual({ a: 11, b: 7, c: 7 })
  expect(ties).toEqual([{ round: 2, rule: 'earlier-round', eliminated: ['c'] }])
})

test('else the lot of the seed, which is the first of the draw', () => {
  const ballots = [
    ...many(4, ['A']),
    ...many(4, ['B']),
    ...many(2, ['C'], ['A']),
    ...many(2, ['D'], ['C'], ['B']),
  ]
  const options = ['A', 'B', 'C', 'D']
  expect(instantRunoff(options, ballots, '2018').ties).toEqual([{ round: 1, rule: 'lot', eliminated: ['C'] }])
  const drawn = new Set(
    ['1', '2', '3', '4', '5', '6'].map(
      (seed) => instantRunoff(options, ballots, seed).ties[0]?.eliminated[0],
    ),
  )
  expect(drawn).toEqual(new Set(['C', 'D']))
})

test('a ballot with equal best options is shared among them, exactly', () => {
  const { rounds } = instantRunoff(['a', 'b', 'c'], [[['a', 'b', 'c']], [['a', 'b']], [['c']]], '0')
  expect(rounds[0]).toEqual({ counts: { a: '5/6', b: '5/6', c: '4/3' }, exhausted: 0 })
})

test('ballots without an option left count no more, and the rest decide', () => {
  const ballots = [
    ...many(5, ['a'], ['b']),
    ...many(4, ['b'], ['a']),
    ...many(2, ['c']),
    ...many(1, ['c'], ['b']),
  ]
  expect(instantRunoff(['a', 'b', 'c'], ballots, '0')).toEqual({
    winner: ['a', 'b'],
    rounds: [
      { counts: { a: 5, b: 4, c: 3 }, exhausted: 0 },
      { counts: { a: 5, b: 5 }, exhausted: 2 },
    ],
    ranking: [['a', 'b'], ['c']],
    ties: [],
  })
})

test.each<[string, RankingBallot[], Record<string, number>]>([
  [
    'first places',
    [
      [['a'], ['b'], ['c']],
      [['b'], ['c'], ['a']],
      [['b', 'a'], ['c']],
      [['a'], ['c'], ['b']],
      [['c'], ['b'], ['a']],
    ],
    { a: 1, b: 2, c: 3 },
  ],
  [
    'nothing, for ballots that mirror each other',
    [
      [['a'], ['b'], ['c']],
      [['c'], ['b'], ['a']],
    ],
    { a: 1, b: 3, c: 1 },
  ],
])('equal Borda points are parted by %s', (_, ballots, ranks) => {
  expect(countRankings({ options: ['a', 'b', 'c'], rule: 'borda', seed: '0' }, ballots).ranks).toEqual(ranks)
})

test.each([
  [
    [['b'], ['d', 'a']],
    [['b'], ['a', 'd']],
  ],
  [[], []],
])('%j is the ballot %j', (choice, ballot) => {
  expect(readRanking(OPTIONS, choice)).toEqual(ballot)
})

test.each([
  ['a', 'bad-request'],
  [{ a: 1 }, 'bad-request'],
  [['a'], 'bad-request'],
  [[[]], 'bad-request'],
  [[['a'], ['a']], 'bad-request'],
  [[['a', 'a']], 'bad-request'],
  [[[1]], 'bad-request'],
  [[['z']], 'unknown-option'],
  [[['__proto__']], 'unknown-option'],
])('%j is refused: %s', (choice, code) => {
  expect(readRanking(OPTIONS, choice)).toMatchObject({ ok: false, code })
})

test('blank ballots are counted apart, and without a ranking nobody wins', () => {
  const nobody = countRankings({ options: OPTIONS, rule: 'irv', seed: '0' }, [[], []])
  expect(nobody).toMatchObject({ n: 0, blank: 2, ranks: {}, ranking: [], condorcetWinner: null })
  expect(nobody.irv.winner).toEqual([])
  expect(countRankings({ options: OPTIONS, rule: 'schulze', seed: '0' }, [[], [['a']]])).toMatchObject({
    n: 1,
    blank: 1,
  })
})

test('a vote on many options keeps its orders and leaves out the tables', () => {
  const options = Array.from({ length: 31 }, (_, i) => `o${i}`)
  const result = countRankings({ options, rule: 'schulze', seed: '0' }, [options.map((option) => [option])])
  expect(result.ranking).toHaveLength(31)
  expect(result.duelsWon['o0']).toBe(30)
  expect(result.pairwise).toEqual({})
  expect(result.rankedPairs.locked).toEqual([])
})

test.each([
  ['schulze', { Colline: 2, Fleuve: 1, Gare: 0 }],
  ['borda', { Colline: 6, Fleuve: 5, Gare: 4 }],
  ['irv', { Fleuve: 3, Gare: 2, Colline: 1 }],
] as const)('the report of %s shows the figure that the rule goes by', (rule, expected) => {
  const poll = ranking.poll!
  const options = ['Gare', 'Fleuve', 'Colline'].map((label) => ({ id: label, label }))
  const paper = poll.paper([], ranking.settings.parse({ options, rule }), (key) => key) as RankingPaper
  const ballots = [
    [['Gare'], ['Colline'], ['Fleuve']],
    [['Gare'], ['Colline'], ['Fleuve']],
    [['Colline'], ['Fleuve'], ['Gare']],
    [['Fleuve'], ['Colline'], ['Gare']],
    [['Fleuve'], ['Colline'], ['Gare']],
  ].map((choice) => poll.check(paper, choice))
  expect(ballots.some(isRefusal)).toBe(false)
  const t = createTranslate('fr', messages.fr)
  const rounds = [{ paper, result: poll.count(paper, ballots), voted: 5 }]
  const [first] = ranking.report({ settings: {}, notes: [], rounds, language: 'fr', t })
  expect(first).toMatchObject({ type: 'ranking' })
  const rows = (first as { rows: { label: string; value: number }[] }).rows
  expect(rows.map(({ label, value }) => [label, value])).toEqual(Object.entries(expected))
})

describe('one duel in words', () => {
  const labelOf = (id: string) => id.toUpperCase()
  const ballots = [
    ...many(14, ['a'], ['b']),
    ...many(9, ['b'], ['a']),
    ...many(1, ['a', 'b']),
    ...many(1, ['c']),
  ]
  const result = countRankings({ options: ['a', 'b', 'c'], rule: 'schulze', seed: '0' }, ballots)

  test.each([
    [
      'fr',
      '14 personnes placent «\u00a0A\u00a0» devant «\u00a0B\u00a0», 9 placent «\u00a0B\u00a0» devant «\u00a0A\u00a0», 2 les mettent à égalité.',
    ],
    ['en', '14 people put “A” before “B”, 9 put “B” before “A”, 2 rank them equal.'],
  ] as const)('%s: who ranked both alike, or neither, has them equal', (language, sentence) => {
    const t = createTranslate(language, messages[language])
    expect(duelSentence(result, ['a', 'b'], labelOf, t)).toBe(sentence)
  })
  test('is that of two options that met, and of nothing else', () => {
    expect(pairOf(['a', 'b'], result)).toEqual(['a', 'b'])
    for (const look of [undefined, [], ['a'], ['a', 'a'], ['a', 'gone'], ['toString', 'a']])
      expect(pairOf(look, result)).toBeNull()
  })
  test('the report has all of them, each both ways', () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
    const paper = ranking.poll!.paper([], ranking.settings.parse({ options }), (key) => key) as RankingPaper
    const t = createTranslate('en', messages.en)
    const rounds = [{ paper, result, voted: 25 }]
    const blocks = ranking.report({ settings: {}, notes: [], rounds, language: 'en', t })
    expect(blocks.find((block) => block.type === 'table' && block.title === t('duels'))).toMatchObject({
      rows: [
        [1, 'A', '', '14 to 9', '24 to 1'],
        [2, 'B', '9 to 14', '', '24 to 1'],
        [3, 'C', '1 to 24', '1 to 24', ''],
      ],
    })
  })
})
