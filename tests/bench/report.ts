// What was measured, as a table for the terminal and as docs/performance.md. Called by main.ts.
import type { ByKind, Results } from './plan.ts'
import { explained } from './growing.ts'
import { judge, TARGETS, type Target, type Verdict } from './targets.ts'
import type { Kind } from './start.ts'
import type { NotesFigures } from './workloads/notes.ts'

export interface Setting {
  date: string
  /** As typed. */
  command: string
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  pinned: boolean
  /** Load averages over a minute, at the start and at the end. */
  loads: [number, number]
  seconds: number
  /** What was not played, and why. */
  missing: string[]
}

export interface Run {
  setting: Setting
  results: Results
}

const PEERS: [Kind, string][] = [
  ['stock', 'y-websocket 0.1.1'],
  ['hocuspocus', 'Hocuspocus 4.7.0'],
]

export function table({ results }: Run): string {
  const rows = TARGETS.map((target) => judge(target, results)).map((verdict) => cells(verdict, results))
  const head = ['workload', 'stock', 'Hocuspocus', 'ours', 'ours / peer', 'target', 'met']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)))
  const line = (row: string[]) => row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')
  return [head, ...rows].map(line).join('\n')
}

function cells(verdict: Verdict, results: Results): string[] {
  const { target, ours, reached, met } = verdict
  const of = (kind: Kind) => show(target.value(results, kind), target)
  const others =
    target.peer === 'tally' ? [`${of('tally')} (socket.io)`, ''] : PEERS.map(([kind]) => of(kind))
  const ratio = target.peer && reached !== undefined ? asRatio(reached) : ''
  return [
    target.title,
    ...others,
    show(ours, target),
    ratio,
    goal(target),
    met === null ? '-' : met ? 'yes' : 'no',
  ]
}

function show(value: number | undefined, { unit }: Target): string {
  if (value === undefined) return '-'
  const digits = unit === 'people' || unit === '/s' || value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${Number(value.toFixed(digits)).toLocaleString('en')}${unit === 'people' ? '' : ` ${unit}`}`
}

function asRatio(ratio: number): string {
  if (ratio >= 0.5) return `${ratio.toFixed(ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2)} x`
  return `1/${(1 / ratio).toFixed(1 / ratio >= 10 ? 0 : 1)}`
}

function goal(target: Target): string {
  const sign = target.better === 'lower' ? '<=' : '>='
  if (!target.peer) return `${sign} ${show(target.goal, target)}`
  const names: Partial<Record<Kind, string>> = {
    hocuspocus: 'Hocuspocus',
    stock: 'stock',
    tally: 'socket.io',
  }
  return `${sign} ${asRatio(target.goal)} of ${names[target.peer]}`
}

/** The whole page; its prose says what was done, its figures come from the run alone. */
export function page(run: Run): string {
  return [
    '# Performance',
    intro(run),
    '## Against the peers',
    markdownTable(run),
    ...missed(run),
    '## One room, size by size',
    ROOM,
    sizes(run.results.workshop),
    attested(run.results.workshop),
    '## What the work costs as it grows',
    COSTS,
    '![Time and memory against notes on a board, people in a room, rooms in a process and ballots in a count](pictures/costs.svg)',
    explained(run.results),
    ...inBrowser(run.results.pages),
    '## What is compared',
    COMPARED,
    '## How to run it',
    HOW,
  ].join('\n\n')
}

/** Our pages in Chromium; nothing where they were not measured. */
export function inBrowser(pages: Results['pages']): string[] {
  if (!pages) return []
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
  const head = [
    'What happens',
    'work a frame',
    'of it style and layout',
    'longest task',
    'frames a second here',
  ]
  const rows = Object.entries(pages.frames).map(([what, { work, layout, longest, fps }]) => [
    what,
    ...[work, layout, longest].map(ms),
    String(Math.round(fps)),
  ])
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`
  const screens = Object.entries(pages.bytes).map(([screen, { scripts, all }]) => [
    screen,
    kb(scripts),
    kb(all),
  ])
  const { ms: paint, usableMs } = pages.firstPaint
  return [
    '## In the browser',
    FRAMES,
    rowsOf([head, head.map(() => '---'), ...rows]),
    `A phone four times slower than this processor, on a line of 400 kbit/s and 300 ms: first paint of the join page after ${(paint / 1000).toFixed(1)} s, usable after ${(usableMs / 1000).toFixed(1)} s.
What it has loaded by then, as it travels, fonts included:`,
    rowsOf([['Screen', 'scripts', 'all'], ['---', '---', '---'], ...screens]),
    PHONE,
  ]
}

