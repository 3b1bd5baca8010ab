// What durability costs by itself: appends to the real store at the pace of 300 people, and as many as it takes.
// Called by generator.ts; there is no server here, the process measures itself.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from '../../../server/store/sqlite.ts'
import { Latencies, pause } from '../meter.ts'
import { range } from '../host/crowd.ts'
import { ROOT } from '../start.ts'

export interface StoreFigures {
  /** Milliseconds of one fsync of this disk. */
  fsync: number
  /** At the pace of 300 people, pads and board: share of a core, and milliseconds until durable. */
  steady: { share: number; p50: number; p99: number }
  /** Microseconds of CPU an append, and appends a second. */
  burst: { cpuMicros: number; perSecond: number }
}

const ROW = new Uint8Array(150)
const BOARD_ROW = new Uint8Array(10 * ROW.length)
const APPENDS = 20_000
const IN_FLIGHT = 500
/** 150 notes a second come in windows, as the house makes them: so many pads and their board in one call. */
const WINDOWS_PER_SECOND = 15
const PADS_A_WINDOW = 10

export async function store(seconds: number): Promise<StoreFigures> {
  const dir = mkdtempSync(join(ROOT, 'tests/output/bench-'))
  const opened = await openSqliteStore({ dir })
  const append = (i: number) => opened.docs.append('w1', `pad.a1.s${i % 300}`, ROW)
  await Promise.all(range(IN_FLIGHT).map(append))
  const window = (i: number) => {
    const pads = range(PADS_A_WINDOW).map((pad) => `pad.a1.s${(i * PADS_A_WINDOW + pad) % 300}`)
    return opened.docs.appendAll('w1', [
      ...pads.map((name): [string, Uint8Array] => [name, ROW]),
      ['board.a1', BOARD_ROW],
    ])
  }
  const steady = await atPace(window, seconds)
  const burst = await atOnce(append)
  await opened.close()
  const fsync = syncTime(dir)
  rmSync(dir, { recursive: true, force: true })
  return { fsync, steady, burst }
}

type Append = (i: number) => Promise<unknown>

async function atPace(append: Append, seconds: number): Promise<StoreFigures['steady']> {
  const idle = await share(seconds, () => Promise.resolve())
  const latencies = new Latencies()
  const busy = await share(seconds, async (i) => {
    const sent = performance.now()
    await append(i)
    latencies.add(performance.now() - sent)
  })
  return { share: busy - idle, p50: latencies.quantile(0.5), p99: latencies.quantile(0.99) }
}

/** Share of a core that calling `act` at the pace takes, the clock included. */
async function share(seconds: number, act: Append): Promise<number> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const acts: Promise<unknown>[] = []
  const due = () => ((performance.now() - started) / 1000) * WINDOWS_PER_SECOND
  while (acts.length < seconds * WINDOWS_PER_SECOND) {
    while (acts.length < Math.min(due(), seconds * WINDOWS_PER_SECOND)) acts.push(act(acts.length))
    await pause(4)
  }
  await Promise.all(acts)
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 1000 / (performance.now() - started)
}

async function atOnce(append: Append): Promise<StoreFigures['burst']> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  let next = 0
  const worker = async () => {
    while (next < APPENDS) await append(next++)
  }
  await Promise.all(range(IN_FLIGHT).map(worker))
  const { user, system } = process.cpuUsage(cpu)
  const perSecond = APPENDS / ((performance.now() - started) / 1000)
  return { cpuMicros: (user + system) / APPENDS, perSecond }
}

function syncTime(dir: string): number {
  const file = openSync(join(dir, 'sync'), 'w')
  const latencies = new Latencies()
  for (let i = 0; i < 40; i++) {
    const started = performance.now()
    writeSync(file, ROW)
    fsyncSync(file)
    latencies.add(performance.now() - started)
  }
  closeSync(file)
  return latencies.quantile(0.5)
}
