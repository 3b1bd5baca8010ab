import { describe, expect, test } from 'vitest'
import { fraction } from '../../counting/fraction.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { ballotTypeOf } from '../activity.ts'
import { delphi, type DelphiPaper } from './activity.ts'
import type { DelphiResult, StatementsResult } from './panel.ts'
import { pileUp, tallest, ticksOf } from './drawing.ts'
import { panelAgreement, panelFigures, panelStability } from './count.ts'
import { shiftWords } from './words.ts'
import messages from './messages.json' with { type: 'json' }

const poll = delphi.poll!
const t = createTranslate('en', messages.en)
const paperOf = (s: object = {}) => poll.paper([], delphi.settings.parse(s), t) as DelphiPaper
const years = { min: 2020, max: 2100, iqrThreshold: 5 }

test('estimates lie on the scale, with two decimals and a trimmed argument', () => {
  const check = (choice: unknown) => poll.check(paperOf(), choice)
  expect(check({ value: 2.504, reason: ' why ' })).toEqual({ value: 2.5, reason: 'why' })
  expect(check({ value: 5, reason: ' ' })).toEqual({ value: 5 })
  for (const value of [5.01, 0.99, NaN, Infinity, '3', null])
    expect(check({ value })).toMatchObject({ ok: false, code: 'bad-request' })
  expect(check({ value: 3, reason: 'x'.repeat(501) })).toMatchObject({ ok: false, code: 'too-long' })
  expect(check({ value: 3, reason: 4 })).toMatchObject({ ok: false, code: 'bad-request' })
})

test('who is outside of the middle half is asked why; one outlier moves nothing', () => {
  const ballots = [2028, 2030, 2031, 2032, 2060].map((value) => ({ value, reason: `in ${value}` }))
  const result = poll.count(paperOf(years), ballots) as DelphiResult
  expect(result).toMatchObject({ n: 5, median: 2031, q1: 2030, q3: 2032, iqr: 2, consensus: true })
  expect(result.outside).toEqual([
    { value: 2028, reason: 'in 2028' },
    { value: 2060, reason: 'in 2060' },
  ])
})

test('the agreement looked for follows the scale', () => {
  const threshold = (s: object) => paperOf(s).iqrThreshold
  expect(threshold({})).toBe(1)
  expect(threshold({ min: 1, max: 7 })).toBe(1)
  expect(threshold({ min: 0, max: 10 })).toBe(2)
  expect(threshold({ min: 0, max: 100 })).toBe(20)
  expect(threshold({ iqrThreshold: 3 })).toBe(3)
  expect(delphi.settings.safeParse({ min: 5 }).success).toBe(false)
})

test('each round is a vote and a reading', () => {
  const ids = delphi
    .steps(delphi.settings.parse({ rounds: 3 }))
    .map(({ id, poll }) => `${id}${poll ? '*' : ''}`)
  expect(ids).toEqual(['vote-1*', 'show-1', 'vote-2*', 'show-2', 'vote-3*', 'show-3'])
})

test('two rounds of as many people say whether the panel has settled', () => {
  const round = (values: number[]) => {
    const result = poll.count(
      paperOf(),
      values.map((value) => ({ value })),
    ) as DelphiResult
    return { paper: paperOf(), result, voted: values.length }
  }
  const last = (...rounds: number[][]) =>
    delphi
      .report({ settings: {}, notes: [], rounds: rounds.map(round), language: 'en', t })
      .findLast((block) => block.type === 'text')
  expect(last([1, 2, 3], [3, 2, 1])).toMatchObject({ text: expect.stringContaining('stable') })
  expect(last([1, 2, 3], [3, 3, 3])).toMatchObject({ text: expect.stringContaining('still moves') })
  expect(last([1, 2, 3], [3, 3])).toMatchObject({ text: expect.stringContaining('not compared') })
})

