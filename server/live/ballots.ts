// Ballots of one workshop's open poll: accepted, counted, sealed. They live here and in the store, never in a document.
// Called by session.ts. Casting and closing serialise: a ballot counts if and only if its poll is open when it arrives (S8).
import { isDeepStrictEqual } from 'node:util'
import type { Running } from '../../shared/session/running.ts'
import type { Round } from '../../shared/session/state.ts'
import type { Paper } from '../../shared/voting.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/wire.ts'
import type { Hand, PutBallot, Store } from '../store/store.ts'
import { paperOfAll } from './besides.ts'
import { createDealing } from './dealing.ts'
import { linesOf, readHand, spread } from './hands.ts'
import { createPortions } from './portions.ts'

export interface Ballots {
  /** Remembers an open poll's voters, after a start or an opening. */
  open(round: Round): Promise<void>
  readonly voters: ReadonlySet<string>
  /** Takes one ballot; resolves once it is on disk. */
  cast(
    round: Round,
    it: Running,
    seat: string,
    id: string,
    choice: unknown,
  ): Promise<{ receipt: number } | Refusal>
  /** Stops taking ballots of this poll, waits for those on their way, and counts. Call `reopen` if the closing could not be stored. */
  close(
    round: Round,
    it: Running,
  ): Promise<{ result: unknown; voted: number; ballots: unknown[]; paper: Paper; named?: Round['named'] }>
  /** Stops taking ballots of a poll that is withdrawn, and waits for those on their way. Call `reopen` as above. */
  stop(round: Round): Promise<void>
  reopen(round: Round): void
  /**
   * The ballots that `change` alters, as they become (null: to be done again). Ballots that arrive from now on wait
   * until `release`, those on their way are waited for.
   */
  adjust(round: Round, change: (ballot: unknown) => unknown): Promise<Hand[]>
  /** This seat has no ballot in an open poll any more. Call it once the seat can give none. */
  withdraw(seat: string): Promise<void>
  /**
   * What becomes of the ballots of two seats that are one person from now on: the one given last stays, for `into`. Where
   * that is not known any more (a restart), the one of `into`. Ballots that arrive wait until `release`.
   */
  unite(round: Round, from: string, into: string): Promise<Hand[]>
  /** These ballots have been stored in the place of what their seats had given in. */
  adopt(hands: Hand[]): void
  release(): void
  /** Resolves when no change of the paper is under way, so that a ballot is checked on the one that stands. */
  settled(): Promise<void>
  /** Live figures of an open poll. */
  count(round: Round, it: Running): Promise<{ result: unknown; voted: number }>
  /** What this seat is asked for, where the paper is dealt out. */
  share(round: Round, seat: string): Promise<string[] | undefined>
  /** How many options of a dealt paper have answers enough; undefined for other papers. */
  filled(round: Round): { enough: number; of: number } | undefined
  /** This seat's last accepted choice in the open poll, or undefined. */
  mine(round: Round, seat: string): Promise<unknown>
}

