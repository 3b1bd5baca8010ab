import { expect, test } from 'vitest'
import { fraction } from '../../counting/fraction.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { delphi, type DelphiPaper, type DelphiResult } from './activity.ts'
import { panelAgreement, panelFigures, panelStability } from './count.ts'
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
  expect(last([1, 2, 3], [3, 3])).toMatchObject({ text: expect.stringContaining('Agreement') })
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
