// The evening as a film: what the room was shown, and when, in the words of that moment. What is hidden later is taken out
// of every picture, what is erased is gone from the frames themselves. Kept by the server, drawn by the replay page.
import { unsigned, type Note, type Point } from '../board/note.ts'
import type { Session } from '../session/state.ts'
import type { Report } from './model.ts'

/** What a note said: its text and colour, its further lines, its ties. */
export type Words = Pick<Note, 'text' | 'tone' | 'fields' | 'links'>

/** Where a note lay: its place, what it lay under, its order among its siblings; and its words where they are new. */
export interface Spot {
  id: string
  at: Point
  order: string
  under?: string
  words?: Words
}

/** Between two pictures of a board. A note that left is in `gone`, or in `hid` where the desk has hidden it. */
export interface BoardChange {
  put: Spot[]
  gone: string[]
  hid?: string[]
}

/** `at` in milliseconds. `step` counts the steps of the activity from 0. */
export type Frame =
  | ({ is: 'board'; at: number; activity: string } & BoardChange)
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
export function boardChange(was: Spots, notes: readonly Note[]): BoardChange | null {
  const shown = notes.filter((note) => !note.hidden)
  const put = shown.flatMap((note) => spotOf(note, was.get(note.id)) ?? [])
  const [here, kept] = [shown, notes].map((list) => new Set(list.map(({ id }) => id)))
  const left = [...was.keys()].filter((id) => !here!.has(id))
  const hid = left.filter((id) => kept!.has(id))
  if (put.length + left.length === 0) return null
  return { put, gone: left.filter((id) => !kept!.has(id)), ...(hid.length > 0 ? { hid } : {}) }
}

/** A board after one more of its frames; words that are not said again are the same as before. */
export function withFrame(was: Spots, change: BoardChange): Spots {
  const spots = new Map(was)
  fold(spots, change)
  return spots
}

function fold(spots: Map<string, Spot>, { put, gone, hid = [] }: BoardChange): void {
  for (const spot of put) {
    const words = spot.words ?? spots.get(spot.id)?.words
    spots.set(spot.id, { ...spot, ...(words ? { words } : {}) })
  }
  for (const id of [...gone, ...hid]) spots.delete(id)
}

/** What lay on the board of an activity at that time, and where. */
export function spotsAt(frames: readonly Frame[], activity: string, time: number): Spots {
  const spots = new Map<string, Spot>()
  for (const frame of frames)
    if (frame.is === 'board' && frame.activity === activity && frame.at <= time) fold(spots, frame)
  return spots
}

/** The notes of an activity as the room had them then. */
export function notesThen(frames: readonly Frame[], activity: string, time: number): Note[] {
  return [...spotsAt(frames, activity, time).values()].flatMap(({ words, ...spot }) =>
    words ? [{ ...spot, ...words }] : [],
  )
}

/** Null where nothing of it is new. */
function spotOf(note: Note, was: Spot | undefined): Spot | null {
  const { id, at, order, under } = note
  const place = {
    at: [rounded(at[0]), rounded(at[1])] as Point,
    order,
    ...(under === undefined ? {} : { under }),
  }
  const words = wordsOf(note)
  const said = was?.words !== undefined && isSame(words, was.words)
  if (was && said && isSame(place, placeOf(was))) return null
  return { id, ...place, ...(said ? {} : { words }) }
}

function wordsOf(note: Note): Words {
  const { text, tone, fields, links } = unsigned(note)
  return { text, tone, ...(fields ? { fields } : {}), ...(links ? { links } : {}) }
}

function placeOf({ at, order, under }: Spot): Omit<Spot, 'id'> {
  return { at, order, ...(under === undefined ? {} : { under }) }
}

/** A film needs no more than a pixel of the largest wall. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

/** Of plain values whose keys come in one order. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The film as the replay page is given it: the report that the room may see, frames without what is hidden, steps in words. */
export interface Film {
  v: 1
  report: Report
  frames: Frame[]
  /** Labels of the steps of each activity, in their order. */
  steps: Record<string, string[]>
}

/**
 * Frames of the exercises that the report has, without any note that is hidden now (`hidden`) or was when it left the
 * board; a frame that says nothing then is left out.
 */
export function shownFrames(
  frames: readonly Frame[],
  report: Pick<Report, 'sections'>,
  hidden: Iterable<string>,
): Frame[] {
  const shown = new Set(report.sections.map(({ id }) => id))
  const secret = new Set([...hiddenLast(frames), ...hidden])
  const open = (id: string) => !secret.has(id)
  return frames.flatMap((frame): Frame[] => {
    if (frame.is === 'end') return [frame]
    if (!shown.has(frame.activity)) return []
    if (frame.is !== 'board') return [frame]
    const { is, at, activity } = frame
    const put = frame.put.filter(({ id }) => open(id))
    const gone = [...frame.gone, ...(frame.hid ?? [])].filter(open)
    return put.length + gone.length > 0 ? [{ is, at, activity, put, gone }] : []
  })
}

/** Notes that were hidden when the film last spoke of them. */
function hiddenLast(frames: readonly Frame[]): Set<string> {
  const hidden = new Set<string>()
  for (const frame of frames) {
    if (frame.is !== 'board') continue
    for (const id of frame.hid ?? []) hidden.add(id)
    for (const { id } of frame.put) hidden.delete(id)
  }
  return hidden
}
