// What is played, in which order, on which servers: the most telling first, because the time is bounded. Called by main.ts.
import type { Args, Figures, Name } from './generator.ts'
import type { Kind } from './start.ts'
import { largest } from './workloads/largest.ts'
import type { NotesFigures } from './workloads/notes.ts'

export type Server = 'stock' | 'hocuspocus' | 'house'
export type ByKind<T> = Partial<Record<Kind, T>>

/** Everything that was measured; what is missing was not reached in time, or failed. */
export interface Results {
  workshop: ByKind<NotesFigures[]>
  largest: ByKind<{ people: number; atLeast: boolean }>
  rooms: ByKind<Figures<'rooms'>>
  drag: ByKind<Figures<'drag'>>
  storm: ByKind<Figures<'storm'>>
  idle: ByKind<Figures<'idle'>>
  oldBoard: ByKind<Figures<'oldBoard'>>
  votes: ByKind<Figures<'votes'>>
  memory: ByKind<Figures<'memory'>>
  store?: Figures<'store'>
  growth?: Figures<'growth'>
  pages?: Figures<'pages'>
}

/** Plays one workload; null where there is no time left or it failed, which has been said. */
export type Play = <N extends Name>(name: N, kind: Kind | null, args: Args<N>) => Promise<Figures<N> | null>

const ALL: Server[] = ['house', 'hocuspocus', 'stock']
const NAMES: Name[] = [
  ...(['workshop', 'storm', 'drag', 'votes', 'oldBoard', 'rooms', 'idle', 'memory'] as const),
  ...(['store', 'growth', 'pages'] as const),
]
/** By these parts can be played. */
export const WORKLOADS: readonly string[] = NAMES

export function emptyResults(): Results {
  return {
    workshop: {},
    largest: {},
    rooms: {},
    drag: {},
    storm: {},
    idle: {},
    oldBoard: {},
    votes: {},
    memory: {},
  }
}

/** Two minutes: what changes first when something gets slower. */
export async function playQuick(results: Results, play: Play): Promise<void> {
  await workshops(results, play, [300])
  await each(results, play, 'votes', ['house', 'tally'], { voters: 500, ballots: 2500 })
  await each(results, play, 'oldBoard', ['house', 'stock'], { clients: 3000, seconds: 3 })
  await each(results, play, 'drag', ALL, { people: 100, seconds: 4 })
  await each(results, play, 'storm', ALL, { people: 300, notes: 500, seconds: 3 })
}

/** Ten minutes. */
export async function playAll(results: Results, play: Play): Promise<void> {
  await workshops(results, play, [300, 1000])
  await each(results, play, 'storm', ALL, { people: 1000, notes: 500, seconds: 10 })
  await each(results, play, 'drag', ALL, { people: 100, seconds: 5 })
  await each(results, play, 'votes', ['house', 'tally'], { voters: 1000, ballots: 5000 })
  await each(results, play, 'oldBoard', ALL, { clients: 3000, seconds: 4 })
  await each(results, play, 'rooms', ALL, { count: 200, people: 10, seconds: 4 })
  await each(results, play, 'idle', ALL, { people: 1000, seconds: 7.5 })
  await each(results, play, 'memory', ['house', 'stock'], { rooms: 60 })
  const [store, growth] = [await play('store', null, { seconds: 2 }), await play('growth', null, {})]
  Object.assign(results, store && { store }, growth && { growth })
  await inBrowser(results, play)
  await workshops(results, play, [25, 100])
  await largestRooms(results, play)
}

/** Frames, first paint and bytes of our own pages; the peers have none. */
export async function inBrowser(results: Results, play: Play): Promise<void> {
  const pages = await play('pages', 'house', { sizes: [2000, 4500] })
  Object.assign(results, pages && { pages })
}

async function workshops(results: Results, play: Play, sizes: number[]): Promise<void> {
  for (const people of sizes) {
    for (const kind of ALL) {
      const figures = await play('workshop', kind, { people, seconds: people < 300 ? 2 : 4 })
      if (figures) results.workshop[kind] = [...(results.workshop[kind] ?? []), figures]
    }
  }
}

type Measured = 'votes' | 'oldBoard' | 'drag' | 'storm' | 'rooms' | 'idle' | 'memory'

async function each<N extends Measured>(
  results: Results,
  play: Play,
  name: N,
  kinds: Kind[],
  args: Args<N>,
): Promise<void> {
  for (const kind of kinds) {
    const figures = await play(name, kind, args)
    if (figures) (results[name] as ByKind<Figures<N>>)[kind] = figures
  }
}

async function largestRooms(results: Results, play: Play): Promise<void> {
  for (const kind of ALL) {
    const known = results.workshop[kind]
    if (!known) continue
    results.largest[kind] = await largest(known, (people) => play('workshop', kind, { people, seconds: 4 }))
  }
}
