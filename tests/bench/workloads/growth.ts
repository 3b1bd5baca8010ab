// What work costs as it grows, without any socket: one more note on a board of many, a count of many ballots.
// Called by generator.ts; the panels of docs/pictures/costs.svg that no other workload gives.
import { systemClock } from '../../../server/clock.ts'
import { createDocs } from '../../../server/docs/docs.ts'
import { createMemoryStore } from '../../../server/store/memory.ts'
import { countDots } from '../../../shared/activities/dot-vote/count.ts'
import { addNote } from '../../../shared/board/note.ts'
import { range } from '../host/crowd.ts'
import { quietHooks } from '../../support/hooks.ts'

export interface Point {
  /** How much work there is. */
  x: number
  /** Milliseconds. */
  ms: number
  bytes: number
}

export interface GrowthFigures {
  notes: Point[]
  ballots: Point[]
}

const NOTES = [250, 500, 1000, 2000, 4000]
const BALLOTS = [500, 1000, 2500, 5000, 10_000]
const EDITS = 30
const OPTIONS = 12
/** The first count compiles the code. */
const REPEATS = 5

export async function growth(): Promise<GrowthFigures> {
  return { notes: await boards(), ballots: ballots() }
}

/** CPU of one more note, and what the document holds. */
async function boards(): Promise<Point[]> {
  const clock = systemClock()
  const hooks = quietHooks(() => 'none')
  const docs = createDocs({ store: createMemoryStore(), clock, log: () => undefined, hooks })
  const points: Point[] = []
  const start = held()
  let made = 0
  const add = (count: number) =>
    docs.edit('w1', 'board.a1', (doc) => {
      for (let i = 0; i < count; i++, made++)
        addNote(doc, { id: `n${made}`, text: `Une idée parmi d’autres, la ${made}`, order: `a${made}` })
    })
  for (const x of NOTES) {
    await add(x - made)
    const bytes = held() - start
    const cpu = process.cpuUsage()
    for (let i = 0; i < EDITS; i++) await add(1)
    const { user, system } = process.cpuUsage(cpu)
    points.push({ x, ms: (user + system) / 1000 / EDITS, bytes })
  }
  await docs.drain()
  return points
}

/** Time of one count, and what the ballots hold meanwhile. */
function ballots(): Point[] {
  const options = range(OPTIONS).map((i) => `o${i}`)
  const rule = { options, dotsPerPerson: 4, maxPerItem: 2, useAll: false }
  return BALLOTS.map((x) => {
    const start = held()
    const cast = range(x).map((seat) => ({ [`o${seat % OPTIONS}`]: 2, [`o${(seat * 5 + 1) % OPTIONS}`]: 1 }))
    const bytes = Math.max(0, held() - start)
    const times = range(REPEATS).map(() => timed(() => countDots(rule, cast)))
    return { x, ms: Math.min(...times), bytes }
  })
}

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

function held(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
