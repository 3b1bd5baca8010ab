// What the desk may do to a poll: change its open paper (an option less, two made one, one more, another wording, a statement
// that joins), enter ballots given in by hand; draw a lot, turn the drawing, or judge an objection once it is closed; withdraw it.
// Called by machine.ts only.
import type { Judged } from '../counting/consent-turn.ts'
import { sha256 } from '../counting/sha256.ts'
import { LIMITS } from '../limits.ts'
import { drawLots, type OptionEntry } from '../voting.ts'
import { isRefusal, refuse, type Refusal } from '../wire.ts'
import type { Context, Outcome, Rules } from './machine.ts'
import { replaceLast } from './moves.ts'
import { isCancelled, openRound, roundOf, type PaperChange, type Round, type Session } from './state.ts'

type PaperCommand =
  | 'addOption'
  | 'drawLots'
  | 'enterBallots'
  | 'judge'
  | 'look'
  | 'mergeOptions'
  | 'pollCancel'
  | 'release'
  | 'removeOption'
  | 'rewordOption'

export const PAPER_RULES: Pick<Rules, PaperCommand> = {
  addOption: (s, c, ctx) => addOption(s, c.option, ctx),
  drawLots: (s, c) => drawLot(s, c),
  enterBallots: (s, c, ctx) => enterBallots(s, c, ctx),
  judge: (s, { objection, reason }, ctx) => judge(s, { objection, reason }, ctx),
  look: (s, c) => turnLook(s, c.at),
  mergeOptions: (s, c, ctx) => dropOption(s, c.from, c.into, ctx),
  pollCancel: (s, c, ctx) => cancelPoll(s, c.reason, ctx),
  release: (s, c, ctx) => release(s, c.option, ctx),
  removeOption: (s, c, ctx) => dropOption(s, c.option, undefined, ctx),
  rewordOption: (s, c, ctx) => rewordOption(s, c, ctx),
}

/** The open poll's paper without `option`, which is gone or has become a part of `into` (S29, S30). The last option stays. */
function dropOption(
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
  const joined = options.find(({ id }) => id === into)
  const change: PaperChange = joined ? { what: 'merged', into: joined.label } : { what: 'removed' }
  return {
    session: replaceLast(session, changed({ ...round, paper }, change)),
    effects: [{ do: 'adjust', activity, option, ...(into === undefined ? {} : { into }) }],
  }
}

/** The open paper with an option more, last on it; ballots given in before say nothing of it (S67). */
function addOption(session: Session, option: OptionEntry, ctx: Context): Outcome | Refusal {
  const round = openRound(session)
  if (!round) return refuse('not-now')
  const { options } = round.paper
  if (options.length >= LIMITS.options) return refuse('too-many', { most: LIMITS.options })
  if (options.some(({ id }) => id === option.id)) return refuse('bad-request')
  const grown = withOptions(round, [option])
  const paper = ctx.joins(round.activity, grown.paper)
  if (!paper) return refuse('not-allowed')
  const change: PaperChange = { what: 'added', label: option.label }
  return { session: replaceLast(session, changed({ ...grown, paper }, change)), effects: [] }
}

/** Another wording of the same option: no ballot changes, and what it was is kept (S67). */
function rewordOption(
  session: Session,
  { option, label }: { option: string; label: string },
  ctx: Context,
): Outcome | Refusal {
  const round = openRound(session)
  if (!round) return refuse('not-now')
  if (!ctx.changesPaper(round.activity)) return refuse('not-allowed')
  const { options, rev } = round.paper
  const was = options.find(({ id }) => id === option)?.label
  if (was === undefined) return refuse('unknown-option')
  if (was === label) return { session, effects: [] }
  const worded = options.map((one) => (one.id === option ? { ...one, label } : one))
  const paper = { ...round.paper, options: worded, rev: rev + 1 }
  const change: PaperChange = { what: 'reworded', was, label }
  return { session: replaceLast(session, changed({ ...round, paper }, change)), effects: [] }
}

function changed(round: Round, change: PaperChange): Round {
  return { ...round, changes: [...(round.changes ?? []), change] }
}

