// What the desk may do to a poll: take an option off the paper, make two into one, enter ballots given in by hand.
// Called by machine.ts only.
import { LIMITS } from '../limits.ts'
import { isRefusal, refuse, type Refusal } from '../wire.ts'
import type { Context, Outcome } from './machine.ts'
import { replaceLast } from './moves.ts'
import { openRound, roundOf, type Session } from './state.ts'

/** The open poll's paper without `option`, which is gone or has become a part of `into` (S29, S30). The last option stays. */
export function dropOption(
  session: Session,
  option: string,
  into: string | undefined,
  ctx: Context,
): Outcome | Refusal {
  const round = openRound(session)
  if (!round) return refuse('not-now')
  if (!ctx.changesPaper(round.activity)) return refuse('not-allowed')
  const { options, rev } = round.paper
  const known = (id: string) => options.some((one) => one.id === id)
  if (!known(option) || (into !== undefined && (into === option || !known(into))))
    return refuse('unknown-option')
  if (options.length === 1) return refuse('not-now')
  const paper = { ...round.paper, options: options.filter(({ id }) => id !== option), rev: rev + 1 }
  const { activity } = round
  return {
    session: replaceLast(session, { ...round, paper }),
    effects: [{ do: 'adjust', activity, option, ...(into === undefined ? {} : { into }) }],
  }
}

/** What the drawing of a counted round is turned to, or what the desk decided on it (S41). */
export function turnLook(session: Session, look: string[]): Outcome | Refusal {
  const round = roundOf(session, session.at?.activity)
  if (!round || round.state === 'open') return refuse('not-now')
  return { session: replaceLast(session, { ...round, look }), effects: [] }
}

/** The pile of ballots on paper, each checked as one from a phone; where slips are asked for there is none (S31). */
export function enterBallots(
  session: Session,
  { poll, ballots }: { poll: string; ballots: unknown[] },
  ctx: Context,
): Outcome | Refusal {
  const round = openRound(session)
  if (!round) return refuse('not-now')
  if (round.id !== poll) return refuse('closed')
  if (round.voices) return refuse('not-allowed')
  if (ballots.length > LIMITS.ballotsByHand) return refuse('too-many', { most: LIMITS.ballotsByHand })
  const pile: unknown[] = []
  for (const [index, choice] of ballots.entries()) {
    const ballot = ctx.checkBallot(round.activity, round.paper, choice)
    if (isRefusal(ballot)) return refuse(ballot.code, { ...ballot.params, ballot: index + 1 })
    pile.push(ballot)
  }
  return { session: replaceLast(session, { ...round, byHand: pile.length, pile }), effects: [] }
}
