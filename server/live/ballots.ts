// Ballots of one workshop's open poll: accepted, counted, sealed. They live here and in the store, never in a document.
// Called by session.ts. Casting and closing serialise: a ballot counts if and only if its poll is open when it arrives (S8).
import type { Running } from '../../shared/session/running.ts'
import type { Round } from '../../shared/session/state.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/wire.ts'
import type { Store } from '../store/store.ts'

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
  close(round: Round, it: Running): Promise<{ result: unknown; voted: number; ballots: unknown[] }>
  reopen(round: Round): void
  /** Live figures of an open poll. */
  count(round: Round, it: Running): Promise<{ result: unknown; voted: number }>
  /** This seat's last accepted choice in the open poll, or undefined. */
  mine(round: Round, seat: string): Promise<unknown>
}

export function createBallots(store: Store, workshop: string): Ballots {
  const voters = new Set<string>()
  const closing = new Set<string>()
  const underWay = new Set<Promise<unknown>>()
  /** Own choices of the open poll, so that a snapshot for three hundred seats asks the store nothing. */
  const choices = new Map<string, unknown>()

  async function count(round: Round, it: Running) {
    const ballots = await store.ballots.all(workshop, round.id)
    return { result: it.activity.poll!.count(round.paper, ballots), voted: ballots.length, ballots }
  }

  return {
    voters,
    async open(round) {
      voters.clear()
      choices.clear()
      for (const seat of await store.ballots.voters(workshop, round.id)) voters.add(seat)
    },
    async cast(round, it, seat, id, choice) {
      if (round.state !== 'open' || closing.has(round.id))
        return replay(store, workshop, round, seat, id, choice)
      const ballot = choice === null ? null : it.activity.poll!.check(round.paper, choice)
      if (isRefusal(ballot)) return ballot
      const put = store.ballots.put(workshop, { poll: round.id, seat, id, choice: ballot })
      underWay.add(put)
      try {
        const answer = await put
        if (answer === 'conflict') return refuse('bad-request')
        if (answer === 'sealed') return refuse('closed')
        if (answer.fresh) choices.set(seat, ballot ?? undefined)
        if (answer.fresh && ballot === null) voters.delete(seat)
        else if (answer.fresh) voters.add(seat)
        return { receipt: answer.receipt }
      } finally {
        underWay.delete(put)
      }
    },
    async close(round, it) {
      closing.add(round.id)
      await Promise.allSettled([...underWay])
      return count(round, it)
    },
    reopen: (round) => closing.delete(round.id),
    count,
    async mine(round, seat) {
      if (!choices.has(seat)) choices.set(seat, await store.ballots.mine(workshop, round.id, seat))
      return choices.get(seat)
    },
  }
}

/** After the closing only a ballot that had been accepted is answered as it was; every other one is `closed`. */
async function replay(
  store: Store,
  workshop: string,
  round: Round,
  seat: string,
  id: string,
  choice: unknown,
) {
  if (!(await store.ballots.isSealed(workshop, round.id))) return refuse('closed')
  const answer = await store.ballots.put(workshop, { poll: round.id, seat, id, choice })
  return typeof answer === 'string' ? refuse('closed') : { receipt: answer.receipt }
}
