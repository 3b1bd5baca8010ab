// Up-votes on the notes of a board, and what becomes of a question. Called by machine.ts, view.ts and reports. Pure.
import type { UpvotesView } from '../together.ts'
import { refuse } from '../wire.ts'
import type { Rules } from './machine.ts'
import { stepAt } from './moves.ts'
import type { Session } from './state.ts'

export const UPVOTE_RULES: Pick<Rules, 'upvote' | 'mark'> = {
  upvote: (s, c, ctx) => {
    if (ctx.role === 'facilitator') return refuse('not-allowed')
    const most = stepAt(s, ctx)?.upvotes
    if (!s.at || !most || s.locked) return refuse('not-now')
    if (!ctx.isShown(c.note)) return refuse('unknown-option')
    const { activity } = s.at
    const notes = s.upvotes?.[activity] ?? {}
    if (c.on && most !== true && ownOf(notes, ctx.seat).filter((note) => note !== c.note).length >= most)
      return refuse('too-many')
    const had = Object.hasOwn(notes, c.note) ? notes[c.note]! : []
    const others = had.filter((seat) => seat !== ctx.seat)
    const seats = c.on ? [...others, ctx.seat] : others
    const upvotes = { ...s.upvotes, [activity]: { ...notes, [c.note]: seats } }
    return { session: { ...s, upvotes }, effects: [] }
  },
  mark: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    if (!ctx.hasNote(c.note)) return refuse('unknown-option')
    return { session: s, effects: [{ do: 'mark', note: c.note, as: c.as }] }
  },
}

/** Whoever has left the workshop supports nothing. */
export function withoutUpvotes(session: Session, seat: string): Session {
  if (!session.upvotes) return session
  const each = <A, B>(of: Record<string, A>, change: (value: A) => B) =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]))
  const upvotes = each(session.upvotes, (notes) =>
    each(notes, (seats) => seats.filter((one) => one !== seat)),
  )
  return { ...session, upvotes }
}

/** How many up-votes each note of an activity has; notes without any are left out. */
export function upvoteCounts(session: Session, activity: string): Record<string, number> {
  const notes = Object.entries(session.upvotes?.[activity] ?? {})
  return Object.fromEntries(notes.flatMap(([note, { length }]) => (length > 0 ? [[note, length]] : [])))
}

/** Up-votes of the activity in play as one seat sees them: how many, and which are its own, never whose; `most` that it has. */
export function upvotesView(
  session: Session,
  seat: string,
  open: boolean,
  most: true | number = true,
): UpvotesView {
  const { activity } = session.at!
  const mine = ownOf(session.upvotes?.[activity] ?? {}, seat)
  const left = most === true ? {} : { left: Math.max(0, most - mine.length) }
  return { counts: upvoteCounts(session, activity), mine, open, ...left }
}

function ownOf(notes: Record<string, string[]>, seat: string): string[] {
  return Object.entries(notes).flatMap(([note, seats]) => (seats.includes(seat) ? [note] : []))
}
