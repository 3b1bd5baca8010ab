// Two and three nodes on one PostgreSQL and one Redis, behind one address: any node takes any socket, one of them runs a
// workshop, and whatever goes away in the middle of the work takes nothing with it that was acknowledged.
import pg from 'pg'
import { createClient } from '@redis/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBalancer, type Balancer } from './support/balancer.ts'
import { openBusyRoom, pause, type BusyRoom } from './support/busy-room.ts'
import { startChild, tempDir, type Child } from './support/child.ts'
import { converge } from './support/converge.ts'
import { figure, formOf, sized } from './support/forms.ts'
import {
  clientId,
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
} from './support/people.ts'
import { freePort } from './support/ports.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'
import { startPostgres, startRedis, type Service } from './support/services.ts'

let postgres: Service
let redis: Service
beforeAll(async () => {
  ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
})
afterAll(async () => {
  await Promise.all([postgres.stop(), redis.stop()])
})

const KEY = 'the-key-of-the-operator'

interface Nodes {
  nodes: Map<number, Child>
  balancer: Balancer
  add(): Promise<number>
}

async function startNodes(count: number): Promise<Nodes> {
  const balancer = await startBalancer([])
  const nodes = new Map<number, Child>()
  const add = async () => {
    const port = await freePort()
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PUBLIC_URL: balancer.url,
      ADMIN_KEY: KEY,
    }
    nodes.set(port, await startChild(tempDir(), port, env))
    balancer.ports.push(port)
    return port
  }
  for (let n = 0; n < count; n++) await add()
  return { nodes, balancer, add }
}

async function asked<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows as Row[]
}

test('every node takes every socket of a workshop that one of them runs', async () => {
  const { nodes, balancer } = await startNodes(2)
  const [a, b] = [...nodes.values()].map(({ url }) => url) as [string, string]
  const made = await makeWorkshop(a)
  const desk = await openDesk(b, made)
  const [near, far] = await Promise.all([joinPhone(a, made, 'Ada'), joinPhone(b, made, 'Bo')])
  const walls = await Promise.all([openWall(a, made), openWall(b, made)])
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => [near, far, ...walls].every(({ session }) => session?.now?.activity === 'a1'))
  await until(() => walls.every(({ counts }) => counts?.present === 2))
  const pads = [near, far].map((phone, n) => openDoc(n ? b : a, made, phone.token, `pad.a1.${phone.seat}`))
  await until(() => pads.every(({ provider }) => provider.synced))
  pads.forEach((pad, n) => pad.write(clientId(), `idée ${n}`))
  await desk.do({ kind: 'reveal' })
  const boards = [a, b].map((url) => openDoc(url, made, made.tokens.wall, 'board.a1'))
  await until(() => boards.every((board) => board.notes().length === 2), 20_000)
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => [near, far].every(({ session }) => session?.poll?.state === 'open'))
  const option = far.session!.poll!.paper.options[0]!.id
  for (const phone of [near, far])
    expect(await phone.vote({ [option]: 1 })).toMatchObject({ ok: true, receipt: 1 })
  await until(() => walls.every(({ counts }) => counts?.voted === 2))
  for (const url of [a, b]) {
    const asking = { token: made.tokens.desk }
    const { text } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, asking)
    expect(text).toContain('idée 0')
    expect(text).toContain('idée 1')
  }
  expect(await asked('SELECT fence::int FROM leases WHERE workshop = $1', [made.workshop.id])).toHaveLength(1)
  // Long polling, each request at another node.
  const poller = await new Device(balancer.url, far.token, ['polling']).ready()
  expect(await poller.vote({ [option]: 1 })).toMatchObject({ ok: true, receipt: 2 })
  const stranger = await new Device(b, 'A'.repeat(22)).ready()
  expect(stranger.refused).toBe('not-your-seat')
  // The operator need not know which of them runs it.
  for (const there of [204, 404]) {
    const path = `/api/admin/workshops/${made.workshop.id}`
    expect((await http(b, 'DELETE', path, { token: KEY })).status).toBe(there)
  }
  await until(() => [near, far, ...walls].every(({ socket }) => !socket.connected))
})

