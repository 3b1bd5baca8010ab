// What a seat is told of a poll: the paper, its own ballot and voices, and what its role may know besides. Called by view.ts.
import type { Voice } from '../voting.ts'
import type { PollView } from '../wire.ts'
import { circleOf } from './circle.ts'
import { isCancelled, type Round, type Session } from './state.ts'
import type { ViewInput } from './view.ts'

/** The voices that a seat holds by its slip in this round. */
export function ownVoices({ voices }: Round, seat: string): Voice[] | undefined {
  return voices && Object.hasOwn(voices, seat) ? voices[seat] : undefined
}

/** The round as this seat may know it. */
export function pollView(input: ViewInput, round: Round): PollView {
  const { mine, share, seat, memberName, session } = input
  const { id, activity, state, published } = round
  const voices = ownVoices(round, seat.id)
  const desk = seat.role === 'facilitator'
  const pile = desk ? round.pile : undefined
  const held = desk && state === 'open' ? round.held : undefined
  return {
    id,
    activity,
    type: round.type,
    secrecy: round.secrecy,
    state,
    published,
    ...(round.cancelled === undefined ? {} : { cancelled: round.cancelled }),
    paper: round.paper as PollView['paper'],
    ...paperBefore(session, round),
    ...(mine === undefined || state === 'closed' ? {} : { mine }),
    ...(share && state === 'open' ? { share } : {}),
    ...(round.look && (published || seat.role === 'facilitator') ? { look: round.look } : {}),
    ...(round.page && (desk || seat.role === 'wall') ? { page: round.page } : {}),
    ...(round.voices ? { slips: true as const } : {}),
    ...(voices ? ownSlip(voices, memberName) : {}),
    ...(round.byHand ? { byHand: round.byHand } : {}),
    ...(pile ? { pile } : {}),
    ...(round.voted === undefined ? {} : { voted: round.voted }),
    ...(round.of === undefined ? {} : { of: round.of }),
    ...(round.fingerprint === undefined ? {} : { fingerprint: round.fingerprint }),
    ...(round.sources ? { sources: round.sources } : {}),
    ...(round.lots && (published || desk) ? { lots: round.lots } : {}),
    ...(held ? { held } : {}),
    ...namedPart(input, round),
    ...circlePart(input, round),
  }
}

/** Who left the circle, who joined it and whose answer is missing: for the desk, and for the room once everybody is told who said what. */
function circlePart(
  { seat, session, voterName = () => undefined }: ViewInput,
  round: Round,
): Partial<PollView> {
  const shown = seat.role === 'facilitator' || (seat.role === 'wall' && round.published)
  const circle = shown && !isCancelled(round) ? circleOf(session, round, voterName) : undefined
  return circle ? { circle } : {}
}

/** The room reads on its screen who said what in a public vote; phones are not told, and names of a confidential one are the desk's. */
function namedPart(
  { seat, session, voterName = () => undefined, memberName }: ViewInput,
  round: Round,
): Partial<PollView> {
  const { named, secrecy, published } = round
  const shown = seat.role === 'facilitator' || (seat.role === 'wall' && published && secrecy === 'public')
  if (!named || !shown || secrecy === 'secret' || isCancelled(round)) return {}
  const before = saidBefore(session, round)
  return {
    named: named.map((line) => {
      const name = voterName(line.seat)
      const giver = line.of === undefined ? undefined : memberName?.(line.of)
      const was = before.get(voiceOf(line))
      return {
        ...(name ? { name } : {}),
        ...(giver ? { of: giver } : {}),
        choice: line.choice,
        ...(was === undefined ? {} : { was }),
      }
    }),
  }
}

type Line = NonNullable<Round['named']>[number]

/** What each voice said in the published round before, where that was a vote of the same form and no more secret. */
function saidBefore({ rounds }: Session, { activity, type, secrecy }: Round): Map<string, unknown> {
  const last = (rounds[activity] ?? []).slice(0, -1).findLast(({ published }) => published)
  const told = last?.type === type && last.secrecy === secrecy && !isCancelled(last) ? last.named : undefined
  return new Map(told?.map((line) => [voiceOf(line), line.choice]))
}

function voiceOf({ seat, of = '' }: Line): string {
  return `${seat} ${of}`
}

function paperBefore({ rounds }: Session, { activity, paper }: Round): Pick<PollView, 'before'> {
  const last = (rounds[activity] ?? []).slice(0, -1).findLast(({ published }) => published)
  const same = !last || JSON.stringify(last.paper.options) === JSON.stringify(paper.options)
  return same ? {} : { before: last.paper as PollView['paper'] }
}

/** What a slip gives: the weight of each voice, who gave the mandates, and those that do not stand. */
function ownSlip(voices: Voice[], nameOf: ViewInput['memberName'] = () => ''): Partial<PollView> {
  const refused = voices.flatMap((voice) => voice.refused ?? [])
  return {
    voices: voices.map(({ weight }) => weight),
    ...(voices.length > 1 ? { givers: voices.slice(1).map(({ of = '' }) => nameOf(of)) } : {}),
    ...(refused.length > 0 ? { refused: refused.map(({ of, fault }) => ({ name: nameOf(of), fault })) } : {}),
  }
}
