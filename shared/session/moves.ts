// Going from step to step: what leaving and entering do to the session. Called by machine.ts only.
import { isBoardStep, type Step } from '../activities/activity.ts'
import type { OptionEntry, Paper } from '../voting.ts'
import { isRefusal, refuse, type Refusal } from '../wire.ts'
import type { Effect } from './effects.ts'
import { leaveFloor } from './floor-moves.ts'
import type { Context, Outcome, PollToBe } from './machine.ts'
import { takingUp, withGroups } from './groups.ts'
import { isCancelled, openRound, roundOf, type Round, type Session } from './state.ts'
import { withoutThumbs } from './thumbs.ts'

/** The step in play, or undefined before the first `open`. */
export function stepAt(session: Session, ctx: Pick<Context, 'steps'>): Step | undefined {
  return session.at ? ctx.steps(session.at.activity)?.[session.at.step] : undefined
}

/** The step whose poll opens from here: this one, else the next that has one, else the last before. */
export function pollStep(steps: readonly Step[], at: number): number {
  const ahead = steps.findIndex((step, i) => i >= at && step.poll)
  return ahead === -1 ? steps.findLastIndex((step) => step.poll) : ahead
}

/** Leaves the current activity for another one or for good: closes its open poll unpublished (S19), keeps the board as it was, forgets authors where that was promised (S57), adds up the time spent. */
export function leave(before: Session, ctx: Context, to?: string): Outcome {
  if (!before.at) return { session: before, effects: [] }
  const session = { ...leaveFloor(before, ctx.now), at: before.at }
  const { activity, since } = session.at
  const effects: Effect[] = [{ do: 'checkpoint', activity, step: stepAt(session, ctx)?.id ?? '' }]
  const round = openRound(session)
  if (round) effects.unshift({ do: 'seal', activity, poll: round.id })
  const closed = round ? replaceLast(session, { ...round, state: 'closed', closedAt: ctx.now }) : session
  const after: Session = { ...closed, played: spend(closed, activity, ctx.now - since) }
  const promised = (ctx.steps(activity) ?? []).some(({ forgets }) => forgets === 'after')
  if (!promised || to === activity || after.forgotten?.includes(activity)) return { session: after, effects }
  effects.push({ do: 'forget', activity })
  return { session: { ...after, forgotten: [...(after.forgotten ?? []), activity] }, effects }
}

/** What is asked of a further round: its options from their source again, or those that the desk has set. */
export interface Asked {
  fresh?: boolean | undefined
  options?: OptionEntry[] | undefined
}

/**
 * Enters a step of an activity: clock, poll (S21), publication (S22). `before` are effects that come first; with `asked`
 * the poll opens whether or not it has been held. Refused where its poll may not open (S26).
 */
export function enter(
  session: Session,
  activity: string,
  index: number,
  ctx: Context,
  before: Effect[] = [],
  asked?: Asked,
): Outcome | Refusal {
  const settled = settle(session, activity, index, ctx, before)
  const steps = ctx.steps(activity)!
  // The first step with a poll opens the first round, the second one a second round, as in a Delphi.
  const due = steps.slice(0, index + 1).filter((step) => step.poll).length
  const held = session.rounds[activity]?.length ?? 0
  if (!steps[index]!.poll || (held >= due && !asked)) return settled
  const polled = openPoll(settled.session, activity, ctx, asked)
  return isRefusal(polled) ? polled : { ...settled, session: polled.session }
}

/** Enters a step even where its poll may not open: it stays closed then (S26). */
export function enterAnyway(...where: Parameters<typeof settle>): Outcome {
  const entered = enter(...where)
  return isRefusal(entered) ? settle(...where) : entered
}

