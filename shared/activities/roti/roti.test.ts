import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import { refuse } from '../../wire.ts'
import { roti } from './activity.ts'
import { countRoti, netOf } from './count.ts'

const SCALE = { min: 1, max: 5 }
const answers = fc.array(fc.integer(SCALE), { minLength: 1 })

test('a quarter is rounded up, the mean is kept exact', () => {
  expect(countRoti(SCALE, [3, 3, 3, 4])).toEqual({
    n: 4,
    mean: '13/4',
    meanDisplay: 3.3,
    median: 3,
    counts: [0, 0, 3, 1, 0],
    net: '1/4',
  })
})

test('nobody said anything', () => {
  expect(countRoti(SCALE, [])).toEqual({
    n: 0,
    mean: null,
    meanDisplay: null,
    median: null,
    counts: [0, 0, 0, 0, 0],
    net: null,
  })
})

test('the median may lie between two levels', () => {
  expect(countRoti({ min: 0, max: 4 }, [0, 3]).median).toBe(1.5)
})

test('turning the scale over turns the mean and the net share over', () => {
  const turned = fc.property(answers, (values) => {
    const [up, down] = [values, values.map((value) => 6 - value)].map((list) => countRoti(SCALE, list))
    expect(toNumber(parseFraction(up!.net!))).toBeCloseTo(-toNumber(parseFraction(down!.net!)), 12)
    expect(up!.median! + down!.median!).toBe(6)
    expect(up!.counts).toEqual(down!.counts.toReversed())
  })
  fc.assert(turned)
})

test('a better answer never lowers the mean nor the net share', () => {
  const raised = fc.property(answers, fc.nat(), (values, at) => {
    const old = values[at % values.length]!
    fc.pre(old < 5)
    const [was, is] = [values, values.with(at % values.length, old + 1)].map((list) => countRoti(SCALE, list))
    const number = (text: string | null) => toNumber(parseFraction(text!))
    expect(number(is!.mean)).toBeGreaterThan(number(was!.mean))
    expect(number(is!.net)).toBeGreaterThanOrEqual(number(was!.net))
  })
  fc.assert(raised)
})

test('the scale has five levels, from 1 or from 0', () => {
  const poll = roti.poll!
  const paperOf = (s: object) => poll.paper([], roti.settings.parse(s), (key) => key)
  expect(paperOf({})).toMatchObject({ min: 1, max: 5 })
  expect(paperOf({ min: 0 })).toMatchObject({ min: 0, max: 4 })
  expect(poll.check(paperOf({}), 0)).toEqual(refuse('bad-request'))
  expect(poll.check(paperOf({ min: 0 }), 0)).toBe(0)
})

test('the net share is told in points, half up; nobody has none', () => {
  expect(netOf(countRoti(SCALE, [5, 4, 4, 3, 5, 2, 4, 3]))).toBe(50)
  expect(netOf(countRoti(SCALE, [1, 1, 5]))).toBe(-33.3)
  expect(netOf(countRoti(SCALE, []))).toBe(0)
})
