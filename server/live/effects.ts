// Carries out what accepted commands ask for, before they are stored and told. Called by deciding.ts.
// Each effect may be repeated safely: a crash before the commit lets the client send the same command again.
import { boardName } from '../../shared/ids.ts'
import type { Move } from '../../shared/session/commands.ts'
import type { Effect } from '../../shared/session/effects.ts'
import { paperOptions } from '../../shared/activities/voting-settings.ts'
import { takenIn } from '../../shared/session/merging.ts'
import { replaceLast } from '../../shared/session/moves.ts'
import { withOptions } from '../../shared/session/paper.ts'
import { roundOf, type Session } from '../../shared/session/state.ts'
import { CLOSE, refuse, type Refusal } from '../../shared/wire.ts'
import type { Seats } from '../seats.ts'
import { countSources, sourcesOf } from '../../shared/session/sources.ts'
import type { Commit, Store } from '../store/store.ts'
import type { Allowance } from './allowance.ts'
import type { Ballots } from './ballots.ts'
import { arrange, hideNote, markNote, seedBoard } from './boards.ts'
import { renameSeat } from './renaming.ts'
import { carriedInto } from './carry.ts'
import { follow } from './hands.ts'
import { mergeSeats } from './merging.ts'
import { takeUp } from './drafts.ts'
import { fingerprintOf, newSalt } from './fingerprint.ts'
import type { DocsPort, ProjectionPort } from './ports.ts'
import type { Presence } from './presence.ts'
import type { Place } from './place.ts'

export interface EffectDeps {
  store: Pick<Store, 'roll'>
  docs: DocsPort
  projection: ProjectionPort
  seats: Seats
  ballots: Ballots
  presence: Presence
  allowance: Allowance
  place: Place
  now(): number
  /** Destroys who wrote the notes of an activity; never rejects. */
  forget(activity: string): Promise<void>
}

/** What the effects add to the commit and to the board, and what is left to do once it is stored. */
export interface Carried {
  commit: Pick<Commit, 'checkpoint' | 'seal' | 'adjust'>
  session: Session
  moves: Move[]
  /** Everybody's rights are to be asked for again. */
  reconsider: boolean
  after: (() => void | Promise<void>)[]
}

/** Runs the effects of one command that has made `carried.session`, in order. `seat` gave the command. */
export async function carryOut(
  effects: Effect[],
  seat: string,
  carried: Carried,
  deps: EffectDeps,
): Promise<Refusal | null> {
  for (const effect of effects) {
    const carry = CARRY[effect.do] as Carry<Effect['do']>
    const refusal = await carry(effect as never, carried, deps, seat)
    if (refusal) return refusal
  }
  return null
}

/** What all commands of one turn have moved lies on the board in one transaction. Resolves once that is durable and sent. */
export async function layOut(carried: Carried, { docs, place }: EffectDeps): Promise<void> {
  if (carried.moves.length > 0)
    await docs.edit(place.id, board(carried), (doc) => arrange(doc, carried.moves))
}

type Carry<K extends Effect['do']> = (
  effect: Extract<Effect, { do: K }>,
  carried: Carried,
  deps: EffectDeps,
  seat: string,
) => Promise<Refusal | void> | Refusal | void

const board = (carried: Carried) => boardName(carried.session.at!.activity)

