// Who asks for a tour: its key changes it, its read-only link looks at it. Called by the routes of tours and of stops.
import type { Request } from 'express'
import type { TourRow } from '../store/store.ts'
import { hashToken, sameSecret } from '../tokens.ts'
import { bearer, spend, type RouteDeps } from './context.ts'
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
  const owner = sameSecret(hashToken(token), row.hash)
  if (!owner && !sameSecret(token, deps.links.tourKey(row))) throw new Problem(401, 'unauthorized')
  // A link is read by a whole tour: its readers share a budget, and never the one of its holders.
  await spend(deps, `tour/${row.id}/${owner ? 'key' : 'link'}`, true)
  return { row, owner }
}

/** The tour, for the holders of its key alone. */
export async function tourOwned(req: Request, deps: RouteDeps, id: string): Promise<TourRow> {
  const { row, owner } = await tourAsked(req, deps, id)
  if (!owner) throw new Problem(403, 'not-allowed')
  return row
}
