// `npm run assembly`: a large assembly on three nodes of this machine. Members join in waves, a resolution is put to the vote,
// one node is killed while the ballots come in, and the count must be exact. MEMBERS=10000, PROCESSES=2, KILL=other|owner|none.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres, startRedis } from '../support/services.ts'
import { ROOT } from '../support/sources.ts'
import { freePort } from '../support/ports.ts'
import type { Made } from '../support/people.ts'
import { Desk } from './desk.ts'
import type { Tally } from './member.ts'
import type { Order } from './process.ts'

const MEMBERS = Number(process.env['MEMBERS'] ?? 10_000)
const PROCESSES = Number(process.env['PROCESSES'] ?? 2)
const PER_SECOND = Number(process.env['PER_SECOND'] ?? 150)
const KILL = process.env['KILL'] ?? 'other'
const NODES = 3
/** Milliseconds over which the members make up their minds, and within which all ballots should be answered. */
const VOTING = 30_000
const GOAL = 60_000
const PATIENCE = 600_000
/** Whoever is not in by then does not count. */
const JOINING = Number(process.env['JOINING'] ?? 600) * 1000

const PROGRAMME = {
  v: 1,
  title: 'Assemblée générale',
  activities: [{ id: 'v', kind: 'resolution', title: 'Résolution 1', settings: {} }],
}

interface Node {
  url: string
  process: ChildProcess
}

async function startNode(env: Record<string, string>): Promise<Node> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(join(ROOT, 'tests/support/house-child.ts'), {
    cwd: ROOT,
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await holds(async () => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200, 60_000)
  return { url, process: child }
}

async function holds(test: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  while (!(await test())) {
    if (performance.now() > end) return false
    await new Promise((done) => setTimeout(done, 200))
  }
  return true
}

async function sumOf(crowd: ChildProcess[]): Promise<Tally> {
  const all = await Promise.all(
    crowd.map(async (one) => {
      one.send({ do: 'tell' } satisfies Order)
      return ((await once(one, 'message')) as [Tally])[0]
    }),
  )
  const sum = (pick: (tally: Tally) => number) => all.reduce((total, tally) => total + pick(tally), 0)
  const merged = (pick: (tally: Tally) => Record<string, number>) => {
    const found: Record<string, number> = {}
    for (const tally of all)
      for (const [key, n] of Object.entries(pick(tally))) found[key] = (found[key] ?? 0) + n
    return found
  }
  return {
    seats: sum(({ seats }) => seats),
    open: sum(({ open }) => open),
    answered: sum(({ answered }) => answered),
    cuts: sum(({ cuts }) => cuts),
    choices: merged(({ choices }) => choices),
    refused: merged(({ refused }) => refused),
    waits: all.flatMap(({ waits }) => waits).sort((a, b) => a - b),
  }
}

/** Resident memory in MB and processor seconds of a process, as Linux tells them. */
function costOf({ process: { pid } }: Node): { mb: number; cpu: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  const mb = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  return { mb, cpu: (Number(stat[11]) + Number(stat[12])) / 100 }
}

const facts: [string, string | number][] = []
const say = (what: string, value: string | number) => {
  facts.push([what, value])
  console.log(`${what.padEnd(44)} ${value}`)
}
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

async function main(): Promise<boolean> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    MAX_SEATS: String(MEMBERS + 10),
    UV_THREADPOOL_SIZE: '4',
  }
  const nodes: Node[] = []
  for (let n = 0; n < NODES; n++) nodes.push(await startNode(env))
  const made = (await (
    await fetch(`${nodes[0]!.url}/api/workshops`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: PROGRAMME.title, language: 'fr', programme: PROGRAMME }),
    })
  ).json()) as Made
  const desk = new Desk(() => nodes.at(-1)!.url, made.tokens.desk)
  await desk.ready()
  const invite = made.links.join.split('#')[1] ?? ''
  const at = { urls: nodes.map(({ url }) => url), code: made.workshop.code, invite }
  const crowd = Array.from({ length: PROCESSES }, () => fork(join(import.meta.dirname, 'process.ts')))
  const share = Math.ceil(MEMBERS / PROCESSES)
  let began = performance.now()
  crowd.forEach((one, n) => {
    const count = Math.min(share, MEMBERS - n * share)
    one.send({ do: 'join', at, from: n * share, count, perSecond: PER_SECOND / PROCESSES } satisfies Order)
  })
  await holds(async () => {
    const { open } = await sumOf(crowd)
    process.stdout.write(`\r${open} of ${MEMBERS} connected   `)
    return open === MEMBERS
  }, JOINING)
  process.stdout.write('\n')
  const joined = await sumOf(crowd)
  say('members asked for', MEMBERS)
  say('seats taken, session sockets open at once', `${joined.seats}, ${joined.open}`)
  say('joined in, s', seconds(began))
  nodes.forEach((node, n) =>
    say(
      `node ${n}${n === 0 ? ' (runs it)' : ''} after joining: MB, CPU s`,
      `${costOf(node).mb}, ${costOf(node).cpu}`,
    ),
  )

  await desk.do({ kind: 'open', activity: 'v' })
  began = performance.now()
  await desk.do({ kind: 'pollOpen' })
  say('opening the poll, told to all, s', seconds(began))
  began = performance.now()
  for (const one of crowd) one.send({ do: 'vote', within: VOTING } satisfies Order)
  if (KILL !== 'none') {
    await holds(async () => (await sumOf(crowd)).answered > joined.open / 3, PATIENCE)
    const victim = KILL === 'owner' ? nodes.shift()! : nodes.splice(1, 1)[0]!
    victim.process.kill('SIGKILL')
    say('killed in the middle', KILL === 'owner' ? 'the node that runs it' : 'another node')
  }
  await holds(async () => {
    const { answered } = await sumOf(crowd)
    process.stdout.write(`\r${answered} ballots answered   `)
    return answered === joined.open
  }, PATIENCE)
  process.stdout.write('\n')
  const took = performance.now() - began
  const voted = await sumOf(crowd)
  const part = (q: number) => Math.round(voted.waits[Math.floor((voted.waits.length - 1) * q)] ?? 0)
  say('ballots answered', voted.answered)
  say(
    `all ballots in, s (goal ${GOAL / 1000}; minds made up over ${VOTING / 1000})`,
    (took / 1000).toFixed(1),
  )
  say('a ballot from thumb to answer, ms: p50, p95, p99', `${part(0.5)}, ${part(0.95)}, ${part(0.99)}`)
  say('sockets cut by the killing', voted.cuts)
  say('refused in passing, by code', JSON.stringify(voted.refused))
  nodes.forEach((node, n) => say(`node left ${n}: MB, CPU s`, `${costOf(node).mb}, ${costOf(node).cpu}`))
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  const result = desk.session?.['result'] as { totals?: Record<string, number> } | undefined
  say('answered, by choice', JSON.stringify(voted.choices))
  say('counted', JSON.stringify(result))
  const exact = desk.voted === voted.answered
  say('the count is exact', exact ? 'yes' : `NO: ${desk.voted}`)
  for (const one of crowd) one.send({ do: 'leave' } satisfies Order)
  desk.leave()
  for (const { process: child } of nodes) child.kill('SIGKILL')
  await Promise.all([postgres.stop(), redis.stop()])
  return exact && voted.answered === joined.open
}

process.exitCode = (await main()) ? 0 : 1
process.exit()