test('who answered in both rounds is compared, and nobody else; what they said before is told to nobody', () => {
  const before = poll.count(
    paperOf(),
    [1, 2, 4, 5].map((value) => ({ value })),
  ) as DelphiResult
  const after = poll.count(paperOf(), [
    { value: 3, before: 1 },
    { value: 2, before: 2 },
    { value: 5, before: 5, reason: 'why' },
  ]) as DelphiResult
  expect(after.both).toEqual({ n: 3, changed: 1, net: '1/3', stable: false })
  expect(JSON.stringify(after.outside)).not.toContain('before')
  expect(shiftWords(before, after, t)).toBe(
    '3 people answered in both rounds (4 answers, then 3): 1 changed, 33.3% in net. The panel still moves.',
  )
  expect(poll.check(paperOf(), { value: 3, before: 6 })).toMatchObject({ code: 'bad-request' })
  expect(poll.check(paperOf(), { value: 3, before: 2 })).toEqual({ value: 3, before: 2 })
})

test('nobody answered: no figures, no agreement', () => {
  expect(panelFigures([], fraction(1))).toMatchObject({ n: 0, median: null, iqr: null, consensus: false })
  expect(panelAgreement([], fraction(1), fraction(1))).toEqual({
    median: null,
    share: null,
    consensus: false,
  })
  expect(panelStability([], [], '1/2')).toEqual({ changedShare: null, netChange: null, stable: false })
  expect(() => panelStability([1], [], '1/2')).toThrow('differ in people')
})

test('exactly the width and the threshold are enough', () => {
  const values = [1, 3, 5].map((value) => fraction(value))
  expect(panelAgreement(values, fraction(2), fraction(1))).toMatchObject({ consensus: true })
  expect(panelAgreement(values, fraction(1), fraction(1, 3))).toMatchObject({ consensus: true })
  expect(panelAgreement(values, fraction(1), fraction(1, 2))).toMatchObject({ consensus: false })
})

test('in real time there are no rounds, and the drift is told from first answers to last ones', () => {
  const steps = delphi.steps(delphi.settings.parse({ live: true }))
  expect(steps.map(({ id, results }) => [id, results])).toEqual([
    ['live', 'answered'],
    ['show-live', 'shown'],
  ])
  const paper = paperOf({ live: true })
  expect(poll.check(paper, { value: 4, first: 4 })).toEqual({ value: 4 })
  expect(poll.check(paper, { value: 4, first: 9 })).toMatchObject({ ok: false })
  const { drift, outside } = poll.count(paper, [
    { value: 4, first: 1 },
    { value: 3 },
    { value: 4, first: 2 },
    { value: 2 },
    { value: 2 },
  ]) as DelphiResult
  expect(drift).toEqual({ from: 2, moved: 2 })
  expect(JSON.stringify(outside)).not.toContain('first')
  expect((poll.count(paperOf(), [{ value: 4 }]) as DelphiResult).drift).toBeUndefined()
})

test('the other rule looks at how many are near the median', () => {
  const paper = paperOf({ rule: 'agreement', max: 9 })
  const values = [3, 3, 3, 4, 4, 9, 9].map((value) => ({ value }))
  expect(poll.count(paper, values)).toMatchObject({ near: '5/7', consensus: false })
  expect(poll.count(paper, values.slice(0, 6))).toMatchObject({ near: '5/6', consensus: true })
})

test('the desk is told of a small panel and of silence outside', () => {
  const told = (values: number[]) => {
    const paper = paperOf({ max: 9 })
    const ballots = values.map((value) => ({ value }))
    return poll.advise!(paper, poll.count(paper, ballots), []).map(({ key }) => key)
  }
  expect(told([])).toEqual([])
  expect(told([3])).toEqual(['advice.small', 'advice.nobodyOutside'])
  expect(told([3, 3, 3, 3, 9])).toEqual(['advice.silent'])
})

test('stickers pile up where estimates meet', () => {
  const piled = pileUp([1, 1, 5, 3], 1, 5, 5)
  expect(piled).toEqual([
    { x: 0, level: 0 },
    { x: 0, level: 1 },
    { x: 1, level: 0 },
    { x: 0.5, level: 0 },
  ])
  expect([tallest(piled), tallest([])]).toEqual([2, 1])
  expect([ticksOf(1, 5), ticksOf(0, 100), ticksOf(2020, 2100)]).toEqual([
    [1, 2, 3, 4, 5],
    [0, 20, 40, 60, 80, 100],
    [2020, 2036, 2052, 2068, 2084, 2100],
  ])
})

