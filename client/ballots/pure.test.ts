// The pure parts of ballots: orders drawn from a seed, rankings in the making, places under a finger, the map's frame.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf, middleOf, outline } from './map.ts'
import { isSame } from './pair.ts'
import { changesOf, mentions } from '../ui/paper-news.ts'
import { percentAlong, placeAt, stepOf } from './place.ts'
import { drawsOf, shuffled } from './shuffle.ts'
import { append, move, place, rankOf, takeOut, tie, tierOf, type Tiers } from './tiers.ts'

describe('an order of one’s own', () => {
  it('holds everything once, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const order = shuffled(items, seed)
        expect([...order].sort()).toEqual([...items].sort())
        expect(shuffled(items, seed)).toEqual(order)
      }),
    )
  })

  it('favours no place: over many seats each option comes first about as often', () => {
    const first = new Map<string, number>()
    for (let seat = 0; seat < 4000; seat++) {
      const [option = ''] = shuffled(['a', 'b', 'c', 'd'], `seat-${seat}/a1.1`)
      first.set(option, (first.get(option) ?? 0) + 1)
    }
    for (const option of 'abcd') expect(first.get(option)! / 1000).toBeCloseTo(1, 0.7)
  })

  it('draws numbers from 0 up to 1', () => {
    const draw = drawsOf('seed')
    const drawn = Array.from({ length: 1000 }, draw)
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(new Set(drawn).size).toBeGreaterThan(990)
  })
})

describe('a ranking in the making', () => {
  const tiers: Tiers = [['a'], ['b', 'c'], ['d']]

  it('has ranks "1224"', () => {
    expect(['a', 'b', 'c', 'd'].map((option) => rankOf(tiers, option))).toEqual([1, 2, 2, 4])
  })

  it.each<[string, Tiers, Tiers]>([
    ['appends at the end', append(tiers, 'e'), [['a'], ['b', 'c'], ['d'], ['e']]],
    ['takes out, and closes an empty tier', takeOut(tiers, 'a'), [['b', 'c'], ['d']]],
    ['is put at the top', place(tiers, 'd', 0), [['d'], ['a'], ['b', 'c']]],
    ['is put at the end', place(tiers, 'a', 3), [['b', 'c'], ['d'], ['a']]],
    ['is put out of its tie', place(tiers, 'c', 1), [['a'], ['c'], ['b'], ['d']]],
    ['is never put into the midst of equal ones', place(tiers, 'd', 2), [['a'], ['b', 'c'], ['d']]],
    ['moves up past a tie', move(tiers, 'd', -1), [['a'], ['d'], ['b', 'c']]],
    ['moves up out of a tie', move(tiers, 'c', -1), [['a'], ['c'], ['b'], ['d']]],
    ['moves down out of a tie', move(tiers, 'b', 1), [['a'], ['c'], ['b'], ['d']]],
    ['stays at the top', move(tiers, 'a', -1), tiers],
    ['stays at the bottom', move(tiers, 'd', 1), tiers],
    ['joins the one above', tie(tiers, 'd'), [['a'], ['b', 'c', 'd']]],
    ['leaves its equals', tie(tiers, 'c'), [['a'], ['b'], ['c'], ['d']]],
    ['has nobody above the first', tie(tiers, 'a'), tiers],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))

  it('never loses or doubles an option, and never holds an empty tier', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('up', 'down', 'tie'))
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce<Tiers>((now, [option, how]) => {
          return how === 'tie' ? tie(now, option) : move(now, option, how === 'up' ? -1 : 1)
        }, tiers)
        expect(end.flat().sort()).toEqual(['a', 'b', 'c', 'd'])
        expect(end.every((tier) => tier.length > 0)).toBe(true)
      }),
    )
  })

  it('says where an option stands', () => {
    expect([tierOf(tiers, 'c'), tierOf(tiers, 'z')]).toEqual([1, -1])
  })
})

describe('a place on the pad', () => {
  const box = { left: 10, top: 20, width: 200, height: 100 }
  const span = { min: 0, max: 10 }

  it('grows to the right and upwards', () => {
    expect(placeAt(box, 10, 120, span)).toEqual({ x: 0, y: 0 })
    expect(placeAt(box, 210, 20, span)).toEqual({ x: 10, y: 10 })
    expect(placeAt(box, 110, 45, span)).toEqual({ x: 5, y: 7.5 })
  })

  it('stays on the pad, on a step that the sliders have too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 900 }), fc.integer({ min: -500, max: 900 }), (x, y) => {
        const place = placeAt(box, x, y, { min: -3, max: 5 })
        for (const value of [place.x, place.y]) {
          expect(value).toBeGreaterThanOrEqual(-3)
          expect(value).toBeLessThanOrEqual(5)
          expect(Number.isInteger(Math.round(((value + 3) / stepOf({ min: -3, max: 5 })) * 1e6) / 1e6)).toBe(
            true,
          )
        }
      }),
    )
  })

  it('is drawn where it was touched', () => {
    expect(percentAlong(placeAt(box, 60, 20, span).x, span)).toBe(25)
  })
})

describe('the map', () => {
  it('holds every point with a margin, y upwards', () => {
    const { viewBox } = frameOf([
      [-1, 2],
      [2, -1],
    ])
    const [left, top, width, height] = viewBox.split(' ').map(Number)
    expect(left).toBeLessThan(-1)
    expect(top).toBeLessThan(-2)
    expect(left! + width!).toBeGreaterThan(2)
    expect(top! + height!).toBeGreaterThan(1)
  })

  it('has a frame even around one point', () => {
    expect(frameOf([[1, 1]]).size).toBeGreaterThan(0)
  })

  it('draws one corner as a dot and finds the middle of several', () => {
    expect(outline([[1, 2]])).toBe('M1 -2Z')
    expect(
      middleOf([
        [0, 0],
        [2, 4],
      ]),
    ).toEqual([1, 2])
  })
})

it('a pair is the same on either side', () => {
  expect(isSame(['a', 'b'], ['b', 'a', 1])).toBe(true)
  expect(isSame(['a', 'b'], ['a', 'c'])).toBe(false)
})

describe('what a change of the paper means for one ballot', () => {
  const [x, y] = [
    { id: 'x', label: 'Halle' },
    { id: 'xy', label: 'Bail' },
  ]

  it('finds the option in a ballot of any kind, and no other whose name begins so', () => {
    for (const choice of [{ x: 2 }, ['x'], [['x'], ['z']], 'x', [['x', 'z', 1]]])
      expect([mentions(choice, 'x'), mentions(choice, 'xy')]).toEqual([true, false])
    expect(mentions(null, 'x')).toBe(false)
  })

  it('says whether the ballot is concerned, or gone', () => {
    const before = { options: [x, y], choice: { x: 1 } }
    expect(changesOf(before, { options: [y], choice: null })).toEqual([{ label: 'Halle', concerns: 'all' }])
    expect(changesOf(before, { options: [x], choice: { x: 1 } })).toEqual([
      { label: 'Bail', concerns: 'nobody' },
    ])
    const more = { options: [x, y], choice: { x: 1, xy: 1 } }
    expect(changesOf(more, { options: [y], choice: { xy: 1 } })).toEqual([
      { label: 'Halle', concerns: 'ballot' },
    ])
    expect(changesOf(before, before)).toEqual([])
  })
})