/** One entry for each effect; the compiler finds a missing one. */
const CARRY: { [K in Effect['do']]: Carry<K> } = {
  openBoard: async (effect, _carried, { docs, place }) => {
    const seeds = place.seeds(effect.activity, await carriedInto(effect.activity, place, docs))
    await docs.edit(place.id, boardName(effect.activity), (doc) => seedBoard(doc, seeds))
  },
  seal: (effect, carried, deps) => seal(effect, carried, deps),
  discard: async (effect, carried, { ballots }) => {
    await ballots.stop(roundOf(carried.session, effect.activity)!)
    carried.commit.seal = { poll: effect.poll, result: null, choices: [] }
  },
  adjust: (effect, carried, deps) => adjust(effect, carried, deps),
  project: (effect, _carried, { projection, place }) => projection.projectNow(place.id, effect.activity),
  forget: (effect, carried, deps) => {
    carried.after.push(() => deps.forget(effect.activity))
  },
  takeUp: (effect, carried, deps) => takeUp(effect, carried.session, deps),
  checkpoint: async (effect, carried, { docs, place, now }) => {
    const notes = await docs.notes(place.id, boardName(effect.activity))
    carried.commit.checkpoint = { activity: effect.activity, step: effect.step, at: now(), notes }
  },
  approve: async (effect, carried, { projection, place }) => {
    const shown = await projection.approve(place.id, carried.session.at!.activity, effect.note)
    return shown ? undefined : refuse('unknown-option')
  },
  release: async (effect, carried, { docs, place }) => {
    const round = roundOf(carried.session, effect.activity)!
    const notes = await docs.notes(place.id, boardName(effect.activity))
    const approved = paperOptions(
      notes.filter((note) => !note.hidden),
      {},
    )
    carried.session = replaceLast(carried.session, withOptions(round, approved))
  },
  hide: (effect, carried, { docs, place }) =>
    docs.edit(place.id, board(carried), (doc) => hideNote(doc, effect.note, effect.on)),
  arrange: (effect, carried, { place, allowance }, seat) => {
    const counted = place.people.get(seat)?.role === 'participant'
    if (counted && !allowance.take(seat, effect.moves)) return refuse('too-many')
    carried.moves.push(...effect.moves)
    return undefined
  },
  mark: (effect, carried, { docs, place }) =>
    docs.edit(place.id, board(carried), (doc) => markNote(doc, effect.note, effect.as)),
  removeSeat: (effect, carried, deps) => removeSeat(effect.seat, carried, deps),
  mergeSeats: (effect, carried, deps) => mergeSeats(effect, carried, deps),
  hand: (effect, _carried, { presence }, seat) => presence.setHand(seat, effect.up),
  done: (effect, _carried, { presence }, seat) => presence.setDone(seat, effect.on),
  name: (effect, carried, deps, seat) => renameSeat(effect.seat ?? seat, effect.name, carried.session, deps),
  reconsider: (_effect, carried, { docs, place }) => {
    if (!carried.reconsider) carried.after.push(() => docs.reconsider(place.id))
    carried.reconsider = true
  },
  end: (_effect, carried, { docs, place }) => {
    carried.after.push(() => docs.closeWorkshop(place.id, CLOSE.ended))
  },
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
  const { result, voted, ballots: bare, paper, named } = await ballots.close(round, it)
  const { pile, ...kept } = round
  const through = sourcesOf(place.people.values())
  const own = [...ballots.voters].map((seat) => through.get(seat) ?? 'phone')
  const sources = countSources([...own, ...(pile ?? []).map(() => 'paper' as const)])
  const salt = newSalt()
  const sealed = {
    ...kept,
    paper,
    // Who held how many voices has been counted; that only slips voted stays known.
    ...(round.voices ? { voices: {} } : {}),
    ...(named ? { named } : {}),
    result,
    voted,
    of: round.voices ? Object.keys(round.voices).length : presence.electorate() + (round.byHand ?? 0),
    salt,
    fingerprint: fingerprintOf(bare, salt),
    ...(sources ? { sources } : {}),
  }
  carried.session = replaceLast(carried.session, sealed)
  const asGiven = !round.voices && !pile
  carried.commit.seal = { poll: round.id, result, ...(asGiven ? {} : { choices: bare }) }
}

/** Ballots of phones and on paper follow the paper; stored with the same commit, told once it is stored. */
async function adjust(
  effect: { activity: string; option: string; into?: string },
  carried: Carried,
  { ballots, place }: EffectDeps,
): Promise<void> {
  const round = roundOf(carried.session, effect.activity)!
  const change = follow(round, place.running(effect.activity)!, effect)
  const hands = await ballots.adjust(round, change)
  const pile = round.pile?.map(change).filter((ballot) => ballot !== null)
  if (pile) carried.session = replaceLast(carried.session, { ...round, pile, byHand: pile.length })
  carried.commit.adjust = { poll: round.id, id: `paper.${round.paper.rev}`, hands }
  carried.after.push(() => ballots.adopt(hands))
}

/** Out of the room, with what counts under their name: from here on nothing of theirs is taken. */
async function removeSeat(
  seat: string,
  carried: Carried,
  { docs, seats, presence, place, ballots }: EffectDeps,
): Promise<void> {
  const person = place.people.get(seat)
  place.removed(seat)
  try {
    await ballots.withdraw(seat)
    for (const one of [seat, ...takenIn(carried.session, seat)]) await seats.revoke(place.id, one)
  } catch (error) {
    // Not stored, not done: the same command sent again finds the person still there.
    if (person) place.joined(person)
    throw error
  }
  carried.after.push(() => {
    docs.closeSeat(place.id, seat)
    for (const connection of [...presence.of(seat)]) connection.close()
  })
}
