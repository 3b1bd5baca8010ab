// What is measured: latencies in fine buckets, a process's share of a core and its memory, straight from the kernel.
// Called by the workloads in the load generator's process.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** Milliseconds a bucket; the last one holds everything longer. */
const STEP = 0.25
const BUCKETS = 120_000

export class Latencies {
  readonly #buckets = new Uint32Array(BUCKETS)
  total = 0

  add(ms: number): void {
    this.#buckets[Math.min(BUCKETS - 1, Math.max(0, Math.round(ms / STEP)))]!++
    this.total++
  }

  /** In milliseconds; 0 where nothing was measured. */
  quantile(q: number): number {
    const rank = Math.ceil(this.total * q)
    let seen = 0
    for (let i = 0; i < BUCKETS; i++) if ((seen += this.#buckets[i]!) >= rank && seen > 0) return i * STEP
    return 0
  }
}

/** Clock ticks a second of /proc, which on Linux is 100 unless somebody built it otherwise. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK']).toString()) || 100

/** CPU seconds a process has used so far, all its threads together. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

export interface Load {
  /** Share of a core, 0 to 1. */
  server: number
  /** CPU seconds. */
  cpu: number
  seconds: number
  /** The load generator's own share: near 1, it is what was measured. */
  generator: number
}

/** Runs `play` and says what the server and this process spent meanwhile. */
export async function measureLoad<T>(pid: number, play: () => Promise<T>): Promise<[T, Load]> {
  const started = performance.now()
  const [server, own] = [cpuSeconds(pid), process.cpuUsage()]
  const result = await play()
  const seconds = (performance.now() - started) / 1000
  const spent = process.cpuUsage(own)
  const cpu = cpuSeconds(pid) - server
  const generator = (spent.user + spent.system) / 1e6 / seconds
  return [result, { server: cpu / seconds, cpu, seconds, generator }]
}

/** Bytes that a server holds after a full collection: heap and buffers. Its probe (probe.ts) writes them to `file`. */
export async function heldBytes(pid: number, file: string): Promise<number> {
  const before = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  process.kill(pid, 'SIGUSR2')
  for (let tries = 0; tries < 400; tries++) {
    await pause(25)
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > before) break
  }
  return Number(readFileSync(file, 'utf8'))
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
