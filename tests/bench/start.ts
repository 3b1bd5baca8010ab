// Starts one server after the other, each in its own process on its own core, and ends it. Called by main.ts.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

export type Kind = 'stock' | 'hocuspocus' | 'house' | 'tally'

/** What a workload needs to know of the server it plays on. */
export interface Target {
  kind: Kind
  port: number
  pid: number
  /** Where its probe writes. */
  probe: string
}

export interface Running extends Target {
  stop(): Promise<void>
}

export const ROOT = join(import.meta.dirname, '../..')
const OUTPUT = join(ROOT, 'tests/output')
const ENTRIES: Record<Kind, string> = {
  stock: 'node_modules/@y/websocket-server/src/server.js',
  hocuspocus: 'tests/bench/servers/hocuspocus.ts',
  house: 'tests/bench/servers/house.ts',
  tally: 'tests/bench/servers/tally.ts',
}
const PATIENCE = 30_000
/** Seats a workshop, for the largest rooms. */
const SEATS = '6000'

/** True where a process can be kept on one core and the load on another. */
export function canPin(): boolean {
  if (availableParallelism() < 2) return false
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Command and arguments that run Node on this core, where that can be had. */
export function onCore(core: number, args: string[], pinned: boolean): [string, string[]] {
  return pinned ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args]
}

/** Resolves once the server takes connections. */
export async function startServer(kind: Kind, pinned: boolean): Promise<Running> {
  const dir = mkdtempSync(join(OUTPUT, 'bench-'))
  const port = await freePort()
  const probe = join(dir, 'held')
  const args = ['--expose-gc', '--import', join(import.meta.dirname, 'probe.ts'), ENTRIES[kind]]
  const [command, all] = onCore(0, args, pinned)
  const child = spawn(command, all, {
    cwd: ROOT,
    env: { ...process.env, ...environment(port, dir), BENCH_PROBE: probe },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await end(child)
    rmSync(dir, { recursive: true, force: true })
  }
  await untilReady(child, kind).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { kind, port, pid: child.pid!, probe, stop }
}

function environment(port: number, dir: string): Record<string, string> {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: join(dir, 'data'),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    MAX_SEATS: SEATS,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  }
}

function untilReady(child: ChildProcess, kind: Kind): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => reject(new Error(`${kind} did not start: ${text}`)), PATIENCE)
    const hear = (data: Buffer) => {
      text = (text + data.toString()).slice(-4000)
      if (!/ready|running at/.test(text)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.on('exit', (code) => reject(new Error(`${kind} ended with ${code}: ${text}`)))
  })
}

/** Ends a child for sure, and waits until it is gone. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
