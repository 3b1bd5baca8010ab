// The evening as a film: what the room was shown, and when. A frame holds places and moments, never a word: texts are those
// that the report still shows, so what is hidden or erased later is in no picture. Kept by the server, drawn by the replay page.
import type { Note, Point } from '../board/note.ts'
import type { Session } from '../session/state.ts'
import type { Report } from './model.ts'

/** Where a note lay: its place, what it lay under, its order among its siblings. */
export interface Spot {
  id: string
  at: Point
  order: string
  under?: string
}

/** `at` in milliseconds. `step` counts the steps of the activity from 0. */
export type Frame =
  | { is: 'board'; at: number; activity: string; put: Spot[]; gone: string[] }
  | { is: 'step'; at: number; activity: string; step: number }
  | { is: 'poll'; at: number; activity: string; did: 'opened' | 'closed' | 'published' }
  | { is: 'end'; at: number }

export type Spots = ReadonlyMap<string, Spot>

/** What has happened on the wall between two sessions; nothing that only one seat or the desk was told. */
export function momentsOf(before: Session, after: Session, at: number): Frame[] {
  const frames: Frame[] = []
  const [from, to] = [before.at, after.at]
  if (to && (from?.activity !== to.activity || from.step !== to.step))
    frames.push({ is: 'step', at, activity: to.activity, step: to.step })
  for (const [activity, rounds] of Object.entries(after.rounds)) {
    const known = before.rounds[activity] ?? []
    rounds.forEach((round, i) => {
      const was = known[i]
      if (!was) frames.push({ is: 'poll', at, activity, did: 'opened' })
      if (round.state === 'closed' && was?.state !== 'closed')
        frames.push({ is: 'poll', at, activity, did: 'closed' })
      if (round.published && !was?.published) frames.push({ is: 'poll', at, activity, did: 'published' })
    })
  }
  if (after.ended !== null && before.ended === null) frames.push({ is: 'end', at })
  return frames
}

/** What has to be said of a board so that `was` becomes what these notes show now; null where that is nothing. */
export function boardChange(was: Spots, notes: readonly Note[]): { put: Spot[]; gone: string[] } | null {
  const shown = notes.filter((note) => !note.hidden)
  const put = shown.map(spotOf).filter((spot) => !sameSpot(was.get(spot.id), spot))
  const left = new Set(shown.map(({ id }) => id))
  const gone = [...was.keys()].filter((id) => !left.has(id))
  return put.length + gone.length > 0 ? { put, gone } : null
}

/** A board after one more of its frames. */
export function withFrame(was: Spots, { put, gone }: { put: Spot[]; gone: string[] }): Spots {
  const spots = new Map(was)
  for (const spot of put) spots.set(spot.id, spot)
  for (const id of gone) spots.delete(id)
  return spots
}

/** Where the notes of an activity lay at that time. */
export function spotsAt(frames: readonly Frame[], activity: string, time: number): Spots {
  const spots = new Map<string, Spot>()
  for (const frame of frames) {
    if (frame.is !== 'board' || frame.activity !== activity || frame.at > time) continue
    for (const spot of frame.put) spots.set(spot.id, spot)
    for (const id of frame.gone) spots.delete(id)
  }
  return spots
}

/** The notes of a section as they lay then: those that are still shown today and were there, at the places they had. */
export function notesThen(notes: readonly Note[], spots: Spots): Note[] {
  return notes.flatMap((note) => {
    const spot = spots.get(note.id)
    if (!spot) return []
    const { under: _now, ...rest } = note
    return [{ ...rest, at: spot.at, order: spot.order, ...(spot.under ? { under: spot.under } : {}) }]
  })
}

function spotOf({ id, at, order, under }: Note): Spot {
  return { id, at: [rounded(at[0]), rounded(at[1])], order, ...(under === undefined ? {} : { under }) }
}

/** A film needs no more than a pixel of the largest wall. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

function sameSpot(a: Spot | undefined, b: Spot): boolean {
  if (!a) return false
  return a.at[0] === b.at[0] && a.at[1] === b.at[1] && a.under === b.under && a.order === b.order
}

/** The film as the replay page is given it: the report that the room may see, frames without what it does not show, steps in words. */
export interface Film {
  v: 1
  report: Report
  frames: Frame[]
  /** Labels of the steps of each activity, in their order. */
  steps: Record<string, string[]>
}

/** Frames with the notes of the report alone; one that says nothing of them is left out. */
export function shownFrames(frames: readonly Frame[], report: Pick<Report, 'sections'>): Frame[] {
  const shown = new Map(
    report.sections.map(({ id, notes }) => [id, new Set(notes.map((note) => note.id))] as const),
  )
  return frames.flatMap((frame): Frame[] => {
    if (frame.is === 'end') return [frame]
    const ids = shown.get(frame.activity)
    if (!ids) return []
    if (frame.is !== 'board') return [frame]
    const put = frame.put.filter(({ id }) => ids.has(id))
    const gone = frame.gone.filter((id) => ids.has(id))
    return put.length + gone.length > 0 ? [{ ...frame, put, gone }] : []
  })
}
