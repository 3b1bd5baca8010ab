// What the facilitation can do now: reveal, vote, go on, and which of them is suggested.
// Called by the control desk and its keys; pure, read from the snapshot and the activity's rows.
import type { Step } from '../../shared/activities/activity.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Counts, Snapshot } from '../../shared/wire.ts'

/** What the vote button does. `none`: this activity has nothing to vote on from here. */
export type VotePhase = 'none' | 'open' | 'close' | 'publish'

export type Onward =
  | { to: 'step'; label: string; command: Command }
  | { to: 'activity'; label: string; command: Command }
  | { to: 'end' }

export type Action = 'reveal' | 'vote' | 'next'

/** Index of the step in play, or -1 before the first activity. */
function stepIndex(session: Snapshot, steps: readonly Step[]): number {
  return session.now ? steps.findIndex((step) => step.id === session.now!.step) : -1
}

/** True while notes are being written that nobody reads yet, and a later step shows them (S23). */
export function canReveal(session: Snapshot, steps: readonly Step[]): boolean {
  const at = stepIndex(session, steps)
  const pads = steps[at]?.pads
  if (pads !== 'sealed' && pads !== 'moderated') return false
  return revealTarget(steps, at) !== -1
}

function revealTarget(steps: readonly Step[], at: number): number {
  return steps.findIndex(
    (step, i) => i > at && step.pads !== 'sealed' && (step.pads === 'live' || step.board === 'read'),
  )
}

export function votePhase(session: Snapshot, steps: readonly Step[]): VotePhase {
  const { poll } = session
  if (poll?.state === 'open') return 'close'
  if (poll && !poll.published && poll.cancelled === undefined) return 'publish'
  // Past its step a vote may be held again (S53); one that was never held is behind us.
  const ahead = poll ? steps : steps.slice(Math.max(0, stepIndex(session, steps)))
  return session.now && ahead.some((step) => step.poll) ? 'open' : 'none'
}

/** The next step of the activity, else the next activity of the programme, else the end. */
export function onward(session: Snapshot, steps: readonly Step[]): Onward {
  const at = stepIndex(session, steps)
  const step = at === -1 ? undefined : session.now!.steps[at + 1]
  if (step && canReveal(session, steps) && revealTarget(steps, at) === at + 1)
    return { to: 'step', label: step.label, command: { kind: 'reveal' } }
  // What is seen goes along, so that two desks that press at once go on by one step.
  const since = session.now?.since ?? null
  if (step) return { to: 'step', label: step.label, command: { kind: 'step', to: step.id, since } }
  const list = session.programme?.activities ?? []
  const entry = list[list.findIndex((other) => other.id === session.now?.activity) + 1]
  if (!entry) return { to: 'end' }
  return { to: 'activity', label: entry.title, command: { kind: 'open', activity: entry.id, since } }
}

/** What is outlined as the likely next thing to do; `waiting` are notes that nobody has read yet. */
export function suggested(
  session: Snapshot,
  steps: readonly Step[],
  counts: Counts,
  waiting: number,
): Action | null {
  if (!session.now) return null
  if (waiting > 0 && canReveal(session, steps)) return 'reveal'
  const phase = votePhase(session, steps)
  if (phase === 'publish') return 'vote'
  if (phase === 'close') return counts.of > 0 && counts.voted >= counts.of ? 'vote' : null
  return steps[stepIndex(session, steps) + 1]?.poll ? 'vote' : 'next'
}
