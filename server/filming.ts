// Keeps the film of every board: some time after a change, what is shown then and was not before. Called by the house.
// Nothing waits for it, and what it cannot store is part of its next frame.
import type { Note } from '../shared/board/note.ts'
import type { Clock } from '../shared/clock.ts'
import { boardName } from '../shared/ids.ts'
import { LIMITS } from '../shared/limits.ts'
import { boardChange, spotsAt, withFrame, type Frame, type Spots } from '../shared/report/film.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export interface FilmingDeps {
  store: Pick<Store, 'film'>
  docs: { notes(workshop: string, doc: string): Promise<Note[]> }
  clock: Clock
  log: Log
}

export interface Filming {
  /** Something new on this board is durable. */
  changed(workshop: string, activity: string): void
  /** Resolves when no frame of this board is being taken that could still say what it has just been told to forget. */
  settled(workshop: string, activity: string): Promise<void>
  /** Nobody is on its boards: what memory holds of frames that are stored goes. */
  rest(workshop: string): void
  /** Nothing of this workshop is kept any more. */
  drop(workshop: string): void
  /** Takes no frame any more. */
  stop(): void
}

/** Milliseconds from a change to its frame; longer with every hundred frames of the board, so that no evening is too long. */
const WINDOW = 1000
const FRAMES_A_WINDOW = 100
/** Milliseconds after which a still board is let go of. */
const KEEP = 600_000

interface Reel {
  /** What the film shows last; null while that is not read yet. */
  spots: Spots | null
  frames: number
  bytes: number
  waiting: boolean
  /** Frames are taken one after the other. */
  last: Promise<void>
  cancel: () => void
}

export function createFilming(deps: FilmingDeps): Filming {
  const { store, docs, clock, log } = deps
  const reels = new Map<string, Reel>()
  let stopped = false

  async function read(reel: Reel, workshop: string, activity: string): Promise<Spots> {
    const frames = (await store.film.frames(workshop)).filter(
      (frame) => frame.is === 'board' && frame.activity === activity,
    )
    reel.frames = frames.length
    reel.bytes = frames.reduce((sum, frame) => sum + sizeOf(frame), 0)
    return spotsAt(frames, activity, Infinity)
  }

  async function take(reel: Reel, workshop: string, activity: string): Promise<void> {
    const spots = reel.spots ?? (await read(reel, workshop, activity))
    const change = boardChange(spots, await docs.notes(workshop, boardName(activity)))
    reel.spots = spots
    if (!change) return
    const frame: Frame = { is: 'board', at: clock.now(), activity, ...change }
    const size = sizeOf(frame)
    if (reel.bytes + size > LIMITS.film) return
    await store.film.add(workshop, [frame])
    reel.spots = withFrame(spots, change)
    reel.frames++
    reel.bytes += size
  }

  function arm(key: string, reel: Reel, workshop: string, activity: string): void {
    reel.cancel()
    reel.waiting = true
    const wait = WINDOW * Math.ceil((reel.frames + 1) / FRAMES_A_WINDOW)
    reel.cancel = clock.after(wait, () => {
      reel.waiting = false
      reel.cancel = clock.after(KEEP, () => void reels.delete(key))
      reel.last = reel.last
        .then(() => take(reel, workshop, activity))
        .catch((error: unknown) => {
          // What the reel believes may be wrong now: it is read again.
          reel.spots = null
          if (reels.get(key) === reel) log('warn', 'frame not kept', { workshop, activity }, error)
        })
    })
  }

  function letGo(which: (key: string, reel: Reel) => boolean): void {
    for (const [key, reel] of reels) {
      if (!which(key, reel)) continue
      reel.cancel()
      reels.delete(key)
    }
  }

  return {
    changed(workshop, activity) {
      if (stopped) return
      const key = `${workshop} ${activity}`
      const reel = reels.get(key) ?? newReel()
      reels.set(key, reel)
      if (!reel.waiting) arm(key, reel, workshop, activity)
    },
    settled: async (workshop, activity) => reels.get(`${workshop} ${activity}`)?.last,
    rest: (workshop) => letGo((key, { waiting }) => !waiting && key.startsWith(`${workshop} `)),
    drop: (workshop) => letGo((key) => key.startsWith(`${workshop} `)),
    stop() {
      stopped = true
      letGo(() => true)
    },
  }
}

function newReel(): Reel {
  return {
    spots: null,
    frames: 0,
    bytes: 0,
    waiting: false,
    last: Promise.resolve(),
    cancel: () => undefined,
  }
}

/** Bytes that the store keeps. */
function sizeOf(frame: Frame): number {
  return Buffer.byteLength(JSON.stringify(frame))
}
