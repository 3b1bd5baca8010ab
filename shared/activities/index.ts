// The list of exercises: one line each, so that the compiler has them all and readers can find them.
import { brainstorm } from './brainstorm/activity.ts'
import { dotVote } from './dot-vote/activity.ts'
import type { AnyActivity } from './activity.ts'

export const ACTIVITIES: readonly AnyActivity[] = [brainstorm, dotVote]

/** The activity of that kind, or undefined where this version has none. */
export function activityOf(kind: string): AnyActivity | undefined {
  return ACTIVITIES.find((activity) => activity.kind === kind)
}