function intro({ setting }: Run): string {
  const { date, command, processor, cores, memoryGb, system, node, pinned, loads, seconds, missing } = setting
  const lines = [
    `Measured ${date.slice(0, 16).replace('T', ' ')} UTC by \`${command}\` in ${Math.round(seconds)} s: ${processor}, ${cores} cores, ${Math.round(memoryGb)} GB, ${system}, Node ${node}, loopback only.`,
    pinned
      ? 'Each server was kept on one core and the load generator on another.'
      : 'Servers and load generator could not be kept on cores of their own.',
    company(loads, cores),
  ]
  if (missing.length > 0) lines.push(`Not measured in this run: ${missing.join('; ')}.`)
  return lines.join('\n')
}

/** How much of the machine the run had to itself. */
function company(loads: [number, number], cores: number): string {
  const [start, end] = loads.map((load) => load.toFixed(1))
  const averages = `load average ${start} at the start, ${end} at the end`
  if (Math.max(...loads) < cores * 1.5) return `Nothing else of note ran meanwhile (${averages}).`
  return `**The machine was shared with other work meanwhile** (${averages}, on ${cores} cores). A server that gets only part of its core answers late and merges more: every p99
here says more about the neighbours than about the server, CPU is less than on a quiet machine for whoever merges, and a room is full earlier. Ratios within the run are all that
can be read from it; the targets were set on quiet cores, so run it again on one before a row is called met or missed.`
}

function markdownTable({ results }: Run): string {
  const rows = TARGETS.map((target) => cells(judge(target, results), results))
  const head = ['Workload', ...PEERS.map(([, name]) => name), 'ours', 'ours / peer', 'target', 'met']
  return rowsOf([head, head.map(() => '---'), ...rows])
}

function missed({ results }: Run): string[] {
  const lines = TARGETS.map((target) => judge(target, results))
    .filter(({ met }) => met === false)
    .map(({ target }) => `- ${target.title}. ${target.why}`)
  return lines.length > 0 ? ['Where a target is missed, and why:', lines.join('\n')] : []
}

function sizes(workshop: ByKind<NotesFigures[]>): string {
  const counts = [...new Set(Object.values(workshop).flatMap((all) => all.map(({ people }) => people)))]
  const head = ['People', ...PEERS.map(([, name]) => name), 'ours']
  const kinds: Kind[] = [...PEERS.map(([kind]) => kind), 'house']
  const rows = counts
    .sort((a, b) => a - b)
    .map((people) => [
      String(people),
      ...kinds.map((kind) => brief(workshop[kind]?.find((one) => one.people === people))),
    ])
  return rowsOf([head, head.map(() => '---'), ...rows])
}

function attested(workshop: ByKind<NotesFigures[]>): string {
  const all = Object.values(workshop).flatMap((runs) => runs.map(({ valid }) => valid))
  const [seen, wrong] = [true, false].map((said) => all.filter((valid) => valid === said).length)
  return `A real client attended ${seen! + wrong!} of these runs to their end; its document held what was counted in ${seen} of them.`
}

function brief(figures: NotesFigures | undefined): string {
  if (!figures) return '-'
  const { p50, p99, load, delivered, rssMb } = figures
  const core = `${Math.round(load.server * 100)} %`
  return `${Math.round(p50)} / ${Math.round(p99)} ms, ${core}, ${(delivered * 100).toFixed(delivered > 0.999 ? 0 : 1)} %, ${Math.round(rssMb)} MB`
}

