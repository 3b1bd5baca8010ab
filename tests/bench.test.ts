// The benchmark's own instruments: marks, latencies, the search for the largest room, verdicts.
import { expect, test } from 'vitest'
import { nodesFor, partsFor } from './assembly/size.ts'
import { Writer } from './bench/host/writer.ts'
import { Latencies } from './bench/meter.ts'
import { explained, growthOf } from './bench/growing.ts'
import { emptyResults } from './bench/plan.ts'
import { judge, TARGETS } from './bench/targets.ts'
import { mark, MarkCache, marksIn } from './bench/wire/markers.ts'
import { largest } from './bench/workloads/largest.ts'
import type { NotesFigures } from './bench/workloads/notes.ts'
import { rate } from './bench/workloads/frames.ts'

const load = { server: 0.5, cpu: 1, seconds: 2, generator: 0.1 }
const figures = (people: number, fine: boolean): NotesFigures => ({
  people,
  notes: people,
  delivered: 1,
  p50: 5,
  p99: fine ? 20 : 900,
  load,
  rssMb: 100,
  closed: 0,
  valid: null,
})

test('every note and every edit of it shows exactly its own mark', () => {
  const writer = new Writer('p0', 2)
  const seen = [1, 2, 3, 4, 5, 6, 7].map((n) => marksIn(Buffer.from(writer.next(n))))
  expect(seen).toEqual([[1], [2], [3], [4], [5], [6], [7]])
  expect(writer.texts.size).toBe(2)
})

test('marks are found again in a frame seen before, and in one that only looks like it', () => {
  const cache = new MarkCache()
  const frame = (n: number) =>
    Buffer.from(`${'x'.repeat(300)}${mark(n, false)}${mark(n + 1, true)}${'y'.repeat(300)}`)
  expect([cache.of(frame(7)), cache.of(frame(7)), cache.of(frame(8))]).toEqual([
    [7, 8],
    [7, 8],
    [8, 9],
  ])
  expect(marksIn(Buffer.from('{12345} {123456] [12345a]'))).toEqual([])
})

test('quantiles are exact to a quarter of a millisecond', () => {
  const latencies = new Latencies()
  for (let ms = 1; ms <= 100; ms++) latencies.add(ms)
  expect([latencies.quantile(0.5), latencies.quantile(0.99), latencies.total]).toEqual([50, 99, 100])
})

test('frames are counted while something moves: what stands still is no slow page', () => {
  const moving = Array.from({ length: 61 }, (_, i) => i * 16_667)
  const later = moving.map((at) => at + 9_000_000)
  expect(Math.round(rate([...later, ...moving]))).toBe(60)
  expect(rate([5])).toBe(0)
})

test('the largest room lies between the last that passed and the first that did not', async () => {
  const tried: number[] = []
  const until = (limit: number) => (people: number) => {
    tried.push(people)
    return Promise.resolve(figures(people, people <= limit))
  }
  const known = [figures(300, true), figures(1000, false)]
  const found = await largest(known, until(700))
  expect(found.people).toBeLessThanOrEqual(700)
  expect(found.people * 1.2).toBeGreaterThanOrEqual(700)
  expect(await largest([figures(1000, true)], until(9000))).toEqual({ people: 4000, atLeast: true })
  expect(await largest([figures(25, false)], until(9000))).toEqual({ people: 0, atLeast: false })
  expect(tried.every((people) => people > 300)).toBe(true)
})

test('a target compares ours with its peer, and breaks below its floor', () => {
  const target = TARGETS.find(({ id }) => id === 'workshop-300-cpu')!
  const results = emptyResults()
  const played = (share: number) => [{ ...figures(300, true), load: { ...load, server: share } }]
  expect(judge(target, results)).toMatchObject({ met: null, broken: false })
  Object.assign(results.workshop, { hocuspocus: played(0.6), house: played(0.15) })
  expect(judge(target, results)).toMatchObject({ reached: 0.25, met: true, broken: false })
  results.workshop.house = played(0.6 * target.floor! * 1.1)
  expect(judge(target, results)).toMatchObject({ met: false, broken: true })
})

test('an assembly starts as many nodes as carry everybody when one has died', () => {
  expect([10_000, 25_000, 35_000, 100_000].map((members) => nodesFor(members, 20_000))).toEqual([3, 3, 4, 9])
  expect([10_000, 35_000].map((members) => partsFor(members, 20_000))).toEqual([2, 3])
  expect(nodesFor(35_000, Infinity)).toBe(3)
})

test('what grows is told with its figures, and faster than the work is told aloud', () => {
  const results = emptyResults()
  expect(explained(results)).toBe('')
  const points = [250, 4000].map((x) => ({ x, ms: 1 + x / 1e5, bytes: x * 3000 }))
  results.growth = { notes: points, ballots: points.map((point) => ({ ...point, ms: point.x / 1000 })) }
  const [note, count, ...more] = explained(results).split('\n')
  expect(note).toMatch(
    /^- One more note: 1\.0 ms at 250 notes on the board, 1\.0 ms at 4,000; it stays level: /,
  )
  expect(count).toMatch(/^- One count: 0\.25 ms at 250 ballots, 4\.0 ms at 4,000; it grows with the work: /)
  expect(more).toEqual([])
  const grown = (ms: number) => growthOf({ x: 10, ms: 1, bytes: 0 }, { x: 100, ms, bytes: 0 })
  expect([grown(3), grown(9), grown(14)]).toEqual([
    'it grows more slowly than the work',
    'it grows with the work',
    '**it grows faster than the work**',
  ])
})
