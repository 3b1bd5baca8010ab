// What can be taken back: the last few commands, and what clears them (S24). Called by machine.ts.
import { SEAT_COMMANDS, type Command, type CommandKind } from './commands.ts'
import type { Outcome } from './machine.ts'
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
])

/** The last ten things that can be taken back (S24). An activity, poll or reveal that the room has seen being opened clears them. */
export function remember(before: Session, command: Command, outcome: Outcome): Past[] {
  if (command.kind === 'undo' || SEAT_COMMANDS.has(command.kind)) return outcome.session.past
  const opened = outcome.effects.some(
    ({ do: what }) => what === 'openBoard' || what === 'project' || what === 'seal' || what === 'forget',
  )
  if (opened || openRound(outcome.session)) return []
  if (!UNDOABLE.has(command.kind)) return before.past
  const { at, clock, locked, spotlight, screen } = before
  const past: Past = { kind: command.kind, at, clock, locked, spotlight, screen }
  if (command.kind === 'hide' && command.on !== false) past.shown = command.note
  return [...before.past, past].slice(-10)
}
