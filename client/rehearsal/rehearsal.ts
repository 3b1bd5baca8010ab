// A rehearsal: a copy of a programme in a workshop of its own, entered from this tab and erased when it is left.
// Called by the plan page, which makes it, and by the desk, which plays it. Nothing of it touches the real workshop.
import type { Programme } from '../../shared/programme.ts'
import type { Language, Role } from '../../shared/wire.ts'
import { api, isProblem, type Problem } from '../lib/api.ts'
import { eraseTraces, keptSeat } from '../lib/seat.ts'

/** What this tab knows of its rehearsal. */
export interface Rehearsal {
  id: string
  code: string
  /** The desk's key, to erase it with. */
  token: string
  /** Lets simulated people in. */
  invite: string
  /** The plan to come back to. */
  from: string
}

interface Made {
  workshop: { id: string; code: string }
  tokens: { desk: string }
  links: { join: string }
}

const KEY = 'tablee/rehearsal'

/** Makes the copy; the answer is the desk's path, or why there is none. */
export async function beginRehearsal(
  from: string,
  title: string,
  language: Language,
  programme: Programme,
): Promise<string | Problem> {
  const body = { title, language, programme: { ...programme, title } }
  const made = await api<Made>('POST', '/api/workshops', { body })
  if (isProblem(made)) return made
  const { id, code } = made.workshop
  const token = made.tokens.desk
  const invite = new URL(made.links.join).hash.slice(1)
  const rehearsal: Rehearsal = { id, code, token, invite, from }
  sessionStorage.setItem(KEY, JSON.stringify(rehearsal))
  return `/desk/${id}#${token}`
}

/** The rehearsal that this desk is of, or null: a workshop is real unless this tab made it to rehearse. */
export function rehearsalOf(workshop: string): Rehearsal | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Rehearsal | null
    return found?.id === workshop ? found : null
  } catch {
    return null
  }
}

/** Erases the copy on the server and on this device. False where the server could not be reached. */
export async function endRehearsal({ id, token }: Rehearsal): Promise<boolean> {
  const answer = await api('DELETE', `/api/workshops/${id}`, { token })
  // Whoever left it twice finds it gone already.
  if (isProblem(answer) && answer.status !== 404 && answer.status !== 401) return false
  emptyDevice(id)
  sessionStorage.removeItem(KEY)
  return true
}

/** The tab goes away: what cannot be waited for any more is asked for all the same. The tab still knows where it came from. */
export function eraseOnTheWayOut({ id, token }: Rehearsal): void {
  emptyDevice(id)
  const headers = { Authorization: `Bearer ${token}` }
  void fetch(`/api/workshops/${id}`, { method: 'DELETE', keepalive: true, headers }).catch(() => undefined)
}

function emptyDevice(id: string): void {
  for (const role of ['facilitator', 'wall'] satisfies Role[]) {
    const seat = keptSeat(id, role)
    if (seat) eraseTraces(seat)
  }
}
