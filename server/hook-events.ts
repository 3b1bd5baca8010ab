// What an accepted command means to those outside: the difference of two sessions, as events. Pure. Called by sessions.ts.
// Ids and kinds only: nothing that was written, no name, no title, no result.
import type { Session } from '../shared/session/state.ts'

export type HookType =
  | 'workshop.created'
  | 'workshop.begun'
  | 'activity.opened'
  | 'result.published'
  | 'workshop.ended'
  | 'workshop.erased'

export interface HookEvent {
  type: HookType
  data: Record<string, string | number>
}

/** Tells those who asked for it; never throws and never waits. */
export type TellHooks = (workshop: string, event: HookEvent) => void

/** `kindOf` says which exercise an activity is. */
export function hookEvents(
  before: Session,
  after: Session,
  kindOf: (activity: string) => string,
): HookEvent[] {
  const events: HookEvent[] = []
  const [was, is] = [before.at?.activity, after.at?.activity]
  if (Object.keys(before.played).length === 0 && is !== undefined)
    events.push({ type: 'workshop.begun', data: {} })
  if (is !== undefined && is !== was)
    events.push({ type: 'activity.opened', data: { activity: is, kind: kindOf(is) } })
  const known = new Set(publishedOf(before).map(({ id }) => id))
  for (const { id, activity, type, voted = 0, of = 0 } of publishedOf(after))
    if (!known.has(id))
      events.push({
        type: 'result.published',
        data: { activity, kind: kindOf(activity), poll: id, ballot: type, voted, of },
      })
  if (before.ended === null && after.ended !== null) events.push({ type: 'workshop.ended', data: {} })
  return events
}

function publishedOf({ rounds }: Session) {
  return Object.values(rounds)
    .flat()
    .filter(({ published }) => published)
}
