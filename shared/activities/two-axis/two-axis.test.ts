import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { twoAxis, type AxesCount, type AxesPaper } from './activity.ts'
import messages from './messages.json' with { type: 'json' }
import { QUADRANTS } from './count.ts'
import { quadrantName } from './words.ts'

const poll = twoAxis.poll!
const IDS = ['a', 'b', 'c', 'd']
const OPTIONS = IDS.map((id) => ({ id, label: id.toUpperCase() }))
const paperOf = (s: object = {}) =>
  poll.paper([], twoAxis.settings.parse({ options: OPTIONS, ...s }), (key) => key) as AxesPaper
const count = (ballots: object[], s: object = {}) => poll.count(paperOf(s), ballots) as AxesCount

test('effort runs from left to right, impact upwards', () => {
  const corners = { a: { x: 1, y: 9 }, b: { x: 9, y: 9 }, c: { x: 1, y: 1 }, d: { x: 9, y: 1 } }
  const { items, priority } = count([corners])
  expect(IDS.map((id) => items[id]!.quadrant)).toEqual(['quick-win', 'big-project', 'fill-in', 'avoid'])
  expect(items['a']).toMatchObject({ impact: 9, effort: 1, iqrImpact: 0, iqrEffort: 0 })
  expect(priority).toEqual(['a', 'b', 'c', 'd'])
})

test('a place on both lines is high on both', () => {
  expect(count([{ a: { x: 5, y: 5 } }]).items['a']!.quadrant).toBe('big-project')
  expect(count([{ a: { x: 5, y: 5 } }], { midpoint: 5.5 }).items['a']!.quadrant).toBe('fill-in')
})

test('an option that nobody placed is nowhere, and has no priority', () => {
  const { items, priority, ratings } = count([{ a: { x: 2, y: 3 } }, { a: { x: 4, y: 3 } }])
  expect(items['b']).toEqual({ impact: null, effort: null, quadrant: null, iqrImpact: null, iqrEffort: null })
  expect(items['a']).toMatchObject({ impact: 3, effort: 3, iqrEffort: 1 })
  expect(priority).toEqual(['a'])
  expect(ratings).toEqual({ a: 2, b: 0, c: 0, d: 0 })
})

test('equal gains: the greater impact first, then the order of the paper', () => {
  const ballot = { d: { x: 4, y: 6 }, c: { x: 6, y: 8 }, b: { x: 4, y: 6 }, a: { x: 0, y: 0 } }
  expect(count([ballot]).priority).toEqual(['c', 'b', 'd', 'a'])
})

test('the room’s own medians separate what the scale finds all high', () => {
  const ballot = { a: { x: 7, y: 9 }, b: { x: 9, y: 8 } }
  const { items, cut } = count([ballot], { cut: 'group-median' })
  expect(cut).toEqual([8.5, 8])
  expect([items['a']!.quadrant, items['b']!.quadrant]).toEqual(['quick-win', 'avoid'])
  expect(count([], { cut: 'group-median' }).cut).toEqual([null, null])
  expect(count([ballot])).not.toHaveProperty('cut')
})

const place = fc.record({ x: fc.integer({ min: 0, max: 10 }), y: fc.integer({ min: 0, max: 10 }) })
const ballots = fc.array(fc.record({ a: place, b: place, c: place }))

test('more impact for everybody never moves an option down the list', () => {
  const raised = fc.property(ballots, (list) => {
    fc.pre(list.length > 0)
    const more = list.map((ballot) => ({ ...ballot, a: { ...ballot.a, y: Math.min(10, ballot.a.y + 1) } }))
    const [was, is] = [list, more].map((cast) => count(cast).priority.indexOf('a'))
    expect(is).toBeLessThanOrEqual(was!)
  })
  fc.assert(raised)
})

test('everybody twice moves no median', () => {
  const pooled = fc.property(ballots, (list) => {
    const [once, twice] = [list, [...list, ...list]].map((cast) => count(cast))
    for (const id of IDS) {
      expect(twice!.items[id]!.impact).toBe(once!.items[id]!.impact)
      expect(twice!.items[id]!.effort).toBe(once!.items[id]!.effort)
    }
    expect(twice!.priority).toEqual(once!.priority)
  })
  fc.assert(pooled)
})

test('the middle of the axes follows their ends', () => {
  expect(paperOf()).toMatchObject({ min: 0, max: 10, midpoint: 5, cut: 'midpoint' })
  expect(paperOf({ min: -10, max: 5 }).midpoint).toBe(-2.5)
  expect(twoAxis.settings.safeParse({ min: 10 }).success).toBe(false)
})

test('corners are named by the axes that the room chose', () => {
  const t = createTranslate('en', messages.en)
  const named = (s: object) => QUADRANTS.map((quadrant) => quadrantName(paperOf(s), quadrant, t))
  expect(named({})).toEqual(['quick win', 'big project', 'fill-in', 'avoid'])
  expect(named({ xLabel: 'Coût' })[0]).toBe('Impact +, Coût −')
})
