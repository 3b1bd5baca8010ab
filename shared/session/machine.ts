// The session machine: next(session, command, context) -> a new session and effects, or a refusal.
// Called by server/live/session.ts, which carries the effects out. Pure: no clock, no randomness, no I/O.
import type { Step } from '../activities/activity.ts'
import type { FloorRules } from '../together.ts'
import type { Judged } from '../counting/consent-turn.ts'
import { isPersonSeat } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { Gathering, OptionEntry, Paper, Secrecy, Voices } from '../voting.ts'
import { isRefusal, refuse, type Refusal, type Role } from '../wire.ts'
import { SEAT_COMMANDS, type Command, type CommandKind } from './commands.ts'
import type { Effect } from './effects.ts'
import { FLOOR_RULES, withoutSeat } from './floor-moves.ts'
import { GROUP_RULES } from './groups.ts'
import { MERGE_RULES } from './merging.ts'
import { enter, enterAnyway, leave, openPoll, pickNotes, pollStep, replaceLast, stepAt } from './moves.ts'
import { PAPER_RULES } from './paper.ts'
import { remember, takeBack } from './past.ts'
import { REACTION_RULES, withoutReactions } from './reactions.ts'
import { named, shown, told } from './room.ts'
import { isCancelled, isOvertaken, openRound, roundOf, type Session } from './state.ts'
import { THUMB_RULES, withoutThumb } from './thumbs.ts'
import { UPVOTE_RULES, withoutUpvotes } from './upvotes.ts'

/** What the machine may ask about the world; all of it is a function of durable state. `now` in milliseconds. */
export interface Context {
  now: number
  role: Role
  /** Whoever gave the command. */
  seat: string
  /** Participants connected now, in the order of their joining. */
  present: readonly string[]
  /** From 0 to 1, 1 excluded. */
  random(): number
  /** How the floor is given in the step in play; null where there is none. */
  floor(): FloorRules | null
  /** True for a note on the board in play that everybody may see. */
  isShown(note: string): boolean
  /** Steps of an activity with their minutes, or null where the programme has none of that id. */
  steps(activity: string): Step[] | null
  /** What a poll of this activity would be if it opened in this step now; `last` is the paper of the round it repeats. */
  poll(
    activity: string,
    step: string,
    again?: { last?: Paper; options?: OptionEntry[]; picks?: readonly string[] | null },
  ): PollToBe
  /** True where options may leave the paper of an open poll. */
  changesPaper(activity: string): boolean
  /** This paper once an option has been added to it, or null where none may be. */
  joins(activity: string, paper: Paper): Paper | null
  /** True where approved statements join an open paper. */
  growsPaper(activity: string): boolean
  /** The result once the circle has found an objection without reasons. */
  judge(activity: string, result: unknown, judged: Judged): unknown
  checkBallot(activity: string, paper: Paper, choice: unknown): unknown
  hasNote(note: string): boolean
  /** What became of a question; null where nothing was said. */
  markOf(note: string): 'answered' | 'parked' | null
  /** Empty where there is none. */
  nameOf(seat: string): string
  hasSeat(seat: string): boolean
}

/** `barred` says why it may not open; the rest is frozen with its round. */
export interface PollToBe {
  paper: Paper
  type: string
  secrecy: Secrecy
  voices?: Voices
  rolled?: true
  held?: OptionEntry[]
  gathering?: Gathering
  circle?: string[]
  barred?: Refusal
}

export interface Outcome {
  session: Session
  effects: Effect[]
}

type Rule<K extends CommandKind> = (
  s: Session,
  c: Extract<Command, { kind: K }>,
  ctx: Context,
) => Outcome | Refusal

