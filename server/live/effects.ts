// Carries out what an accepted command asks for, before it is stored and told. Called by session.ts.
// Each effect may be repeated safely: a crash before the commit lets the client send the same command again.
import { boardName } from '../../shared/ids.ts'
import type { Effect } from '../../shared/session/effects.ts'
import { replaceLast } from '../../shared/session/moves.ts'
import { roundOf, type Session } from '../../shared/session/state.ts'
import { CLOSE, refuse, type Refusal } from '../../shared/wire.ts'
import type { Seats } from '../seats.ts'
import type { Commit } from '../store/store.ts'
import type { Ballots } from './ballots.ts'
import { arrange, hideNote, seedBoard } from './boards.ts'
import type { DocsPort, ProjectionPort } from './ports.ts'
import type { Presence } from './presence.ts'
import type { Place } from './place.ts'

export interface EffectDeps {
  docs: DocsPort
  projection: ProjectionPort
  seats: Seats
  ballots: Ballots
  presence: Presence
  place: Place
  now(): number
}

/** What the effects add to the commit, and what is left to do once it is stored. */
export interface Carried {
  commit: Pick<Commit, 'checkpoint' | 'seal'>
  session: Session
  after: (() => void)[]
}

/** Runs the effects of one command, in order. `seat` gave the command. */
export async function carryOut(
  effects: Effect[],
  session: Session,
  seat: string,
  deps: EffectDeps,
): Promise<Carried | Refusal> {
  const carried: Carried = { commit: {}, session, after: [] }
  for (const effect of effects) {
    const refusal = await carryOne(effect, carried, seat, deps)
    if (refusal) return refusal
  }
  return carried
}

async function carryOne(
  effect: Effect,
  carried: Carried,
  seat: string,
  deps: EffectDeps,
): Promise<Refusal | void> {
  const { docs, projection, presence, place } = deps
  const workshop = place.id
  const board = () => boardName(carried.session.at!.activity)
  switch (effect.do) {
    case 'openBoard':
      return docs.edit(workshop, boardName(effect.activity), (doc) =>
        seedBoard(doc, place.seeds(effect.activity)),
      )
    case 'seal':
      return seal(effect, carried, deps)
    case 'project':
      return projection.projectNow(workshop, effect.activity)
    case 'checkpoint': {
      const notes = await docs.notes(workshop, boardName(effect.activity))
      carried.commit.checkpoint = { activity: effect.activity, step: effect.step, at: deps.now(), notes }
      return
    }
    case 'approve':
      return (await projection.approve(workshop, carried.session.at!.activity, effect.note))
        ? undefined
        : refuse('unknown-option')
    case 'hide':
      return docs.edit(workshop, board(), (doc) => hideNote(doc, effect.note, effect.on))
    case 'arrange':
      return docs.edit(workshop, board(), (doc) => arrange(doc, effect.moves))
    case 'removeSeat':
      return removeSeat(effect.seat, carried, deps)
    case 'hand':
      return presence.setHand(seat, effect.up)
    case 'done':
      return presence.setDone(seat, effect.on)
    case 'name':
      await deps.seats.rename(workshop, seat, effect.name || null)
      return place.renamed(seat, effect.name || null)
    case 'reconsider':
      carried.after.push(() => docs.reconsider(workshop))
      return
    case 'end':
      carried.after.push(() => docs.closeWorkshop(workshop, CLOSE.ended))
      return
    default:
      return effect satisfies never
  }
}

/** Counts a poll that the machine has closed; the result enters the session, the bare ballots are sealed with the same commit. */
async function seal(
  effect: { activity: string; poll: string },
  carried: Carried,
  { ballots, place, presence }: EffectDeps,
): Promise<void> {
  const round = roundOf(carried.session, effect.activity)
  const it = place.running(effect.activity)
  if (!round || !it?.activity.poll) throw new Error(`no poll to seal in ${effect.activity}`)
  const { result, voted } = await ballots.close(round, it)
  carried.session = replaceLast(carried.session, { ...round, result, voted, of: presence.electorate() })
  carried.commit.seal = { poll: round.id, result }
}

async function removeSeat(
  seat: string,
  carried: Carried,
  { docs, seats, presence, place }: EffectDeps,
): Promise<void> {
  await seats.revoke(place.id, seat)
  carried.after.push(() => {
    place.removed(seat)
    docs.closeSeat(place.id, seat)
    for (const connection of presence.connections) if (connection.seat === seat) connection.close()
  })
}