test('who is connected to another node keeps their socket when the one that runs the workshop goes', async () => {
  const { nodes } = await startNodes(2)
  const [owner, other] = [...nodes.values()] as [Child, Child]
  const made = await makeWorkshop(owner.url)
  const desk = await openDesk(owner.url, made)
  await desk.do({ kind: 'open', activity: 'a1' })
  const far = await joinPhone(other.url, made, 'Bo')
  const before = far.socket.id
  const leaving = owner.stop()
  // Said while nobody runs it, answered by the one that comes after, which hears the device itself.
  expect((await far.command({ kind: 'done', on: true })).ok).toBe(true)
  expect((await leaving).code).toBe(0)
  const again = await openDesk(other.url, made)
  await again.do({ kind: 'step' })
  await until(() => far.session?.now?.step === again.session?.now?.step)
  expect([far.socket.connected, far.socket.id]).toEqual([true, before])
  await until(() => far.counts?.present === 1)
})

interface Fault {
  /** Takes something away while the room works; `owner` is the port of the node that runs it. */
  strike(at: Nodes, owner: number): Promise<void>
  /** Once the room works again. */
  after?(at: Nodes, owner: number): Promise<void>
}

const gone = ({ nodes, balancer }: Nodes, port: number) => {
  balancer.remove(port)
  nodes.delete(port)
}
const another = async ({ add }: Nodes) => void (await add())

const FAULTS: Record<string, Fault> = {
  'owner paused and resumed': {
    async strike({ nodes, balancer }, owner) {
      nodes.get(owner)!.process.kill('SIGSTOP')
      balancer.remove(owner)
    },
    async after({ nodes, balancer }, owner) {
      await pause(sized({ short: 1000, long: 20_000, soak: 20_000 }))
      nodes.get(owner)!.process.kill('SIGCONT')
      balancer.ports.push(owner)
    },
  },
  'Redis wiped': {
    async strike() {
      const client = await createClient({ url: redis.url }).connect()
      for (let n = 0; n < 20; n++) await client.sendCommand(['FLUSHALL'])
      client.destroy()
    },
  },
  'node drained': {
    async strike(at, owner) {
      expect((await at.nodes.get(owner)!.stop()).code).toBe(0)
      gone(at, owner)
    },
    after: another,
  },
  'owner killed': {
    async strike(at, owner) {
      await at.nodes.get(owner)!.kill()
      gone(at, owner)
    },
    after: another,
  },
  'Redis restarted': { strike: () => redis.restart() },
  'PostgreSQL restarted': { strike: () => postgres.restart() },
}

/** The others in the long forms: each costs its seconds. */
const NAMES = Object.keys(FAULTS).slice(0, sized({ short: 3, long: 6, soak: 6 }))
const ROUNDS = sized({ short: 1, long: 2, soak: 10 })
const seed = freshSeed()

test(
  `seed ${seed}: ${NAMES.join(', ')}: nothing acknowledged is lost or doubled, and everybody is back soon`,
  { timeout: 120_000 * ROUNDS * NAMES.length },
  async () => {
    const random = seeded(seed)
    const at = await startNodes(sized({ short: 2, long: 3, soak: 3 }))
    for (const name of NAMES) {
      const { strike, after } = FAULTS[name]!
      const sum = { notes: 0, commands: 0, ballots: 0 }
      const back: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const mode = random.chance(0.5) ? 'write' : 'vote'
        const room = await openBusyRoom(at.balancer.url, random, mode)
        await pause(random.int(100, 600))
        const owner = await ownerOf(at, room)
        const began = performance.now()
        await strike(at, owner)
        await workingAgain(room)
        back.push(performance.now() - began)
        await after?.(at, owner)
        const promised = room.promised()
        await room.stop()
        const found = await checkPromises(at.balancer.url, promised)
        for (const what of ['notes', 'commands', 'ballots'] as const) sum[what] += found[what]
        await converge(room, at.balancer.url, promised.made, mode)
        room.leave()
      }
      const slowest = Math.round(Math.max(...back))
      figure(name, {
        seed,
        rounds: ROUNDS,
        nodes: at.nodes.size,
        ...sum,
        lost: 0,
        doubled: 0,
        'slowest back, ms': slowest,
      })
      if (formOf() !== 'short') expect(slowest).toBeLessThan(15_000)
    }
  },
)

/** The port of the node that runs the workshop of this room. */
async function ownerOf({ nodes }: Nodes, room: BusyRoom): Promise<number> {
  const { made } = room.promised()
  const [row] = await asked<{ node: string }>('SELECT node FROM leases WHERE workshop = $1', [
    made.workshop.id,
  ])
  for (const [port, { output }] of nodes) if (output().includes(row!.node)) return port
  throw new Error('nobody runs the workshop')
}

/** Resolves once a command that was given from now on is answered. */
async function workingAgain(room: BusyRoom): Promise<void> {
  const before = room.promised().commands.length
  const answered = () =>
    room
      .promised()
      .commands.slice(before)
      .some(({ answer }) => answer?.ok)
  await until(answered, 60_000)
}
