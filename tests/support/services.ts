// A PostgreSQL and a Redis of one's own: Debian's, on free ports, in folders that go afterwards. Called by store and node tests.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './ports.ts'
import { findProgram, installPackages } from './programs.ts'

export interface Service {
  /** What `DATABASE_URL` or `REDIS_URL` is to be. */
  url: string
  /** Ends the server in good order and starts it again on the same port and folder. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Installs what is missing, once, before test files that run at the same time would each try to. */
export function ensureServices(): void {
  const missing = [
    ...(findProgram(['postgres'], postgresFolders()) ? [] : ['postgresql']),
    ...(findProgram(['redis-server']) ? [] : ['redis-server']),
  ]
  if (missing.length > 0) installPackages(...missing)
}

const PATIENCE = 30_000
const MEMORY = '/dev/shm'
const ROOM = 1024 ** 3

/** Throws one line that says what to do where there is none and none can be installed. */
export async function startPostgres(): Promise<Service> {
  const bin = (name: string) => findProgram([name], postgresFolders())
  if (!bin('postgres')) installPackages('postgresql')
  const [initdb, postgres] = [bin('initdb'), bin('postgres')]
  if (!initdb || !postgres) throw new Error('PostgreSQL is missing: apt-get install postgresql')
  const owner = postgresUser()
  const dir = folder('tablee-postgres-', owner)
  const data = join(dir, 'data')
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'tablee', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { cwd: dir, ...owner, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-k', dir, '-c', 'listen_addresses=127.0.0.1']
  const url = `postgres://tablee@127.0.0.1:${port}/postgres`
  const start = () =>
    running(spawn(postgres, args, { cwd: dir, ...owner, stdio: 'ignore' }), () => takesQueries(url), 'SIGINT')
  return serviceOf(url, dir, start)
}

/** The same for Redis. Nothing of it is on disk: what it knew is gone when it stops. */
export async function startRedis(): Promise<Service> {
  if (!findProgram(['redis-server'])) installPackages('redis-server')
  const redis = findProgram(['redis-server'])
  if (!redis) throw new Error('Redis is missing: apt-get install redis-server')
  const dir = folder('tablee-redis-', {})
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', dir]
  const start = () =>
    running(spawn(redis, args, { cwd: dir, stdio: 'ignore' }), () => takesConnections(port), 'SIGTERM')
  return serviceOf(`redis://127.0.0.1:${port}`, dir, start)
}

async function serviceOf(
  url: string,
  dir: string,
  start: () => Promise<() => Promise<void>>,
): Promise<Service> {
  let end = await start()
  return {
    url,
    async restart() {
      await end()
      end = await start()
    },
    async stop() {
      await end()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Waits until the server is ready; answers how to end it. */
async function running(
  child: ChildProcess,
  isReady: () => Promise<boolean>,
  signal: NodeJS.Signals,
): Promise<() => Promise<void>> {
  const ended = once(child, 'exit')
  const orphaned = () => void child.kill('SIGKILL')
  process.once('exit', orphaned)
  const began = performance.now()
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE)
      throw new Error(`${child.spawnfile} did not start`)
    await new Promise((done) => setTimeout(done, 30))
  }
  return async () => {
    process.off('exit', orphaned)
    child.kill(signal)
    await ended
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function takesQueries(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql'
  try {
    return readdirSync(root)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, 'bin'))
  } catch {
    return []
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user of Debian's package, or as nobody. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((which) =>
      spawnSync('id', [which, name], { encoding: 'utf8' }).stdout.trim(),
    )
    const [uid, gid] = ids
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return {}
}

/** A folder in memory spares the machine's disk thousands of writes: what a power cut leaves is not what these tests ask. */
function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}

function folder(prefix: string, { uid, gid }: { uid?: number; gid?: number }): string {
  const dir = mkdtempSync(join(roomInMemory() ? MEMORY : tmpdir(), prefix))
  if (uid !== undefined && gid !== undefined) chownSync(dir, uid, gid)
  return dir
}
