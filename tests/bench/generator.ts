// The load generator's process: plays one workload on one server and sends back what it measured. Started by play.ts,
// one for each workload, on another core than the server.
import type { Target } from './start.ts'
import { drag, type DragFigures } from './workloads/drag.ts'
import { growth, type GrowthFigures } from './workloads/growth.ts'
import { idle, type IdleFigures } from './workloads/idle.ts'
import { memory, type MemoryFigures } from './workloads/memory.ts'
import { pages, type PagesFigures } from './workloads/pages.ts'
import { rooms, workshop, type NotesFigures } from './workloads/notes.ts'
import { oldBoard, type OldBoardFigures } from './workloads/old-board.ts'
import { storm, type StormFigures } from './workloads/storm.ts'
import { store, type StoreFigures } from './workloads/store.ts'
import { votes, type VotesFigures } from './workloads/votes.ts'

/** What each workload is told, and what it answers. */
export interface Workloads {
  workshop: [args: { people: number; seconds: number }, figures: NotesFigures]
  rooms: [args: { count: number; people: number; seconds: number }, figures: NotesFigures]
  drag: [args: { people: number; seconds: number }, figures: DragFigures]
  storm: [args: { people: number; notes: number; seconds: number }, figures: StormFigures]
  idle: [args: { people: number; seconds: number }, figures: IdleFigures]
  oldBoard: [args: { clients: number; seconds: number }, figures: OldBoardFigures]
  votes: [args: { voters: number; ballots: number }, figures: VotesFigures]
  memory: [args: { rooms: number }, figures: MemoryFigures]
  store: [args: { seconds: number }, figures: StoreFigures]
  pages: [args: { sizes: number[] }, figures: PagesFigures]
  growth: [args: Record<never, never>, figures: GrowthFigures]
}

export type Name = keyof Workloads
export type Args<N extends Name> = Workloads[N][0]
export type Figures<N extends Name> = Workloads[N][1]

const PLAY: { [N in Name]: (args: Args<N>, target: Target) => Promise<Figures<N>> } = {
  workshop: ({ people, seconds }, target) => workshop(target, people, seconds),
  rooms: ({ count, people, seconds }, target) => rooms(target, count, people, seconds),
  drag: ({ people, seconds }, target) => drag(target, people, seconds),
  storm: ({ people, notes, seconds }, target) => storm(target, people, notes, seconds),
  idle: ({ people, seconds }, target) => idle(target, people, seconds),
  oldBoard: ({ clients, seconds }, target) => oldBoard(target, clients, seconds),
  votes: ({ voters, ballots }, target) => votes(target, voters, ballots),
  memory: (args, target) => memory(target, args.rooms),
  store: ({ seconds }) => store(seconds),
  pages: ({ sizes }, target) => pages(target, sizes),
  growth: () => growth(),
}

// What some workloads wait for does not keep a process alive by itself.
setInterval(() => undefined, 60_000)
process.on('disconnect', () => process.exit(1))
const { name, args, target } = JSON.parse(process.argv[2]!) as { name: Name; args: never; target: Target }
const figures = await PLAY[name](args, target)
process.send!(figures, () => process.exit(0))
