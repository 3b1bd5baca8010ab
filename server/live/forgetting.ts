// Destroys authorship where a step has said so: the pads of the activity go, and with them what leads from a note to its
// author. Called after the commit that closed those pads, and when a workshop is loaded, in case that was cut short.
import { boardName } from '../../shared/ids.ts'
import type { DocsPort, ProjectionPort } from './ports.ts'
import type { Place } from './place.ts'

export interface ForgettingDeps {
  docs: DocsPort
  projection: ProjectionPort
  place: Place
}

/** Repeating it changes nothing. What arrived before the pads closed and was called saved is on the board first. */
export async function forgetAuthors(
  activity: string,
  { docs, projection, place }: ForgettingDeps,
): Promise<void> {
  const pads = await docs.pads(place.id, activity)
  const moderated = place.running(activity)?.steps.some((step) => step.pads === 'moderated') ?? true
  if (pads.length > 0 && !moderated) await projection.projectNow(place.id, activity)
  const groups = Object.values(place.row.session.groups?.[activity] ?? {}).flat()
  await docs.erase(place.id, [...pads, ...groups.map(({ id }) => boardName(activity, id))])
  projection.forget(place.id, activity)
}
