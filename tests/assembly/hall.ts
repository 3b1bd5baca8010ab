// What an assembly needs on one machine: PostgreSQL, Redis, nodes, and the processes that hold its members. Called by main.ts.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuSeconds, residentMb } from '../bench/meter.ts'
import { freePort } from '../support/ports.ts'
import { spawnHouse, untilReady } from '../support/process.ts'
import { startPostgres, startRedis } from '../support/services.ts'
import type { Standing, Told } from './crowd.ts'
import type { Hall } from './member.ts'

export interface Node {
  port: number
  pid: number
  cpu(): number
  mb(): number
  kill(): Promise<void>
}

export interface House {
  nodes: Node[]
  stop(): Promise<void>
}

const PATIENCE = 60_000

/** Starts so many nodes on a PostgreSQL and a Redis of their own, for workshops of up to `seats`. */
export async function openHall(count: number, seats: number): Promise<House> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    MAX_SEATS: String(seats),
    LOG_LEVEL: 'error',
  }
  const nodes = await Promise.all(Array.from({ length: count }, () => startNode(env)))
  return {
    nodes,
    async stop() {
      await Promise.all(nodes.map((node) => node.kill()))
      await Promise.all([postgres.stop(), redis.stop()])
    },
  }
}

async function startNode(settings: Record<string, string>): Promise<Node> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'tablee-assembly-'))
  const started = spawnHouse(dir, port, settings)
  const { process: child, ended } = started
  child.stderr!.pipe(process.stderr)
  process.once('exit', () => child.kill('SIGKILL'))
  await untilReady(started, PATIENCE)
  const pid = child.pid!
  return {
    port,
    pid,
    cpu: () => cpuSeconds(pid),
    mb: () => residentMb(pid),
    async kill() {
      child.kill('SIGKILL')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Members in several processes, told and asked as one. */
export class Crowd {
  readonly #parts: ChildProcess[]
  readonly #gone = new AbortController()

  constructor(hall: Hall, parts: number) {
    const script = join(import.meta.dirname, 'crowd.ts')
    this.#parts = Array.from({ length: parts }, () => fork(script, [JSON.stringify(hall)]))
    for (const part of this.#parts) part.once('exit', () => this.#gone.abort())
  }

  /** So many more take a seat; `from` is the number of the first. */
  join(from: number, count: number): void {
    const each = Math.ceil(count / this.#parts.length)
    this.#parts.forEach((part, i) => {
      const first = Math.min(count, i * each)
      const many = Math.min(count, first + each) - first
      part.send({ do: 'join', from: from + first, count: many } satisfies Told)
    })
  }

  tell(told: Told): void {
    for (const part of this.#parts) part.send(told)
  }

  /** Rejects where a part of them is gone. */
  async standing(): Promise<Standing> {
    const { signal } = this.#gone
    const answers = this.#parts.map((part) => once(part, 'message', { signal }) as Promise<[Standing]>)
    this.tell({ do: 'tell' })
    const all = (await Promise.all(answers)).map(([one]) => one)
    const sum = (of: (one: Standing) => number) => all.reduce((total, one) => total + of(one), 0)
    const most = (of: (one: Standing) => number) => Math.max(...all.map(of))
    return {
      members: sum(({ members }) => members),
      ready: sum(({ ready }) => ready),
      answered: sum(({ answered }) => answered),
      p50: most(({ p50 }) => p50),
      p99: most(({ p99 }) => p99),
      slowest: most(({ slowest }) => slowest),
    }
  }

  leave(): void {
    for (const part of this.#parts) part.disconnect()
  }
}
