// A server in a process of its own, to be killed, frozen or starved of its disk. Called by the fault tests.
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { cpuSeconds } from '../bench/meter.ts'
import { PATIENCE } from './forms.ts'
import { spawnHouse, untilReady } from './process.ts'

export interface Child {
  process: ChildProcess
  url: string
  pid: number
  output(): string
  /** Milliseconds from the start until it was ready. */
  readyAfter: number
  /** Milliseconds of a core that it took for that: what the same start costs however busy the machine is. */
  readyWork: number
  /** Its worst stall so far in ms of its own work, and its memory in bytes. */
  health(): { stall: number; memory: number }
  kill(): Promise<void>
  /** SIGTERM; its exit code, and the milliseconds it took. */
  stop(): Promise<{ code: number | null; ms: number }>
}

/** Of the clock: a machine that others keep busy is no fault of ours. What a start may cost is in `readyWork`. */
const MOST_START_MS = 180_000

/** A folder that goes with the test. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-fault-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Starts the house on a data directory and waits until it commits; killed at the end of the test if it still runs. */
export async function startChild(
  dir: string,
  port: number,
  env: Record<string, string> = {},
): Promise<Child> {
  const began = performance.now()
  const started = spawnHouse(dir, port, env)
  const { process: child, url, output, ended } = started
  let health = { stall: 0, memory: 0 }
  child.on('message', (message) => (health = message as typeof health))
  onTestFinished(() => void child.kill('SIGKILL'))
  await untilReady(started, MOST_START_MS * PATIENCE)
  return {
    process: child,
    url,
    pid: child.pid!,
    output,
    readyAfter: performance.now() - began,
    readyWork: cpuSeconds(child.pid!) * 1000,
    health: () => health,
    async stop() {
      const asked = performance.now()
      child.kill('SIGTERM')
      await ended
      return { code: child.exitCode, ms: performance.now() - asked }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** What many starts took: of the clock, and of a core, which other work on the machine does not lengthen. */
export function startFigures(starts: Child[]): Record<string, number> {
  const sorted = (of: (start: Child) => number) => starts.map(of).toSorted((a, b) => a - b)
  const [took, work] = [sorted(({ readyAfter }) => readyAfter), sorted(({ readyWork }) => readyWork)]
  const middle = Math.floor(starts.length / 2)
  return {
    'median start, ms': Math.round(took[middle]!),
    'slowest start, ms': Math.round(took.at(-1)!),
    'median of a core, ms': Math.round(work[middle]!),
    'most of a core, ms': Math.round(work.at(-1)!),
  }
}
