// What can be taken back: the last few commands, and what clears them (S24). Called by machine.ts.
import { refuse, type Refusal } from '../wire.ts'
import { SEAT_COMMANDS, type Command, type CommandKind } from './commands.ts'
import type { Effect } from './effects.ts'
import type { Floor } from './floor.ts'
import type { Context, Outcome } from './machine.ts'
import { again, replaceLast } from './moves.ts'
import { openRound, roundOf, type Past, type Session } from './state.ts'

const UNDOABLE: ReadonlySet<CommandKind> = new Set([
  'open',
  'step',
  'back',
  'pause',
  'resume',
  'addTime',
  'lock',
  'spotlight',
  'screen',
  'hide',
  'wall',
  'rename',
  'mark',
  'approve',
  'giveFloor',
  'postpone',
  'unlist',
  'enlist',
  'enlistAll',
  'door',
  'look',
  'publish',
  'regroup',
  'joinGroup',
])

const ON_THE_FLOOR: ReadonlySet<CommandKind> = new Set([
  'giveFloor',
  'postpone',
  'unlist',
  'enlist',
  'enlistAll',
])

/** The last ten things that can be taken back (S24). A poll that opens or closes, a reveal, and authors destroyed clear them. */
export function remember(before: Session, command: Command, outcome: Outcome, ctx: Context): Past[] {
  const own = SEAT_COMMANDS.has(command.kind) && ctx.role !== 'facilitator'
  if (command.kind === 'undo' || own) return outcome.session.past
  const shown = outcome.effects.some(
    ({ do: what }) =>
      what === 'seal' ||
      what === 'discard' ||
      what === 'forget' ||
      (what === 'project' && command.kind !== 'open'),
  )
  const round = openRound(outcome.session)
  if (shown || (round && round.id !== openRound(before)?.id)) return []
  // Whoever turned a page turns it back.
  const turned = command.kind === 'screen' && command.page !== undefined
  if (turned || !UNDOABLE.has(command.kind)) return before.past
  const { at, clock, locked, spotlight, screen, wall, follow } = before
  const floor = floorBefore(before, command, outcome.session)
  const past: Past = {
    ...{ kind: command.kind, at, clock, locked, spotlight, screen, reverse: reverseOf(command, ctx) },
    ...(wall && { wall }),
    ...(follow && { follow }),
    ...(floor && { floor }),
    ...shownBefore(before, command),
  }
  return [...before.past, past].slice(-10)
}

/** The session as it was before the last thing that can be taken back; hands that went up since stay up. */
export function takeBack(s: Session, ctx: Context): Outcome | Refusal {
  const past = s.past.at(-1)
  if (!past) return refuse('not-now')
  const {
    at,
    clock,
    locked,
    spotlight,
    screen,
    wall: _wall,
    follow: _follow,
    door: _door,
    ...rest
  } = withResult(s, past)
  void [at, clock, locked, spotlight, screen]
  const moved = past.at?.activity !== s.at?.activity || past.at?.step !== s.at?.step
  const session: Session = {
    ...rest,
    at: moved ? past.at : s.at,
    clock: past.clock,
    locked: past.locked,
    spotlight: past.spotlight,
    screen: past.screen,
    ...(past.wall && { wall: past.wall }),
    ...(past.follow && { follow: past.follow }),
    ...(past.door && { door: past.door }),
    ...(past.groups && s.groups && { groups: { ...s.groups, ...past.groups } }),
    ...floorBack(s, past),
    past: s.past.slice(0, -1),
  }
  return {
    session: moved ? again(session, ctx) : session,
    effects: past.reverse.length > 0 ? past.reverse : [{ do: 'reconsider' }],
  }
}

/** What puts notes and names back as they were. */
function reverseOf(command: Command, ctx: Context): Effect[] {
  if (command.kind === 'hide') return [{ do: 'hide', note: command.note, on: command.on === false }]
  if (command.kind === 'approve') return [{ do: 'hide', note: command.note, on: true }]
  if (command.kind === 'mark') return [{ do: 'mark', note: command.note, as: ctx.markOf(command.note) }]
  if (command.kind === 'rename') return [{ do: 'name', seat: command.seat, name: ctx.nameOf(command.seat) }]
  return []
}

/** The door, who sat together, and what of the result of the activity in play everybody saw, as far as this command changes it. */
function shownBefore({ door, groups, at, ...before }: Session, { kind }: Command): Partial<Past> {
  const round = roundOf(before as Session, at?.activity)
  const seated = kind === 'regroup' || kind === 'joinGroup'
  const { id, published, look } = round ?? {}
  return {
    ...(door && { door }),
    ...(seated && at && groups?.[at.activity] && { groups: { [at.activity]: groups[at.activity]! } }),
    ...(id !== undefined && {
      result: { id, published: published === true, ...(kind === 'look' && { look: look ?? null }) },
    }),
  }
}

/** The result as it was shown, where its round is still the last one. */
function withResult(s: Session, { result: was, at }: Past): Session {
  const round = roundOf(s, at?.activity)
  if (!was || round?.id !== was.id) return s
  const { look, ...rest } = round
  const now = was.look === undefined ? look : (was.look ?? undefined)
  return replaceLast(s, { ...rest, published: was.published, ...(now && { look: now }) })
}

/** Who had the floor and how long, the place of whoever was called, put back or taken off, and whom the desk put on the list. */
function floorBefore(before: Session, command: Command, after: Session): Past['floor'] {
  const { kind } = command
  if (!ON_THE_FLOOR.has(kind)) return undefined
  const activity = before.at?.activity ?? ''
  const floor = before.floors?.[activity]
  const list = after.floors?.[activity]
  const who =
    kind === 'postpone' || kind === 'unlist'
      ? command.who
      : kind === 'giveFloor'
        ? list?.speaking?.who
        : undefined
  const waited = floor?.queue.find((one) => one.who === who)
  const { speaking = null, spoken = {} } = floor ?? {}
  const enlists = kind === 'enlist' || kind === 'enlistAll'
  const here = new Set(floor?.queue.map((one) => one.who))
  const added = enlists ? (list?.queue ?? []).flatMap((one) => (here.has(one.who) ? [] : [one.who])) : []
  return {
    speaking,
    spoken,
    ...(who ? { who } : {}),
    ...(waited ? { waited } : {}),
    ...(added.length > 0 ? { added } : {}),
  }
}

function floorBack({ floors, at }: Session, { floor: was }: Past): Pick<Session, 'floors'> {
  const now: Floor | undefined = at ? floors?.[at.activity] : undefined
  if (!was || !now || !at) return floors ? { floors } : {}
  const others = now.queue.filter(({ who }) => who !== was.who && !was.added?.includes(who))
  const queue = was.waited ? [...others, was.waited] : others
  return {
    floors: { ...floors, [at.activity]: { ...now, queue, speaking: was.speaking, spoken: was.spoken } },
  }
}
