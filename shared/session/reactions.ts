// Reactions to the notes of a board: one for each person and note, told as numbers. Called by machine.ts, view.ts, merging.ts and reports. Pure.
import { LIMITS } from '../limits.ts'
import { REACTIONS, type Reaction, type ReactionCounts, type ReactionsView } from '../together.ts'
import { refuse, type Role } from '../wire.ts'
import type { Rules } from './machine.ts'
import { stepAt } from './moves.ts'
import type { Session } from './state.ts'

/** By activity, note and seat. */
export type Reactions = Record<string, Record<string, Record<string, Reaction>>>

export const REACTION_RULES: Pick<Rules, 'react'> = {
  react: (s, c, ctx) => {
    if (ctx.role === 'facilitator') return refuse('not-allowed')
    if (!s.at || !stepAt(s, ctx)?.reactions || s.locked) return refuse('not-now')
    if (!ctx.isShown(c.note)) return refuse('unknown-option')
    const notes = s.reactions?.[s.at.activity] ?? {}
    const { [ctx.seat]: before, ...others } = Object.hasOwn(notes, c.note) ? notes[c.note]! : {}
    const fresh = before === undefined && c.as !== null
    if (fresh && Object.keys(ownOf(notes, ctx.seat)).length >= LIMITS.reactions)
      return refuse('too-many', { most: LIMITS.reactions })
    const now = c.as === null ? others : { ...others, [ctx.seat]: c.as }
    const reactions = { ...s.reactions, [s.at.activity]: { ...notes, [c.note]: now } }
    return { session: { ...s, reactions }, effects: [] }
  },
}

/** Whoever has left the workshop answers to nothing; a seat that became a part of another keeps its answers where that one has none. */
export function withoutReactions(session: Session, seat: string, into?: string): Session {
  if (!session.reactions) return session
  const activities = Object.entries(session.reactions).map(([activity, notes]) => {
    const left = Object.entries(notes).map(([note, seats]) => {
      const { [seat]: own, ...others } = seats
      return [note, own && into !== undefined ? { [into]: own, ...others } : others] as const
    })
    return [activity, Object.fromEntries(left)] as const
  })
  return { ...session, reactions: Object.fromEntries(activities) }
}

/** How many of each kind each note has; notes without any are left out. */
export function reactionCounts(session: Session, activity: string): Record<string, ReactionCounts> {
  const notes = Object.entries(session.reactions?.[activity] ?? {})
  return Object.fromEntries(
    notes.flatMap(([note, seats]) => {
      const given = Object.values(seats)
      const counts = REACTIONS.flatMap((kind) => {
        const many = given.filter((one) => one === kind).length
        return many > 0 ? [[kind, many] as const] : []
      })
      return counts.length > 0 ? [[note, Object.fromEntries(counts)] as const] : []
    }),
  )
}

/** Reactions of the activity in play as one seat sees them: its own; on desks and walls how many, never whose. */
export function reactionsView(
  session: Session,
  seat: { id: string; role: Role },
  open: boolean,
): ReactionsView {
  const { activity } = session.at!
  const screen = seat.role === 'facilitator' || seat.role === 'wall'
  return {
    ...(screen ? { counts: reactionCounts(session, activity) } : {}),
    mine: ownOf(session.reactions?.[activity] ?? {}, seat.id),
    open,
  }
}

function ownOf(notes: Reactions[string], seat: string): Record<string, Reaction> {
  const own = Object.entries(notes).flatMap(([note, seats]) =>
    Object.hasOwn(seats, seat) ? [[note, seats[seat]!] as const] : [],
  )
  return Object.fromEntries(own)
}
