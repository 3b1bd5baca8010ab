// docs/scaling.md from the figures of the last assembly: what was held and counted, and what follows from it by arithmetic.
// Called by main.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from '../support/sources.ts'

export interface Phase {
  what: string
  seconds: number
  /** Seconds of a core that all nodes spent together. */
  cpu: number
}

export interface Figures {
  day: string
  machine: string
  members: number
  nodes: number
  /** That one process may have; null without a limit. */
  openFiles: number | null
  phases: Phase[]
  /** When the node was killed. */
  killed: string
  answered: number
  /** Milliseconds from a ballot to its answer, the cut included. */
  p50: number
  p99: number
  slowest: number
  said: Record<string, number>
  counted: Record<string, number | undefined>
  exact: boolean
  /** Memory of all nodes for one seat. */
  kbPerSeat: number
}

const PAGE = join(ROOT, 'docs', 'scaling.md')
/** Members of the cooperative that this was made for. */
const GOAL = 35_000
const MILLION = 1_000_000
/** Seconds in which all ballots of an assembly are to be answered. */
const ASKED = 60

export async function writePage(figures: Figures): Promise<void> {
  const style = await resolveConfig(PAGE)
  writeFileSync(PAGE, await format(page(figures), { ...style, filepath: PAGE }))
}

function page(figures: Figures): string {
  const { members, nodes, phases, killed, said, counted } = figures
  const rows = phases.map(({ what, seconds, cpu }) => `| ${what} | ${seconds} s | ${cpu} s |`)
  const votes = Object.keys(said).map(
    (choice) => `| ${choice} | ${number(said[choice]!)} | ${number(counted[choice] ?? 0)} |`,
  )
  return `# Scaling

Which engine carries what, where the first wall is, and how far it was really tried.

## An assembly, really held

\`npm run assembly -- ${members}\` on ${figures.day}: ${figures.machine}, shared by ${nodes} nodes, PostgreSQL, Redis and the
processes that play the members. ${number(members)} members held one session socket each, and no document. In the middle of the
vote the node that ran the workshop was killed (${killed}).

| What happened | time | cores of all nodes |
| --- | --- | --- |
${rows.join('\n')}

Every ballot was answered after it was stored: half of them within ${number(figures.p50)} ms, 99 of 100 within ${number(figures.p99)} ms,
the last after ${number(figures.slowest)} ms, with the way back from the node that died. ${pace(figures)} PostgreSQL kept its
files in memory here, so what a disk takes for an fsync comes on top, once for each group of ballots.

| Choice | members said | counted |
| --- | --- | --- |
${votes.join('\n')}

${figures.exact ? 'The count is exactly what the members said.' : 'THE COUNT IS NOT WHAT THE MEMBERS SAID.'}

## How many nodes

A node holds as many sockets as it may open files (\`ulimit -n\`${figures.openFiles ? `: ${number(figures.openFiles)} here` : ''}): beyond that it takes no new ones, and says so in its log.
\`npm run assembly -- 35000\` starts as many nodes as still carry everybody at two thirds of that limit when one of them has
died, three at least.

## By arithmetic

${arithmetic(figures)}

## Which engine carries what

| Who comes | What carries it |
| --- | --- |
| a room of up to 300, a café, a laptop | one process and its file (SQLite) |
| many rooms at once, up to 3,000 people in one | one process and its file; see docs/performance.md for what a core takes |
| a tour of twelve towns | one process; each stop is a workshop of its own |
| an assembly in one workshop, or more rooms than a core carries | several nodes on PostgreSQL and Redis: any node takes any socket, one of them runs a workshop |
| a million seats | many workshops over many nodes: they share nothing but the database |

The first wall of one workshop is the node that runs it: it alone decides, counts, and tells all the others. The first wall of
an installation is what PostgreSQL commits in a second; ballots and notes are committed in groups, so it is met late.
`
}

function pace({ phases }: Figures): string {
  const { seconds } = phases.find(({ what }) => what.startsWith('everybody'))!
  const kept = seconds <= ASKED ? 'within' : 'more than'
  return `From the first ballot to the last answer it took ${seconds} s, ${kept} the ${ASKED} s that an assembly gives.`
}

function arithmetic({ members, kbPerSeat, phases }: Figures): string {
  const joins = sum(phases.filter(({ what }) => what.startsWith('wave')))
  const votes = sum(phases.filter(({ what }) => what.startsWith('everybody')))
  const each = (cpu: number) => ((cpu / members) * 1000).toFixed(2)
  const gb = (seats: number) => ((seats * kbPerSeat) / 2 ** 20).toFixed(1)
  return `Measured above: ${kbPerSeat} KB of memory a seat over all nodes, ${each(joins)} ms of a core to come in, ${each(votes)} ms for a
ballot (with coming back after the cut). Nothing below was run; it is what these figures come to where they stay what they are:

| Seats | memory of all nodes | coming in within ten minutes | voting within a minute |
| --- | --- | --- | --- |
${[...new Set([members, GOAL, MILLION])]
  .map(
    (seats) =>
      `| ${number(seats)} | ${gb(seats)} GB | ${cores((joins / members) * seats, 600)} | ${cores((votes / members) * seats, 60)} |`,
  )
  .join('\n')}

${number(MILLION)} seats are many workshops: one workshop stays within what the node that runs it can tell and count.`
}

function sum(phases: Phase[]): number {
  return phases.reduce((total, { cpu }) => total + cpu, 0)
}

function cores(seconds: number, within: number): string {
  return `${(seconds / within).toFixed(1)} cores`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
