// The house in a process of its own. Called by child.ts for tests, and by the assembly, which is none.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './sources.ts'

/** What Node has compiled of the server: a house that starts for the fortieth time need not compile again. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'houses')

export interface HouseProcess {
  process: ChildProcess
  url: string
  /** Its last words, at most 100,000 characters. */
  output(): string
  ended: Promise<void>
}

/** Starts the house on a data directory and a port; whoever asked ends it. `untilReady` waits for it. */
export function spawnHouse(dir: string, port: number, env: Record<string, string>): HouseProcess {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [process.env['HOUSE_ENTRY'] ?? 'tests/support/house-child.ts'], {
    cwd: ROOT,
    env: {
      NODE_COMPILE_CACHE: COMPILED,
      ...process.env,
      DATA_DIR: dir,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (data) => (text = (text + data).slice(-100_000)))
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  return { process: child, url, output: () => text, ended }
}

/** Waits until it commits. Throws what it said where it ends before, or where that takes longer than `ms`. */
export async function untilReady({ process: child, url, output }: HouseProcess, ms: number): Promise<void> {
  const end = performance.now() + ms
  while ((await fetch(`${url}/readyz`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null || performance.now() > end) throw new Error(`did not start: ${output()}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
