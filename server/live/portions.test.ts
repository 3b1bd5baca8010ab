// Pairs dealt out in a room: the rarest first, never the same one twice for a person, balanced whoever stops.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paper } from '../../shared/voting.ts'
import { createPortions, schedule } from './portions.ts'

const paperOf = (ids: string[], each = 15, rev = 1): Paper => ({
  options: ids.map((id) => ({ id, label: id })),
  rev,
  deal: { each, ratings: 0, rarest: 'pairs' },
})
const ids = (count: number) => Array.from({ length: count }, (_, i) => `o${i}`)
const game = (pair: string) => [...pair.split(' '), 1]

test('the schedule has every pair once, and options come up evenly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), (count) => {
      const pairs = schedule(ids(count))
      expect(new Set(pairs).size).toBe((count * (count - 1)) / 2)
      const round = pairs.slice(0, Math.floor(count / 2)).flatMap((pair) => pair.split(' '))
      expect(new Set(round).size).toBe(round.length)
    }),
  )
  expect(schedule([])).toEqual([])
  expect(schedule(['a'])).toEqual([])
})

test('twenty people of whom some stop early: no pair was answered three times before another was dealt once', () => {
  const portions = createPortions()
  const paper = paperOf(ids(9))
  const times = new Map(schedule(ids(9)).map((pair) => [pair, 0]))
  for (let person = 0; person < 20; person++) {
    const own: unknown[] = []
    const seen = new Set<string>()
    for (let duel = 0; duel < (person % 4 === 0 ? 3 : 15); duel++) {
      const next = portions.share(paper, `s${person}`, own, []).find((pair) => !seen.has(pair))!
      expect(next).toBeDefined()
      seen.add(next)
      own.push(game(next))
      times.set(next, times.get(next)! + 1)
    }
  }
  const counts = [...times.values()]
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
})

test('a person is dealt no more than they are to compare, and never the same pair twice', () => {
  const portions = createPortions()
  const paper = paperOf(ids(4), 3)
  const first = portions.share(paper, 's', undefined, [])
  expect(first).toHaveLength(3)
  expect(portions.share(paper, 's', first.map(game), [])).toEqual(first)
  expect(createPortions().share(paperOf(ids(3), 15), 's', undefined, [])).toHaveLength(3)
})

test('what was answered before a restart is not dealt again, and counts for the others', () => {
  const portions = createPortions()
  const paper = paperOf(['a', 'b', 'c'], 2)
  const ballots = [
    [['a', 'b', 1]],
    [
      ['a', 'b', 0],
      ['b', 'c', 1],
    ],
  ]
  expect(portions.share(paper, 's', ballots[0], ballots)).toEqual(['a b', 'a c'])
})

test('an option that joins is compared first, one that leaves no more', () => {
  const portions = createPortions()
  portions.share(paperOf(['a', 'b', 'c']), 's', undefined, [])
  const more = portions.share(paperOf(['a', 'b', 'd'], 15, 2), 't', undefined, [])
  expect(more.slice(0, 2).every((pair) => pair.includes('d'))).toBe(true)
  expect(more.some((pair) => pair.includes('c'))).toBe(false)
})

test('statements: each phone begins with those that the room has seen least, and gets all of them', () => {
  const portions = createPortions()
  const paper: Paper = { ...paperOf(ids(7)), deal: { each: 0, ratings: 0, rarest: 'options' } }
  const firsts = ['s', 't', 'u'].flatMap((seat) => portions.share(paper, seat, undefined, []).slice(0, 2))
  expect(new Set(firsts).size).toBeGreaterThan(3)
  const rest = { o0: 1, o1: 1, o2: 0, o3: 1, o4: -1 }
  expect(new Set(portions.share(paper, 's', rest, []))).toEqual(new Set(ids(7)))
})
