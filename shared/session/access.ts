// access(): by document, by role, by step. With viewFor, the only place where rights are decided.
// Called by server/docs/gateway.ts in front of every document socket and message.
import type { Step } from '../activities/activity.ts'
import { isLasting, type DocRef } from '../ids.ts'
import type { Role } from '../wire.ts'
import { writesFor } from './groups.ts'
import { standsFor } from './merging.ts'
import type { Session } from './state.ts'

export type Access = 'none' | 'read' | 'write'
export interface AccessSeat {
  id: string
  role: Role
}

/** What this seat may do with this document now. `steps` gives the rows of an activity, or null where there is none. */
export function access(
  session: Session,
  seat: AccessSeat,
  doc: DocRef,
  steps: (activity: string) => Step[] | null,
): Access {
  if (session.ended !== null) return 'none'
  const trusted = seat.role === 'facilitator' || seat.role === 'scribe'
  if (doc.sort === 'plan') return trusted ? 'write' : 'none'
  if (isLasting(doc.activity)) return lastingAccess(trusted, seat.role, doc)
  if (!steps(doc.activity)) return 'none'
  if (doc.sort === 'pad') return padAccess(session, seat, doc)
  return boardAccess(session, seat, doc, steps)
}

/** Lasting boards are kept by trusted hands and read on walls. */
function lastingAccess(trusted: boolean, role: Role, doc: DocRef): Access {
  if (doc.sort !== 'board' || doc.group !== undefined) return 'none'
  return trusted ? 'write' : role === 'wall' ? 'read' : 'none'
}

/** Own pad of an activity that has been opened, until its authors are forgotten. The step decides only whether the server looks. */
function padAccess(session: Session, seat: AccessSeat, doc: { activity: string; writer: string }): Access {
  const writes = seat.role === 'participant' || seat.role === 'scribe'
  if (!writes || session.forgotten?.includes(doc.activity)) return 'none'
  const own =
    standsFor(session, doc.writer) === seat.id || writesFor(session, doc.activity, doc.writer, seat.id)
  return own && session.played[doc.activity] ? 'write' : 'none'
}

/** What a group has written: its members, walls and trusted hands read it; the server alone writes it (S59). */
function groupAccess(session: Session, seat: AccessSeat, doc: { activity: string; group: string }): Access {
  const sets = Object.values(session.groups?.[doc.activity] ?? {})
  if (!sets.some((groups) => groups.some(({ id }) => id === doc.group))) return 'none'
  if (seat.role !== 'participant') return 'read'
  return writesFor(session, doc.activity, doc.group, seat.id) ? 'read' : 'none'
}

function boardAccess(
  session: Session,
  seat: AccessSeat,
  doc: { activity: string; group?: string },
  steps: (activity: string) => Step[] | null,
): Access {
  if (doc.group !== undefined) return groupAccess(session, seat, { ...doc, group: doc.group })
  const { role } = seat
  const played = session.played[doc.activity]
  if (!played) return role === 'facilitator' ? 'write' : 'none'
  const current = session.at?.activity === doc.activity
  if (role === 'facilitator' || role === 'scribe') return current ? 'write' : 'read'
  if (role === 'wall') return 'read'
  const step = steps(doc.activity)![current ? session.at!.step : played.step]
  if (current) return step?.board === 'read' ? 'read' : 'none'
  return step?.board === 'read' || step?.results === 'shown' ? 'read' : 'none'
}
