// What the film shows at a time: which exercise and step, its notes, whether its result is out; and the moments to jump to.
// Called by the player of the replay page.
import type { Note } from '../../shared/board/note.ts'
import { notesThen, type Film, type Frame } from '../../shared/report/film.ts'
import type { Section } from '../../shared/report/model.ts'

/** A step, a poll or the end: what the list of moments and the keys go to. */
export type Moment = Exclude<Frame, { is: 'board' }>

export interface Scene {
  section: Section | null
  step: number
  notes: Note[]
  /** The last counted poll of the exercise has been published by then. */
  result: boolean
}

export function momentsOf({ frames }: Film): Moment[] {
  return frames.filter((frame) => frame.is !== 'board').sort((a, b) => a.at - b.at)
}

/** First and last time of the film, never the same. */
export function spanOf({ frames }: Film): { from: number; to: number } {
  const times = frames.map(({ at }) => at)
  const from = times.reduce((least, at) => Math.min(least, at), Infinity)
  const to = times.reduce((most, at) => Math.max(most, at), -Infinity)
  return { from, to: Math.max(to, from + 1000) }
}

export function sceneAt(film: Film, time: number): Scene {
  const step = film.frames.findLast((frame) => frame.is === 'step' && frame.at <= time)
  const activity = step?.is === 'step' ? step.activity : undefined
  const section = film.report.sections.find(({ id }) => id === activity)
  if (!section || step?.is !== 'step') return { section: null, step: 0, notes: [], result: false }
  const notes = notesThen(film.frames, section.id, time)
  return { section, step: step.step, notes, result: isPublished(film.frames, section.id, time) }
}

/** Of several rounds the report has the last result: it is not shown before its own time. */
function isPublished(frames: readonly Frame[], activity: string, time: number): boolean {
  const last = frames.findLast(
    (frame) => frame.is === 'poll' && frame.activity === activity && frame.did === 'published',
  )
  return last !== undefined && last.at <= time
}

/** The moment before `time` (more than a second, so that going back twice goes back twice), or after it. */
export function nextMoment(moments: readonly Moment[], time: number, back: boolean): Moment | undefined {
  return back ? moments.findLast(({ at }) => at < time - 1000) : moments.find(({ at }) => at > time)
}

/**
 * The time after playing on by `by` ms. With `skip`, a stretch in which nothing happens for longer than `still` ms is left
 * out but for its last part. `times` are those of all frames, ascending.
 */
export function playOn(
  times: readonly number[],
  time: number,
  by: number,
  skip: { still: number } | null,
): number {
  const next = times.find((at) => at > time)
  if (!skip || next === undefined || next - time <= skip.still) return time + by
  return Math.max(time + by, next - skip.still / 2)
}
