// What ours must reach beside the peers, as data: figure, peer, ratio, and the floor below which `--check` fails.
// Called by report.ts and main.ts.
import type { Results } from './plan.ts'
import type { Kind } from './start.ts'

export interface Target {
  id: string
  title: string
  unit: 'ms' | '%' | 's' | 'people' | '/s' | 'KB'
  better: 'lower' | 'higher'
  value(results: Results, kind: Kind): number | undefined
  /** The server ours is compared with; null: the goal is a figure, not a ratio. */
  peer: Kind | null
  /** Ours divided by the peer's, or the figure itself. */
  goal: number
  /** The worst ratio that is no regression even on a busy machine; none where the goal is a figure, which depends on it. */
  floor?: number
  /** Why it stops there, where the goal is missed. */
  why: string
}

const percent = (share: number | undefined) => (share === undefined ? undefined : share * 100)
const room = (people: number) => (results: Results, kind: Kind) =>
  results.workshop[kind]?.find((one) => one.people === people)

export const TARGETS: Target[] = [
  {
    id: 'workshop-300-cpu',
    title: '300 people in a room, a note each every 2 s: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => percent(room(300)(results, kind)?.load.server),
    peer: 'hocuspocus',
    goal: 1 / 3,
    floor: 1,
    why: 'A note is checked, stored, applied to two documents and projected where a peer applies it once; most of what is left is the kernel writing one message to each phone and window, and wider windows would be later ones.',
  },
  {
    id: 'workshop-300-p99',
    title: '300 people: p99 of a note',
    unit: 'ms',
    better: 'lower',
    value: (results, kind) => room(300)(results, kind)?.p99,
    peer: null,
    goal: 100,
    why: 'A note waits for its window of up to 66 ms, then for a commit with an fsync, then for the sending; the rest is waiting for a core or for the disk.',
  },
  {
    id: 'workshop-1000-delivered',
    title: '1,000 people: delivered',
    unit: '%',
    better: 'higher',
    value: (results, kind) => percent(room(1000)(results, kind)?.delivered),
    peer: null,
    goal: 100,
    why: 'What came later than 3 s after the last note does not count: the server did not get the core that this takes.',
  },
  {
    id: 'workshop-1000-cpu',
    title: '1,000 people: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => percent(room(1000)(results, kind)?.load.server),
    peer: 'hocuspocus',
    goal: 1 / 1.7,
    floor: 0.95,
    why: 'As with 300 people; a thousand frames a window are nearly all of it. Wider windows would be cheaper, and later.',
  },
  {
    id: 'workshop-1000-p99',
    title: '1,000 people: p99 of a note',
    unit: 'ms',
    better: 'lower',
    value: (results, kind) => room(1000)(results, kind)?.p99,
    peer: null,
    goal: 250,
    why: 'Sending a thousand frames takes a good part of a window; the commit and every wait for a core come on top.',
  },
  {
    id: 'largest-hocuspocus',
    title: 'largest room under 250 ms p99',
    unit: 'people',
    better: 'higher',
    value: (results, kind) => results.largest[kind]?.people,
    peer: 'hocuspocus',
    goal: 2.5,
    floor: 0.6,
    why: 'In a room of 2,000 two fifths of the work is the kernel taking every window to every socket, half of that copying bytes; three tenths are checking, applying and projecting every note, a tenth collecting garbage, and in a run of seconds another tenth compiling code. The core is not full before p99 is over the line: a note waits for its window, for the disk, and for the sockets before its own, and each of the three grows with the room, where a peer sends it on at once and keeps nothing. It would take a process of its own for the sockets, so that writing runs beside applying, or one frame compressed once for all, which a trial found 2.8 times smaller.',
  },
  {
    id: 'largest-stock',
    title: 'largest room, against the stock server',
    unit: 'people',
    better: 'higher',
    value: (results, kind) => results.largest[kind]?.people,
    peer: 'stock',
    goal: 8,
    floor: 2,
    why: 'In a room of 2,000 two fifths of the work is the kernel taking every window to every socket, half of that copying bytes; three tenths are checking, applying and projecting every note, a tenth collecting garbage, and in a run of seconds another tenth compiling code. The core is not full before p99 is over the line: a note waits for its window, for the disk, and for the sockets before its own, and each of the three grows with the room, where a peer sends it on at once and keeps nothing. It would take a process of its own for the sockets, so that writing runs beside applying, or one frame compressed once for all, which a trial found 2.8 times smaller.',
  },
  {
    id: 'drag-cpu',
    title: '100 people, 10 dragging at 30/s: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => percent(results.drag[kind]?.load.server),
    peer: 'hocuspocus',
    goal: 1 / 3,
    floor: 0.6,
    why: 'Positions are relayed as they are every 80 ms, but each of the 300 a second is still read, checked and parsed once, and each drop is stored before it is shown.',
  },
  {
    id: 'storm-p99',
    title: 'join storm, 500 notes, presence on: p99 until in sync',
    unit: 'ms',
    better: 'lower',
    value: (results, kind) => results.storm[kind]?.p99,
    peer: 'hocuspocus',
    goal: 1 / 50,
    floor: 0.5,
    why: 'A person who comes in opens three sockets, and waits behind whatever the loop does just then: telling a slice of the room the numbers, collecting garbage. A peer only falls behind once presence fills its core. It would take one socket a person, documents and session over the same, which the stock client does not speak.',
  },
  {
    id: 'storm-cpu',
    title: 'join storm: CPU',
    unit: 's',
    better: 'lower',
    value: (results, kind) => results.storm[kind]?.load.cpu,
    peer: 'hocuspocus',
    goal: 1 / 4,
    floor: 0.95,
    why: 'Three sockets and three handshakes a person against one: upgrades and the parsing of their requests are about a quarter of it, the handshake of the session socket, its snapshot and the numbers told to the room another, looking up the seat in the store a tenth. An empty pad is no longer read. A peer that falls behind leaves work undone within the time. It would take one socket a person.',
  },
  {
    id: 'idle-cpu',
    title: '1,000 people doing nothing: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => percent(results.idle[kind]?.load.server),
    peer: 'hocuspocus',
    goal: 1 / 50,
    floor: 0.1,
    why: 'Each of three sockets a person needs a sign of life of its own: a frame every 20 s on the documents, which asks for an answer every other time, and a ping every 20 s on the session with its answer. The stock client leaves after 30 s without a word, and a server that is busy for a moment must not lose a room: they are not made rarer. Nearly all of it is the kernel and Node writing and reading these. It would take one socket a person.',
  },
  {
    id: 'rooms-cpu',
    title: '200 rooms of 10, a note each every 2 s: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => percent(results.rooms[kind]?.load.server),
    peer: 'stock',
    goal: 0.8,
    floor: 3,
    why: 'With ten people there is little to merge: a note is checked, applied to two documents and projected (nearly half of the time), stored, and leaves as eleven messages and an echo with the mark of what is stored; a ninth goes to collecting garbage. The peer has one document, ten frames and no disk. It would take rooms whose people write on the board itself, without pads, which gives up privacy, moderation and the board’s single hand, or longer windows for everybody.',
  },
  {
    id: 'old-board',
    title: 'an old board, 3,000 clientIDs seen, 30 people: updates a second of one core',
    unit: '/s',
    better: 'higher',
    value: (results, kind) => results.oldBoard[kind]?.capacity,
    peer: 'stock',
    goal: 10,
    floor: 1.2,
    why: 'An edit pays for the hundred clientIDs of its own pad (a tenth of it) and no longer for the 3,000 of the board; it pays for a message read, the gate, its pad, its row on the disk and an echo, each of them alone, and only its way to the board is shared with others. It would take phones that send what was typed within a tenth of a second in one message, so that there is something to merge: here each of 25 edits a second comes by itself. On a busy machine more are merged, and the figure is higher.',
  },
  {
    id: 'memory-left',
    title: 'memory of a room of 50 notes nobody looks at',
    unit: 'KB',
    better: 'lower',
    value: (results, kind) => {
      const left = results.memory[kind]?.left
      return left === undefined ? undefined : Math.max(0, left) / 1024
    },
    peer: 'stock',
    goal: 1 / 15,
    floor: 0.6,
    why: 'Documents, pads, session, seats and budgets are gone; what a snapshot of the heap still finds is compiled code and about a kilobyte a room. Code is compiled further while the rooms are measured, and how much depends on the run.',
  },
  {
    id: 'votes-p99',
    title: '5,000 ballots in 1 s, each on disk before its answer (peer: socket.io, in memory): p99',
    unit: 'ms',
    better: 'lower',
    value: (results, kind) => results.votes[kind]?.p99,
    peer: 'tally',
    goal: 1,
    floor: 8,
    why: 'A ballot is checked, stored in its group’s commit with an fsync and answered, and once a second its voters’ devices are told their choice and everybody the numbers; the peer adds it up in memory. A fifth is the store’s thread, a quarter writing to sockets, the rest is spread evenly over the libraries that carry it. Five thousand a second fill much of the core, and whoever comes while garbage is collected or a group is on its way to the disk waits for that. It would take a second process for the sockets. The design asked for 278 ms, which a peer took that had to count a thousand at once; in this run it took less.',
  },
  {
    id: 'store-cpu',
    title: 'durable storage at the pace of 300 people: share of a core',
    unit: '%',
    better: 'lower',
    value: (results, kind) => (kind === 'house' ? percent(results.store?.steady.share) : undefined),
    peer: null,
    goal: 5,
    why: 'Each window is a message to the store’s thread and an answer, and a wake-up of each thread where the machine is busy.',
  },
  {
    id: 'store-p99',
    title: 'durable storage: p99 until saved',
    unit: 'ms',
    better: 'lower',
    value: (results, kind) => (kind === 'house' ? results.store?.steady.p99 : undefined),
    peer: null,
    goal: 50,
    why: 'An append waits 5 ms for its group and then for the disk, which others used as well.',
  },
]

export interface Verdict {
  target: Target
  ours: number | undefined
  peer: number | undefined
  /** Ours divided by the peer's; the figure itself where there is no peer. Undefined where something was not measured. */
  reached: number | undefined
  met: boolean | null
  /** Worse than the floor. */
  broken: boolean
}

export function judge(target: Target, results: Results): Verdict {
  const ours = target.value(results, 'house')
  const peer = target.peer ? target.value(results, target.peer) : undefined
  const reached = target.peer ? (ours !== undefined && peer ? ours / peer : undefined) : ours
  const asGood = (limit: number) => reached! <= limit === (target.better === 'lower') || reached === limit
  const met = reached === undefined ? null : asGood(target.goal)
  const broken = reached !== undefined && target.floor !== undefined && !asGood(target.floor)
  return { target, ours, peer, reached, met, broken }
}
