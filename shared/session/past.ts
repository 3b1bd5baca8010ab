// What can be taken back: the last few commands, and what clears them (S24). Called by machine.ts.
import { refuse, type Refusal } from '../wire.ts'
import { SEAT_COMMANDS, type Command, type CommandKind } from './commands.ts'
import type { Effect } from './effects.ts'
import type { Floor } from './floor.ts'
import type { Context, Outcome } from './machine.ts'
import { openRound, type Past, type Session } from './state.ts'

const UNDOABLE: ReadonlySet<CommandKind> = new Set([
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
])

/** The last ten things that can be taken back (S24). An activity, poll or reveal that the room has seen being opened clears them. */
export function remember(before: Session, command: Command, outcome: Outcome, ctx: Context): Past[] {
  if (command.kind === 'undo' || SEAT_COMMANDS.has(command.kind)) return outcome.session.past
  const opened = outcome.effects.some(
    ({ do: what }) =>
      what === 'openBoard' ||
      what === 'project' ||
      what === 'seal' ||
      what === 'discard' ||
      what === 'forget',
  )
  if (opened || openRound(outcome.session)) return []
  if (!UNDOABLE.has(command.kind)) return before.past
  const { at, clock, locked, spotlight, screen, wall, follow } = before
  const floor = floorBefore(before, command, outcome.session)
  const past: Past = {
    ...{ kind: command.kind, at, clock, locked, spotlight, screen, reverse: reverseOf(command, ctx) },
    ...(wall && { wall }),
    ...(follow && { follow }),
    ...(floor && { floor }),
  }
  return [...before.past, past].slice(-10)
}

/** The session as it was before the last thing that can be taken back; hands that went up since stay up. */
export function takeBack(s: Session): Outcome | Refusal {
  const past = s.past.at(-1)
  if (!past || openRound(s)) return refuse('not-now')
  const { at, clock, locked, spotlight, screen, wall: _wall, follow: _follow, ...rest } = s
  void [at, clock, locked, spotlight, screen]
  const moved = past.at?.activity !== s.at?.activity || past.at?.step !== s.at?.step
  return {
    session: {
      ...rest,
      at: moved ? past.at : s.at,
      clock: past.clock,
      locked: past.locked,
      spotlight: past.spotlight,
      screen: past.screen,
      ...(past.wall && { wall: past.wall }),
      ...(past.follow && { follow: past.follow }),
      ...floorBack(s, past),
      past: s.past.slice(0, -1),
    },
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

/** Who had the floor and how long, and the place of whoever was called, put back or taken off. */
function floorBefore(before: Session, command: Command, after: Session): Past['floor'] {
  const { kind } = command
  if (kind !== 'giveFloor' && kind !== 'postpone' && kind !== 'unlist') return undefined
  const activity = before.at?.activity ?? ''
  const floor = before.floors?.[activity]
  const who = kind === 'giveFloor' ? after.floors?.[activity]?.speaking?.who : command.who
  const waited = floor?.queue.find((one) => one.who === who)
  const { speaking = null, spoken = {} } = floor ?? {}
  return { speaking, spoken, ...(who ? { who } : {}), ...(waited ? { waited } : {}) }
}

function floorBack({ floors, at }: Session, { floor: was }: Past): Pick<Session, 'floors'> {
  const now: Floor | undefined = at ? floors?.[at.activity] : undefined
  if (!was || !now || !at) return floors ? { floors } : {}
  const others = now.queue.filter(({ who }) => who !== was.who)
  const queue = was.waited ? [...others, was.waited] : others
  return {
    floors: { ...floors, [at.activity]: { ...now, queue, speaking: was.speaking, spoken: was.spoken } },
  }
}
