// Who asks for a tour: its key changes it, its read-only link looks at it. Called by the routes of tours and of stops.
import type { Request } from 'express'
import type { TourRow } from '../store/store.ts'
import { hashToken, sameSecret } from '../tokens.ts'
import { bearer, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

/** The tour, and whether its key or only its read-only link is asking. */
export async function tourAsked(
  req: Request,
  deps: RouteDeps,
  id: string,
): Promise<{ row: TourRow; owner: boolean }> {
  const token = bearer(req)
  if (token === null) throw new Problem(401, 'unauthorized')
  const row = await deps.store.tours.get(id)
  if (!row) throw new Problem(401, 'unauthorized')
  if (sameSecret(hashToken(token), row.hash)) return { row, owner: true }
  if (sameSecret(token, deps.links.tourKey(row))) return { row, owner: false }
  throw new Problem(401, 'unauthorized')
}

/** The tour, for the holders of its key alone. */
export async function tourOwned(req: Request, deps: RouteDeps, id: string): Promise<TourRow> {
  const { row, owner } = await tourAsked(req, deps, id)
  if (!owner) throw new Problem(403, 'not-allowed')
  return row
}
