import { expect, test } from 'vitest'
import { morphological, readParameter, type MorphologyPaper } from './activity.ts'
import { boxOf, freeAll, turnDrop, turnLock } from './box.ts'
import { countPairs, pairsOf, type Judgment, type PairBallot } from './pairs.ts'

const poll = morphological.poll!
const LINES = ['Work: employed / independent', 'Place: home / office']
const paperOf = (parameters: string[]) =>
  poll.paper([], morphological.settings.parse({ parameters }), (key, params) =>
    key === 'pair' ? `${params!['first']} + ${params!['second']}` : key,
  ) as MorphologyPaper
const CARD = 'pair-0-0-1-0'
const all = (answer: Judgment, times: number) => new Array<PairBallot>(times).fill({ [CARD]: answer })

test('a component is read with its states', () => {
  expect(readParameter('Work : employed/ independent / employed /')).toEqual([
    { name: 'Work', values: ['employed', 'independent'] },
  ])
  expect(readParameter('Hours: 9:00 / 10:00')).toEqual([{ name: 'Hours', values: ['9:00', '10:00'] }])
  expect([': a / b', 'Work', 'Work: one'].flatMap(readParameter)).toEqual([])
})

test('every two states of different components are a card', () => {
  const paper = paperOf(LINES)
  expect(paper.options.map(({ label }) => label)).toEqual([
    'employed + home',
    'employed + office',
    'independent + home',
    'independent + office',
  ])
  expect(poll.check(paper, { [CARD]: 'no:logic' })).toEqual({ [CARD]: 'no:logic' })
  expect(poll.check(paper, { [CARD]: 'perhaps' })).toMatchObject({ ok: false })
})

test('a paper holds as many components as it can', () => {
  const paper = paperOf(Array.from({ length: 12 }, (_, i) => `C${i}: a / b / c`))
  expect(paper.parameters).toHaveLength(7)
  expect(paper.options).toHaveLength(pairsOf(paper.parameters).length)
})

test('half of three answers exclude a pair, a fifth put it in doubt', () => {
  const { parameters } = paperOf(LINES)
  const count = (ballots: PairBallot[]) => countPairs(parameters, ballots)
  expect(count(all('no', 2))).toMatchObject({ excluded: [], doubtful: [CARD], count: 4 })
  expect(count([...all('no', 2), ...all('yes', 2)])).toMatchObject({ excluded: [CARD], count: 3 })
  expect(count([...all('no:logic', 2), ...all('doubt', 3)])).toMatchObject({ excluded: [], doubtful: [CARD] })
  expect(count([...all('no', 1), ...all('yes', 5)])).toMatchObject({ excluded: [], doubtful: [] })
  expect(count(all('no:logic', 3)).tallies[CARD]).toMatchObject({
    no: 3,
    reasons: { logic: 3, empirical: 0 },
  })
})

test('where nothing holds, the exclusion that opens the most is named', () => {
  const { parameters } = paperOf(LINES)
  const everything = Object.fromEntries(pairsOf(parameters).map(({ id }) => [id, 'no' as const]))
  const count = countPairs(parameters, [everything, everything, everything])
  expect([count.count, count.openers[0]?.opens]).toEqual([0, 1])
  const advice = poll.advise!(paperOf(LINES), count, []).map(({ key }) => key)
  expect(advice).toEqual(['advice.opener'])
})

test('locked states leave what agrees with them, and say what has become impossible', () => {
  const { parameters } = paperOf(LINES)
  const count = countPairs(parameters, all('no', 3))
  const look = turnLock([], [0, 0])
  const box = boxOf(parameters, count, look)
  expect(box).toMatchObject({ locked: [0, null], count: 3, left: 1, shown: [[0, 1]] })
  expect(box.possible).toEqual([
    [true, true],
    [false, true],
  ])
  expect(turnLock(look, [0, 0])).toEqual([])
  expect(turnLock(look, [0, 1])).toEqual(['lock:0-1'])
  expect(freeAll([...look, 'drop:x'])).toEqual(['drop:x'])
})

test('the desk excludes a doubtful pair, and only such a one', () => {
  const { parameters } = paperOf(LINES)
  const count = countPairs(parameters, all('no', 2))
  expect(boxOf(parameters, count, turnDrop([], CARD))).toMatchObject({ dropped: [CARD], count: 3 })
  expect(boxOf(parameters, count, ['drop:pair-0-1-1-1', 'lock:9-9', 'nonsense']).count).toBe(4)
  expect(turnDrop(turnDrop([], CARD), CARD)).toEqual([])
})

test('lines that cannot be read are said to be so', () => {
  const told = (parameters: string[]) =>
    poll.before!(paperOf(parameters).subjects, { parameters }).map(({ key }) => key)
  expect(told([])).toEqual(['advice.least'])
  expect(told([...LINES, 'Work'])).toEqual(['advice.unread'])
  expect(told(LINES)).toEqual([])
})