function settle(
  session: Session,
  activity: string,
  index: number,
  ctx: Context,
  before: Effect[] = [],
): Outcome {
  const steps = ctx.steps(activity)!
  const step = steps[index]!
  const heard = withGroups(step.floor ? session : leaveFloor(session, ctx.now), activity, step, ctx)
  const toBe = steps.some((other) => other.poll) ? ctx.poll(activity, step.id) : null
  const gathering = toBe?.gathering
  const first = !session.played[activity]
  const moved = session.at?.activity !== activity
  const spent = session.at && !moved ? spend(session, activity, ctx.now - session.at.since) : session.played
  const opened = { openedAt: ctx.now, spent: 0, step: index, ...(gathering ? { gathering } : {}) }
  const seen = spent[activity] ?? opened
  const forgets = step.forgets === true && !session.forgotten?.includes(activity)
  const entered: Session = {
    ...withoutAsked(heard),
    at: { activity, step: index, since: ctx.now },
    clock: step.minutes ? { endsAt: ctx.now + Math.round(step.minutes * 60_000) } : null,
    locked: false,
    spotlight: null,
    screen: 'step',
    preview: previewOf(session, activity, step, toBe),
    played: { ...spent, [activity]: { ...seen, step: index } },
    ...(gathering ? { gathering } : {}),
    ...(forgets ? { forgotten: [...(session.forgotten ?? []), activity] } : {}),
  }
  const effects: Effect[] = first ? [...before, { do: 'openBoard', activity }] : [...before]
  // Pads that become visible do so all at once, whichever command led here (S13).
  const shows = step.pads === 'live' || (forgets && !steps.some(({ pads }) => pads === 'moderated'))
  if (shows && !effects.some((effect) => effect.do === 'project')) effects.push({ do: 'project', activity })
  if (forgets) effects.push({ do: 'forget', activity })
  effects.push(...takingUp(activity, step), { do: 'reconsider' })
  return { session: step.results === 'shown' ? publishLast(entered, activity) : entered, effects }
}

/** What is put to the coming vote: some of what is carried over, or everything again (S68). */
export function pickNotes(session: Session, notes: string[] | null, ctx: Context): Outcome | Refusal {
  const { at } = session
  if (!at || roundOf(session, at.activity) || pollStep(ctx.steps(at.activity) ?? [], at.step) === -1)
    return refuse('not-now')
  const { [at.activity]: _, ...others } = session.picks ?? {}
  const { paper } = ctx.poll(at.activity, stepAt(session, ctx)?.id ?? '', { picks: notes })
  if (notes && paper.options.length + (paper.subjects?.length ?? 0) === 0) return refuse('unknown-option')
  return {
    session: {
      ...session,
      picks: notes ? { ...others, [at.activity]: notes } : others,
      ...(session.preview ? { preview: askedOf(paper) } : {}),
    },
    effects: [],
  }
}

/** The session in a step that it has come back to: begun now, with what the poll to come is about. */
export function again(session: Session, ctx: Context): Session {
  const { gathering: _, ...back } = session
  const step = stepAt(session, ctx)
  if (!session.at || !step) return { ...back, preview: null }
  const { activity } = session.at
  const toBe = ctx.steps(activity)!.some(({ poll }) => poll) ? ctx.poll(activity, step.id) : null
  return {
    ...back,
    at: { ...session.at, since: ctx.now },
    preview: previewOf(session, activity, step, toBe),
    ...(toBe?.gathering ? { gathering: toBe.gathering } : {}),
  }
}

function previewOf(session: Session, activity: string, step: Step, toBe: PollToBe | null) {
  return toBe && !isBoardStep(step) && !roundOf(session, activity) ? askedOf(toBe.paper) : null
}

function askedOf({ subjects, options }: Paper): OptionEntry[] {
  return subjects ?? options
}

/** A new round on a paper frozen now (S7, S15); a further one has the paper of the last, unless a fresh one is asked for (S27). */
export function openPoll(
  session: Session,
  activity: string,
  ctx: Context,
  { fresh = false, options }: Asked = {},
): Outcome | Refusal {
  const earlier = session.rounds[activity] ?? []
  const last = earlier.at(-1)?.paper
  const again = last !== undefined && last.options.length > 0 && !fresh
  const { barred, gathering, ...poll } = ctx.poll(activity, stepAt(session, ctx)?.id ?? '', {
    ...(again ? { last } : {}),
    ...(options ? { options } : {}),
  })
  if (barred) return barred
  const id = `${activity}.${earlier.length + 1}`
  const round: Round = { id, activity, ...poll, state: 'open', published: false, openedAt: ctx.now }
  return {
    session: { ...session, rounds: { ...session.rounds, [activity]: [...earlier, round] } },
    effects: [],
  }
}

function publishLast(session: Session, activity: string): Session {
  const round = roundOf(session, activity)
  return round?.state === 'closed' && !isCancelled(round)
    ? replaceLast(session, { ...round, published: true })
    : session
}

/** The session with this round in the place of its activity's last one. */
export function replaceLast(session: Session, round: Round): Session {
  const rounds = [...(session.rounds[round.activity] ?? []).slice(0, -1), round]
  return { ...session, rounds: { ...session.rounds, [round.activity]: rounds } }
}

function spend(session: Session, activity: string, time: number): Session['played'] {
  const seen = session.played[activity]
  return seen ? { ...session.played, [activity]: { ...seen, spent: seen.spent + time } } : session.played
}

function withoutAsked(before: Session): Session {
  const { gathering: _, ...session } = withoutThumbs(before)
  return session
}