/** What the drawing of a counted round is turned to, or what the desk decided on it (S41). */
function turnLook(session: Session, look: string[]): Outcome | Refusal {
  const round = roundOf(session, session.at?.activity)
  if (!round || round.state === 'open' || isCancelled(round)) return refuse('not-now')
  return { session: replaceLast(session, { ...round, look }), effects: [] }
}

/** The pile of ballots on paper, each checked as one from a phone; where slips are asked for there is none (S31). */
function enterBallots(
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

/** The next of the statements that wait, or the named one, joins the open paper (S55). */
function release(session: Session, option: string | undefined, ctx: Context): Outcome | Refusal {
  const round = openRound(session)
  if (!round) return refuse('not-now')
  if (!ctx.growsPaper(round.activity)) return refuse('not-allowed')
  const { held = [] } = round
  const next = option === undefined ? held[0] : held.find(({ id }) => id === option)
  if (!next) return refuse(option === undefined ? 'not-now' : 'unknown-option')
  return { session: replaceLast(session, withOptions(round, [next])), effects: [] }
}

/** The round with these options at the end of its paper, as far as there is room; what is there already stays once. */
export function withOptions(round: Round, options: readonly OptionEntry[]): Round {
  const { paper, held, ...rest } = round
  const known = new Set(paper.options.map(({ id }) => id))
  const joining = options.filter(({ id }) => !known.has(id)).slice(0, LIMITS.options - known.size)
  if (joining.length === 0) return round
  const left = held?.filter(({ id }) => !joining.some((one) => one.id === id))
  const grown = { ...paper, options: [...paper.options, ...joining], rev: paper.rev + 1 }
  return { ...rest, paper: grown, ...(left ? { held: left } : {}) }
}

/** A lot among options of the closed poll, once for the same options: a draw that may be repeated is none (S54). */
function drawLot(session: Session, { seed, among }: { seed: string; among: string[] }): Outcome | Refusal {
  const round = roundOf(session, session.at?.activity)
  if (!round || round.state === 'open' || isCancelled(round)) return refuse('not-now')
  const asked = new Set(among)
  if (!among.every((id) => round.paper.options.some((option) => option.id === id)))
    return refuse('unknown-option')
  if (asked.size < 2) return refuse('bad-request')
  const { lots = [] } = round
  if (lots.some(({ order }) => order.some((id) => asked.has(id))))
    return refuse('not-now', { reason: 'drawn' })
  const order = drawLots(seed, [...asked], sha256)
  return { session: replaceLast(session, { ...round, lots: [...lots, { seed, order }] }), effects: [] }
}

/** An objection of the closed turn that the circle finds without reasons (S62). */
function judge(session: Session, judged: Judged, ctx: Context): Outcome | Refusal {
  const round = roundOf(session, session.at?.activity)
  if (!round || round.state === 'open' || round.result === undefined || isCancelled(round))
    return refuse('not-now')
  const result = ctx.judge(round.activity, round.result, judged)
  if (isRefusal(result)) return result
  return { session: replaceLast(session, { ...round, result }), effects: [] }
}

/**
 * The poll in play is withdrawn (S63). While open nobody's ballot is counted; once closed its result stays with the session,
 * told to nobody. The reason is told and kept.
 */
function cancelPoll(session: Session, reason: string, ctx: Context): Outcome | Refusal {
  const round = roundOf(session, session.at?.activity)
  if (!round || isCancelled(round)) return refuse('not-now')
  if (round.state === 'closed') {
    const withdrawn: Round = { ...round, published: false, cancelled: reason }
    return { session: replaceLast(session, withdrawn), effects: [{ do: 'reconsider' }] }
  }
  const { byHand: _, pile: __, held: ___, ...kept } = round
  const { id, activity, voices } = round
  const cancelled: Round = {
    ...kept,
    // Who held how many voices is nobody's business any more; that only slips voted stays known.
    ...(voices ? { voices: {} } : {}),
    state: 'closed',
    closedAt: ctx.now,
    cancelled: reason,
  }
  return { session: replaceLast(session, cancelled), effects: [{ do: 'discard', activity, poll: id }] }
}
