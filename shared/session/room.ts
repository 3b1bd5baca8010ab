// What the desk says of people and of walls, beside the running order: names, how screens look and sound. Called by machine.ts only.
import { LIMITS } from '../limits.ts'
import { refuse, type Refusal, type WallLook } from '../wire.ts'
import type { Command } from './commands.ts'
import type { Outcome } from './machine.ts'
import type { Session } from './state.ts'

/** A name for the seat that gave the command, or for another one (S43). */
export function named(session: Session, name: string, seat?: string): Outcome | Refusal {
  if (name.length > LIMITS.name) return refuse('too-long', { most: LIMITS.name })
  return { session, effects: [{ do: 'name', name, ...(seat === undefined ? {} : { seat }) }] }
}

/** The look of walls with what the command says of it; what it does not say stays (S44). */
export function lookOf(
  before: WallLook | undefined,
  { night, calm, text, sound }: Extract<Command, { kind: 'wall' }>,
): WallLook {
  const said = Object.entries({ night, calm, text, sound }).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(said) }
}
