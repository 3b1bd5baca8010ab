// What the desk says of people and of walls, beside the running order: names, how screens look and sound. Called by machine.ts only.
import { LIMITS } from '../limits.ts'
import { refuse, type Refusal, type WallLook } from '../wire.ts'
import type { Command } from './commands.ts'
import type { Outcome } from './machine.ts'
import { replaceLast } from './moves.ts'
import { isCancelled, roundOf, type Session } from './state.ts'

/** A name for the seat that gave the command, or for another one (S43). */
export function named(session: Session, name: string, seat?: string): Outcome | Refusal {
  if (name.length > LIMITS.name) return refuse('too-long', { most: LIMITS.name })
  return { session, effects: [{ do: 'name', name, ...(seat === undefined ? {} : { seat }) }] }
}

/** What walls show instead of the step, and the page that they turn the counted result to (S44). */
export function shown(
  before: Session,
  { show, page }: Extract<Command, { kind: 'screen' }>,
): Outcome | Refusal {
  const session = { ...before, screen: show }
  if (page === undefined) return { session, effects: [] }
  const round = roundOf(session, session.at?.activity)
  if (!round || round.state === 'open' || isCancelled(round)) return refuse('not-now')
  return { session: replaceLast(session, { ...round, page }), effects: [] }
}

type WallCommand = Extract<Command, { kind: 'wall' }>

/** What walls are told: how all of them look, or which group one of them follows (S44, S58). */
export function told(session: Session, command: WallCommand): Outcome | Refusal {
  const { screen, follow } = command
  const look = lookOf(session.wall, command)
  const s = session.wall || Object.keys(look).length > 0 ? { ...session, wall: look } : session
  if (screen === undefined) return follow === undefined ? { session: s, effects: [] } : refuse('bad-request')
  const others = Object.entries(session.follow ?? {}).filter(([id]) => id !== screen)
  const kept = others.slice(-LIMITS.screens + 1)
  return { session: { ...s, follow: Object.fromEntries([...kept, [screen, follow ?? null]]) }, effects: [] }
}

/** The look of walls with what the command says of it; what it does not say stays, null takes a thing away (S44). */
export function lookOf(
  before: WallLook | undefined,
  { night, calm, text, sound, wifi, address }: WallCommand,
): WallLook {
  const said = { night, calm, text, sound, wifi, address }
  const after = Object.entries({ ...before, ...withoutUnsaid(said) })
  return Object.fromEntries(after.filter(([, value]) => value !== null))
}

function withoutUnsaid(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
