// What a device says of itself at the door, and what is read from it. Called by gateway.ts.
import { isId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { SeatRow } from '../store/store.ts'
import type { Connection } from './presence.ts'

/** What a device says of itself when it comes. */
export interface Auth {
  token?: unknown
  v?: unknown
  screen?: unknown
  group?: unknown
}

/** Which screen a wall says it is, and the group that its link names. */
export function screenOf(auth: Auth, { role }: SeatRow): Connection['screen'] {
  const { screen, group } = auth
  if (role !== 'wall' || !isId(screen)) return undefined
  const named = typeof group === 'number' && Number.isInteger(group) && group >= 1 && group <= LIMITS.groups
  return { id: screen, group: named ? group : null }
}