/** Decides one command. The session's `rev` grows by one if and only if the command is accepted (S2, S3). */
export function next(session: Session, command: Command, ctx: Context): Outcome | Refusal {
  if (session.ended !== null) return refuse('gone')
  if (!mayCommand(ctx.role, command.kind)) return refuse('not-allowed')
  if ('since' in command && isOvertaken(session, command.since)) return refuse('stale')
  const rule = RULES[command.kind] as Rule<CommandKind>
  const outcome = rule(session, command as never, ctx)
  if (isRefusal(outcome)) return outcome
  const past = remember(session, command, outcome, ctx)
  return { ...outcome, session: { ...outcome.session, past, rev: session.rev + 1 } }
}

/** Walls change nothing (S16); participants have their own few words; the scribe arranges and takes part. */
export function mayCommand(role: Role, kind: CommandKind): boolean {
  if (role === 'facilitator') return true
  return role !== 'wall' && SEAT_COMMANDS.has(kind)
}

const keep = (session: Session, ...effects: Effect[]): Outcome => ({ session, effects })

export type Rules = { [K in CommandKind]: Rule<K> }

const RULES: Rules = {
  ...FLOOR_RULES,
  ...GROUP_RULES,
  ...MERGE_RULES,
  ...PAPER_RULES,
  ...REACTION_RULES,
  ...THUMB_RULES,
  ...UPVOTE_RULES,
  open: (s, c, ctx) => {
    if (!ctx.steps(c.activity)) return refuse('unknown-option')
    const left = leave(s, ctx, c.activity)
    return enterAnyway(left.session, c.activity, 0, ctx, left.effects)
  },
  step: (s, c, ctx) => {
    if (!s.at || openRound(s)) return refuse('not-now')
    const steps = ctx.steps(s.at.activity) ?? []
    const to = c.to === undefined ? s.at.step + 1 : steps.findIndex((step) => step.id === c.to)
    if (to === -1) return refuse('unknown-option')
    if (to >= steps.length) return refuse('not-now')
    return enter(s, s.at.activity, to, ctx, [checkpoint(s, ctx)])
  },
  back: (s, _c, ctx) => {
    if (!s.at || openRound(s) || s.at.step === 0) return refuse('not-now')
    return enterAnyway(s, s.at.activity, s.at.step - 1, ctx, [checkpoint(s, ctx)])
  },
  pause: (s, _c, ctx) => {
    if (!s.clock || !('endsAt' in s.clock)) return refuse('not-now')
    return keep({ ...s, clock: { left: Math.max(0, s.clock.endsAt - ctx.now) } })
  },
  resume: (s, _c, ctx) => {
    if (!s.clock || !('left' in s.clock)) return refuse('not-now')
    return keep({ ...s, clock: { endsAt: ctx.now + s.clock.left } })
  },
  addTime: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    const add = c.seconds * 1000
    if (s.clock && 'left' in s.clock) return keep({ ...s, clock: { left: Math.max(0, s.clock.left + add) } })
    const from = Math.max(ctx.now, s.clock?.endsAt ?? ctx.now)
    return keep({ ...s, clock: { endsAt: Math.max(ctx.now, from + add) } })
  },
  reveal: (s, _c, ctx) => {
    const step = stepAt(s, ctx)
    if (!s.at || (step?.pads !== 'sealed' && step?.pads !== 'moderated')) return refuse('not-now')
    const steps = ctx.steps(s.at.activity) ?? []
    const to = steps.findIndex(
      (other, i) =>
        i > s.at!.step && other.pads !== 'sealed' && (other.pads === 'live' || other.board === 'read'),
    )
    if (to === -1) return refuse('not-now')
    const before = [checkpoint(s, ctx)]
    if (step.pads === 'sealed' && steps[to]!.pads !== 'moderated')
      before.push({ do: 'project', activity: s.at.activity })
    return enter(s, s.at.activity, to, ctx, before)
  },
  pollOpen: (s, c, ctx) => {
    if (!s.at || openRound(s)) return refuse('not-now')
    const to = pollStep(ctx.steps(s.at.activity) ?? [], s.at.step)
    if (to === -1) return refuse('not-now')
    return to === s.at.step
      ? openPoll(s, s.at.activity, ctx, c)
      : enter(s, s.at.activity, to, ctx, [checkpoint(s, ctx)], c)
  },
  pollClose: (s, _c, ctx) => {
    const round = openRound(s)
    if (!round) return refuse('not-now')
    return keep(replaceLast(s, { ...round, state: 'closed', closedAt: ctx.now }), {
      do: 'seal',
      activity: round.activity,
      poll: round.id,
    })
  },
  pick: (s, c, ctx) => pickNotes(s, c.notes, ctx),
  publish: (s) => {
    const round = roundOf(s, s.at?.activity)
    if (!round || round.state === 'open' || round.published || isCancelled(round)) return refuse('not-now')
    return keep(replaceLast(s, { ...round, published: true }), { do: 'reconsider' })
  },
  approve: (s, c, ctx) => {
    if (stepAt(s, ctx)?.pads !== 'moderated') return refuse('not-now')
    const round = openRound(s)
    const joins = round !== undefined && ctx.growsPaper(round.activity)
    const approve: Effect = { do: 'approve', note: c.note }
    return joins ? keep(s, approve, { do: 'release', activity: round.activity }) : keep(s, approve)
  },
  hide: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    return ctx.hasNote(c.note)
      ? keep(s, { do: 'hide', note: c.note, on: c.on ?? true })
      : refuse('unknown-option')
  },
  remove: (s, { seat }, ctx) => {
    if (!ctx.hasSeat(seat)) return refuse('unknown-option')
    // A desk that removed itself could never come back; walls and helpers are sent away by a new link.
    if (!isPersonSeat(seat)) return refuse('not-allowed')
    const left = withoutUpvotes(withoutSeat(s, seat, ctx.now), seat)
    const without = withoutThumb(withoutReactions(left, seat), seat)
    return keep(without, { do: 'removeSeat', seat }, { do: 'reconsider' })
  },
  rename: (s, c, ctx) => (ctx.hasSeat(c.seat) ? named(s, c.name, c.seat) : refuse('unknown-option')),
  spotlight: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    if (c.note !== null && !ctx.hasNote(c.note)) return refuse('unknown-option')
    return keep({ ...s, spotlight: c.note })
  },
  lock: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    const catchUp: Effect[] =
      !c.on && stepAt(s, ctx)?.pads === 'live' ? [{ do: 'project', activity: s.at.activity }] : []
    return keep({ ...s, locked: c.on }, ...catchUp, { do: 'reconsider' })
  },
  door: ({ door: _was, ...s }, c) => keep(c.open ? s : { ...s, door: 'closed' }),
  registered: ({ registered: _was, ...s }, c) => keep(c.count === 0 ? s : { ...s, registered: c.count }),
  screen: (s, c) => shown(s, c),
  wall: (s, c) => told(s, c),
  end: (s, _c, ctx) => {
    const left = leave(s, ctx)
    return {
      session: { ...left.session, at: null, clock: null, ended: ctx.now, past: [] },
      effects: [...left.effects, { do: 'end' }],
    }
  },
  undo: (s, _c, ctx) => takeBack(s, ctx),
  arrange: (s, c, ctx) => {
    if (!s.at) return refuse('not-now')
    if (ctx.role === 'participant' && (s.locked || !stepAt(s, ctx)?.arrange)) return refuse('not-now')
    if (c.moves.length > LIMITS.moves) return refuse('too-many', { most: LIMITS.moves })
    return c.moves.every((move) => ctx.hasNote(move.note))
      ? keep(s, { do: 'arrange', moves: c.moves })
      : refuse('unknown-option')
  },
  done: (s, c) => (s.at ? keep(s, { do: 'done', on: c.on }) : refuse('not-now')),
  name: (s, c) => named(s, c.name),
}

function checkpoint(s: Session, ctx: Context): Effect {
  return { do: 'checkpoint', activity: s.at!.activity, step: stepAt(s, ctx)?.id ?? '' }
}