describe('several statements', () => {
  const paper = paperOf({ statements: ['Remote work', 'Short week'], live: true })
  const calm = { ...paper, live: false }
  const ballots = [{ s1: { value: 4 }, s2: { value: 1, reason: 'tried' } }, { s1: { value: 5, first: 3 } }]

  test('are estimated by their ids, some of them or all', () => {
    const check = (choice: unknown) => poll.check(paper, choice)
    expect(check(ballots[0])).toEqual(ballots[0])
    expect(check({ s1: null, s2: { value: 2 } })).toEqual({ s2: { value: 2 } })
    expect(check({ s3: { value: 2 } })).toMatchObject({ code: 'unknown-option' })
    expect(check({ s1: { value: 6 } })).toMatchObject({ code: 'bad-request' })
    expect([ballotTypeOf(poll, paper), ballotTypeOf(poll, paperOf())]).toEqual(['estimates', 'number'])
  })

  test('are counted one by one, and the desk is told of one without an answer', () => {
    const result = poll.count(calm, ballots) as StatementsResult
    expect(result).toMatchObject({ n: 2, each: { s1: { n: 2, median: 4.5 }, s2: { n: 1, median: 1 } } })
    const none = poll.count(paper, [{ s1: { value: 4 } }])
    expect(poll.advise!(paper, none, []).map(({ key }) => key)).toContain('advice.unanswered')
  })

  test('in real time one with fewer than five answers has its number and no figure, in words and on paper', () => {
    const answered = Array.from({ length: 5 }, (_, i) => ({
      s1: { value: 4 },
      ...(i === 0 ? {} : { s2: { value: 1.73, reason: 'canary', first: 2.91 } }),
    }))
    const result = poll.count(paper, answered) as StatementsResult
    expect(result.each['s1']).toMatchObject({ n: 5, median: 4, drift: { from: 4, moved: 0 } })
    expect(result.each['s2']).toMatchObject({ n: 4, median: null, values: [], outside: [] })
    const round = { paper, result, voted: 5 }
    const report = delphi.report({ settings: {}, notes: [], rounds: [round, round], language: 'en', t })
    const told = JSON.stringify([result, report, poll.advise!(paper, result, [])])
    for (const secret of ['1.73', '2.91', 'canary']) expect(told).not.toContain(secret)
    expect(told).toContain('4 answers: in real time there are no figures of fewer than 5.')
    expect(told).toContain('advice.few')
  })

  test('are told one by one in the report, round after round', () => {
    const round = { paper: calm, result: poll.count(calm, ballots), voted: 2 }
    const blocks = delphi.report({ settings: {}, notes: [], rounds: [round, round], language: 'en', t })
    expect(blocks[0]).toMatchObject({
      rows: [
        ['Remote work', 2, '4.5', '4.25', '4.75', '0.5'],
        ['Short week', 1, '1', '1', '1', '0'],
      ],
    })
    expect(blocks.at(-1)).toMatchObject({ text: expect.stringContaining('“Short week”') })
  })

  test('come from notes where the settings say so; of too many the first ones', () => {
    const notes = Array.from({ length: 10 }, (_, i) => ({
      id: `n${i}`,
      text: `Note ${i}`,
      tone: 'craie',
      at: [0, 0],
      order: `a${i}`,
    }))
    const taken = poll.paper(notes as never, delphi.settings.parse({ from: 'scan' }), t)
    expect(taken.options.map(({ id }) => id)).toEqual(notes.slice(0, 8).map(({ id }) => id))
    expect(
      poll.before!(
        notes.map(({ id, text }) => ({ id, label: text })),
        {},
      ),
    ).toHaveLength(1)
  })
})

test('in real time the vote ends with its clock, or when nobody has moved for a minute and a half', () => {
  const [live] = delphi.steps(delphi.settings.parse({ live: true }))
  expect(live).toMatchObject({ timeUp: 'pollClose', still: { seconds: 90, from: 5 } })
  expect(delphi.steps(delphi.settings.parse({ live: true, still: 0 }))[0]).not.toHaveProperty('still')
})