function rowsOf(rows: string[][]): string {
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const ROOM = `Each person writes a note every two seconds. p50 / p99 from the send to the receipt by somebody else, share of a core (all that was spent until the last receipt, over the time of
sending), delivered share, resident memory.`

const COSTS = `Time is CPU time of the server: for one more note on a board that holds so many, for one note in a room of so many people (its way to all of them
included), for opening one more room of 50 notes, for counting the dots of so many ballots once. Memory is what the heap and its buffers hold after a full collection; for a
room of people it is the resident memory of the process.`

const FRAMES = `A free board of so many notes at the desk, panned and zoomed by one event a frame: the whole of it, then close by where its words are read, also while twenty notes a second move; 300 more that come to the wall at once, as in a reveal.
From Chromium's trace: processor time of the page's own thread (60 frames a second leave 16.7 ms), and the frames that came to the screen while something moved. There is no graphics card here: the drawing
itself is done by the same cores as everything else, so the last column is the least a page can do, and says as much of the neighbours as of us.`

const PHONE = `Scripts, styles and texts are packed once, when the pages are built, as hard as brotli (over https) and gzip (over plain http) can. Joining and voting is under 60 KB of JavaScript so, by gzip, and 5 KB of texts in one language;
\`tests/e2e/budget.e2e.ts\` holds the lines at 60,000 bytes, and 68,000 with the texts. Documents and their library come when writing starts.`

const COMPARED = `The peers keep one socket a person, apply what comes to one document and send it on; they check no rights and store nothing.
On ours each phone holds a pad and reads the board: a note goes up on its writer's pad socket, passes the structural gate, is projected onto the board,
is stored with it in one transaction, and only then goes out to every other phone's board socket and to the wall's. The latency runs from that first send to each of those receipts. As on
our own pages, every socket is also told what is stored, in the same write.
Where a run would pass our limits, each person edits notes of their own instead of adding.

- Clients are raw sockets: updates are made by real Yjs documents before the run, and found again in the frames by a mark in the text. In rooms of up to 300
  one stock client with a real document attends; where its notes are not those the counters counted, the run is invalid and the command fails.
- Dragging: on ours presence is for the desk and the scribe, 40 devices here, and the other people see the drops. Phones and walls neither send nor get any.
- Join storm and idle people: on ours a person is three sockets (session, pad, board), and presence is the number of people on the session socket. On the peers it
  is the stock client's presence, repeated every 15 s.
- Old board: 30 people have reloaded their page 100 times each, so that the peers' document holds 3,000 clientIDs. On ours their pads do; the board knows only the server's hand. Updates
  a second are those shown, divided by the CPU time they took.
- Ballots: 1,000 voters change their mind, 5,000 ballots within a second, after as many that are not counted. Ours are on disk before the answer; the peer adds them up in memory and tells a tally every 250 ms.
- Memory: heap and buffers after a full collection, people gone for 17 s on ours.
- Warming up: a round of notes or ballots, two hundred who come in, and sixty rooms are played first and not counted, on every server.

Of what the design of the fan-out named, one thing is not there: snapshots for those who come in, compressed once and fetched over HTTP. The stock client fetches nothing before its socket is open,
so only our own pages would gain by it, for a second door to documents with rights of its own; a board of 500 notes is 80 KB, which a cached frame brings without a further round trip.`

const HOW = `    npm run bench              ten minutes at most
    npm run bench -- --quick   two
    npm run bench -- --check   fails where a ratio is worse than its floor (\`tests/bench/targets.ts\`), loose enough for a busy machine
    npm run bench -- votes     plays this workload alone, or several (\`workshop storm drag votes oldBoard rooms idle memory store growth pages\`), and keeps nothing
    npm run bench -- --last    writes this page again from the last figures, which are in \`tests/output/bench.json\`

Only a full run writes this page. It needs Linux: figures come from \`/proc\`. Every process it starts listens on the loopback interface, and ends with it.`