export function createBallots(store: Store, workshop: string): Ballots {
  const voters = new Set<string>()
  const closing = new Set<string>()
  const underWay = new Set<Promise<unknown>>()
  /** Own choices of the open poll, so that a snapshot for three hundred seats asks the store nothing. */
  const choices = new Map<string, unknown>()

  const dealing = createDealing()
  const portions = createPortions()

  let held: PromiseWithResolvers<void> | null = null

  async function mine(round: Round, seat: string): Promise<unknown> {
    if (!choices.has(seat)) choices.set(seat, await store.ballots.mine(workshop, round.id, seat))
    return choices.get(seat)
  }

  async function count(round: Round, it: Running) {
    const poll = it.activity.poll!
    if (round.voices) {
      const hands = await store.ballots.hands(workshop, round.id)
      const { ballots, each } = spread(hands, round.voices)
      const { paper } = round
      return { result: poll.count(paper, ballots, each), voted: hands.length, ballots, paper }
    }
    const ballots = [...(await store.ballots.all(workshop, round.id)), ...(round.pile ?? [])]
    const paper = paperOfAll(round, it, voters)
    return { result: poll.count(paper, ballots), voted: ballots.length, ballots, paper }
  }

  function keep(seat: string, ballot: unknown): void {
    choices.set(seat, ballot ?? undefined)
    // Whoever gave last comes last.
    voters.delete(seat)
    if (ballot !== null) voters.add(seat)
  }

  return {
    voters,
    async open(round) {
      voters.clear()
      choices.clear()
      dealing.clear()
      portions.clear()
      if (round.paper.deal)
        for (const { seat, choice } of await store.ballots.hands(workshop, round.id))
          choices.set(seat, choice)
      for (const seat of await store.ballots.voters(workshop, round.id)) voters.add(seat)
    },
    async cast(round, it, seat, id, choice) {
      const sent = { poll: round.id, seat, id, choice }
      if (round.state !== 'open' || closing.has(round.id))
        return replay(store, workshop, sent, refuse('closed'))
      const ballot = readHand(round, it, seat, choice)
      if (isRefusal(ballot)) return replay(store, workshop, sent, ballot)
      const put = store.ballots.put(workshop, { ...sent, choice: ballot })
      underWay.add(put)
      try {
        const answer = await put
        if (answer === 'sealed') return refuse('closed')
        if (answer.fresh) keep(seat, ballot)
        return { receipt: answer.receipt }
      } finally {
        underWay.delete(put)
      }
    },
    async close(round, it) {
      closing.add(round.id)
      await Promise.allSettled([...underWay])
      const counted = await count(round, it)
      if (round.secrecy === 'secret') return counted
      return { ...counted, named: linesOf(await store.ballots.hands(workshop, round.id), round.voices) }
    },
    async stop(round) {
      closing.add(round.id)
      await Promise.allSettled([...underWay])
    },
    reopen: (round) => closing.delete(round.id),
    async adjust(round, change) {
      held ??= Promise.withResolvers<void>()
      await Promise.allSettled([...underWay])
      const hands = await store.ballots.hands(workshop, round.id)
      return hands
        .map(({ seat, choice }) => ({ seat, before: choice, choice: change(choice) }))
        .filter(({ before, choice }) => !isDeepStrictEqual(before, choice))
        .map(({ seat, choice }) => ({ seat, choice }))
    },
    async withdraw(seat) {
      await Promise.allSettled([...underWay])
      await store.ballots.withdraw(workshop, seat)
      voters.delete(seat)
      choices.delete(seat)
    },
    async unite(round, from, into) {
      held ??= Promise.withResolvers<void>()
      await Promise.allSettled([...underWay])
      const [theirs, own] = [await mine(round, from), await mine(round, into)]
      if (theirs === undefined) return []
      const order = [...voters]
      const later = own === undefined || order.indexOf(from) > order.indexOf(into)
      const gone = { seat: from, choice: null }
      return later ? [gone, { seat: into, choice: theirs }] : [gone]
    },
    adopt: (hands) => hands.forEach(({ seat, choice }) => keep(seat, choice)),
    release() {
      held?.resolve()
      held = null
    },
    async settled() {
      while (held) await held.promise
    },
    count,
    async share(round, seat) {
      if (!round.paper.deal) return undefined
      const own = await mine(round, seat)
      const hands = round.paper.deal.rarest ? portions : dealing
      return hands.share(round.paper, seat, own, choices.values())
    },
    filled: ({ paper }) =>
      paper.deal && !paper.deal.rarest ? dealing.filled(paper, choices.values()) : undefined,
    mine,
  }
}

/** A ballot that had been accepted is answered as it was, also after the closing or on another paper; every other one is refused. */
async function replay(store: Store, workshop: string, ballot: PutBallot, refusal: Refusal) {
  const known = await store.ballots.known(workshop, ballot)
  return known ? { receipt: known.receipt } : refusal
}
