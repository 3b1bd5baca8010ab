// Thumbs on the topic on the screen when its time is over: go on, or take the next one? Called by machine.ts, view.ts, merging.ts and reports. Pure.
import { THUMBS, type Thumb, type ThumbCounts, type Thumbed, type ThumbsView } from '../together.ts'
import { refuse, type Role } from '../wire.ts'
import type { Rules } from './machine.ts'
import type { Session } from './state.ts'

/** The question in hand: about which note, how often it was asked of it, and the answers by seat. */
export interface Thumbs {
  note: string
  times: number
  open: boolean
  by: Record<string, Thumb>
}

/** A desk that asks without end fills no session. */
const MOST_TIMES = 12

export const THUMB_RULES: Pick<Rules, 'askThumbs' | 'thumb'> = {
  askThumbs: (s, c, ctx) => {
    const { spotlight: note, thumbs } = s
    const minutes = s.at && ctx.steps(s.at.activity)?.[s.at.step]?.thumbs
    if (!minutes || note === null) return refuse('not-now')
    const same = thumbs?.note === note
    if (c.on === (same && thumbs.open)) return refuse('not-now')
    const times = (same ? thumbs.times : 0) + (c.on ? 1 : 0)
    const asked = { note, times, open: c.on, by: {} }
    return { session: { ...withoutThumbs(s), thumbs: asked }, effects: [] }
  },
  thumb: (s, c, ctx) => {
    if (ctx.role === 'facilitator') return refuse('not-allowed')
    const { thumbs } = s
    if (!thumbs?.open || thumbs.note !== s.spotlight || s.locked) return refuse('not-now')
    const { [ctx.seat]: _, ...others } = thumbs.by
    const by = c.as === null ? others : { ...others, [ctx.seat]: c.as }
    return { session: { ...s, thumbs: { ...thumbs, by } }, effects: [] }
  },
}

/** The answers to all questions so far, the one in hand included; whoever gave none is in none of them. */
export function thumbed({ thumbs, thumbed: before = {} }: Pick<Session, 'thumbs' | 'thumbed'>): Thumbed {
  if (!thumbs?.open || Object.keys(thumbs.by).length === 0) return before
  const told = Object.hasOwn(before, thumbs.note) ? before[thumbs.note]! : []
  return { ...before, [thumbs.note]: [...told, thumbCounts(thumbs)].slice(-MOST_TIMES) }
}

/** The session with nothing asked any more; what was answered stays, as numbers. */
export function withoutThumbs(session: Session): Session {
  if (!session.thumbs) return session
  const { thumbs: _, ...others } = session
  const told = thumbed(session)
  return Object.keys(told).length > 0 ? { ...others, thumbed: told } : others
}

/** Whoever has left has no thumb in it; a seat that became a part of another keeps its answer where that one has none. */
export function withoutThumb(session: Session, seat: string, into?: string): Session {
  if (!session.thumbs) return session
  const { [seat]: own, ...others } = session.thumbs.by
  const by = own && into !== undefined ? { [into]: own, ...others } : others
  return { ...session, thumbs: { ...session.thumbs, by } }
}

/** The question as one seat sees it: its own answer, on desks and walls how many, never whose; undefined while nobody is asked. */
export function thumbsView(
  { thumbs, spotlight, locked }: Session,
  minutes: readonly number[],
  seat: { id: string; role: Role },
): ThumbsView | undefined {
  if (!thumbs?.open || thumbs.note !== spotlight) return undefined
  const screen = seat.role === 'facilitator' || seat.role === 'wall'
  const mine = Object.hasOwn(thumbs.by, seat.id) ? thumbs.by[seat.id] : undefined
  return {
    minutes: minutes[Math.min(thumbs.times, minutes.length) - 1]!,
    open: !locked,
    ...(screen ? { counts: thumbCounts(thumbs) } : {}),
    ...(mine ? { mine } : {}),
  }
}

function thumbCounts({ by }: Thumbs): ThumbCounts {
  const given = Object.values(by)
  const count = (thumb: Thumb) => given.filter((one) => one === thumb).length
  return Object.fromEntries(THUMBS.map((thumb) => [thumb, count(thumb)])) as ThumbCounts
}

/** More thumbs up than down: the room goes on. As many, or nobody: the next topic. */
export function goesOn({ up, down }: ThumbCounts): boolean {
  return up > down
}
