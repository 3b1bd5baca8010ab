// `npm run assembly`: an assembly of many members over several nodes votes on a resolution while a node is killed, and every
// ballot is counted. `npm run assembly -- 35000` holds so many. Figures go to docs/scaling.json, the page is made from them.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { openFiles } from '../../server/open-files.ts'
import { ROOT } from '../support/sources.ts'
import { Desk, until, type Session } from './desk.ts'
import { Crowd, openHall, type House } from './hall.ts'
import { choiceOf, CHOICES, pause } from './member.ts'
import { writePage, type Figures, type Phase } from './page.ts'
import { nodesFor, partsFor } from './size.ts'

const WAVES = 4
/** Milliseconds: over which members make up their mind; into it a node is killed; until the last answer at most. */
const WITHIN = 20_000
const KILL_AFTER = 8000
const MOST = 300_000
const JOINING = 300_000
/** Whatever happens, the run is over then. */
const LONGEST = 900_000

async function main(members: number): Promise<void> {
  if (!Number.isSafeInteger(members) || members < 1) throw new Error('say how many members: 10000')
  // What was started goes with this process, however it ends.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  const files = openFiles()
  const nodes = nodesFor(members, files)
  console.log(`${members} members over ${nodes} nodes`)
  const house = await openHall(nodes, members + 10)
  try {
    const figures = await within(LONGEST, assemble(house, members, files))
    console.table(figures.phases)
    console.log(figures)
    writeFileSync(join(ROOT, 'docs/scaling.json'), `${JSON.stringify(figures, null, 2)}\n`)
    await writePage(figures)
    if (!figures.exact) throw new Error('the count is not what the members said')
  } finally {
    await house.stop()
  }
}

async function assemble(house: House, members: number, files: number): Promise<Figures> {
  const phases: Phase[] = []
  const { nodes } = house
  const before = nodes.map((node) => node.mb())
  const made = await makeAssembly(nodes[0]!.port, members)
  const hall = {
    ports: nodes.map(({ port }) => port),
    code: made.workshop.code,
    invite: made.links.join.split('#')[1]!,
  }
  const desk = new Desk(hall.ports, made.tokens.desk)
  await desk.do({ kind: 'open', activity: 'v' })
  const crowd = new Crowd(hall, partsFor(members, files))
  const phase = measured(house, phases)

  for (let wave = 0; wave < WAVES; wave++) {
    const [from, to] = [wave, wave + 1].map((part) => Math.floor((members * part) / WAVES)) as [
      number,
      number,
    ]
    crowd.join(from, to - from)
    await phase(`wave ${wave + 1}: ${to - from} members come in`, () =>
      until(async () => (await crowd.standing()).ready === to, JOINING),
    )
  }
  const seated = nodes.map((node) => node.mb())
  await phase('the vote is opened', () => desk.do({ kind: 'pollOpen' }))
  const poll = await desk.session('poll')
  let killed = ''
  await phase('everybody votes, a node is killed', async () => {
    crowd.tell({ do: 'vote', poll: poll.id, within: WITHIN })
    await pause(KILL_AFTER)
    const { answered } = await crowd.standing()
    killed = `after ${answered} answers`
    await nodes[0]!.kill()
    hall.ports.shift()
    crowd.tell({ do: 'ports', ports: hall.ports })
    await until(async () => (await crowd.standing()).answered === members, MOST)
  })
  const standing = await crowd.standing()
  await phase('the vote is closed and counted', () => desk.do({ kind: 'pollClose' }))
  await phase('the result is shown', () => desk.do({ kind: 'publish' }))
  const result = await desk.session('result')
  crowd.leave()
  desk.close()
  const said = Object.fromEntries(CHOICES.map((choice) => [choice, countOf(members, choice)]))
  const perSeat = (seated.reduce((a, b) => a + b) - before.reduce((a, b) => a + b)) / members
  return {
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    members,
    nodes: nodes.length,
    openFiles: Number.isFinite(files) ? files : null,
    phases,
    killed,
    answered: standing.answered,
    p50: Math.round(standing.p50),
    p99: Math.round(standing.p99),
    slowest: Math.round(standing.slowest),
    said,
    counted: pick(result),
    exact: CHOICES.every((choice) => pick(result)[choice] === said[choice]),
    kbPerSeat: Math.round(perSeat * 1024),
  }
}

/** Runs a phase and notes its time, and what all living nodes spent on it. */
function measured({ nodes }: House, phases: Phase[]) {
  return async (what: string, act: () => Promise<unknown>) => {
    const alive = () => nodes.map((node) => cpuOf(node))
    const [began, spent] = [performance.now(), alive()]
    await act()
    const used = alive().map((now, i) => (now === null || spent[i] === null ? 0 : now - spent[i]!))
    const seconds = Math.round((performance.now() - began) / 100) / 10
    phases.push({ what, seconds, cpu: Math.round(used.reduce((a, b) => a + b) * 10) / 10 })
    console.log(`${what}: ${seconds} s`)
  }
}

/** Null for a node that is gone. */
function cpuOf(node: { cpu(): number }): number | null {
  try {
    return node.cpu()
  } catch {
    return null
  }
}

interface Made {
  workshop: { id: string; code: string }
  tokens: { desk: string }
  links: { join: string }
}

async function makeAssembly(port: number, registered: number): Promise<Made> {
  const activities = [{ id: 'v', kind: 'resolution', title: 'Comptes', settings: { registered } }]
  const programme = { v: 1, title: 'Assemblée générale', activities }
  const response = await fetch(`http://127.0.0.1:${port}/api/workshops`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: programme.title, programme }),
  })
  if (!response.ok) throw new Error(`no workshop: ${response.status} ${await response.text()}`)
  return (await response.json()) as Made
}

function countOf(members: number, choice: string): number {
  let many = 0
  for (let i = 0; i < members; i++) if (choiceOf(i) === choice) many++
  return many
}

/** The three figures of a resolution's result. */
function pick({ counts }: NonNullable<Session['result']>): Record<string, number | undefined> {
  return Object.fromEntries(CHOICES.map((choice) => [choice, counts[choice]]))
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = pause(ms, false).then(() => Promise.reject(new Error(`not over after ${ms / 1000} s`)))
  return Promise.race([work, late])
}

await main(Number(process.argv[2] ?? 10_000))
