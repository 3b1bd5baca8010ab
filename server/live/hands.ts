// What one seat gives in: one ballot, or one for each voice that its slip holds; and what becomes of it when the paper changes.
// Called by ballots.ts and effects.ts. Pure.
import type { Running } from '../../shared/session/running.ts'
import type { Round } from '../../shared/session/state.ts'
import type { Voice, Voices } from '../../shared/voting.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/wire.ts'
import type { Hand } from '../store/store.ts'

/** `{voices: [choice, ...]}`: a choice for each voice of the seat, its own first. */
interface Split {
  voices: unknown[]
}

function isSplit(choice: unknown): choice is Split {
  return typeof choice === 'object' && choice !== null && Array.isArray((choice as Partial<Split>).voices)
}

/** A choice as a ballot that may be stored, or why not; null withdraws. Where slips vote, a seat without one is `not-allowed`. */
export function readHand(round: Round, it: Running, seat: string, choice: unknown): unknown | Refusal {
  const { voices, paper } = round
  const own = voices && Object.hasOwn(voices, seat) ? voices[seat]! : undefined
  if (voices && !own) return refuse('not-allowed')
  if (choice === null) return null
  const poll = it.activity.poll!
  if (!own || !isSplit(choice)) return poll.check(paper, choice)
  if (choice.voices.length !== own.length) return refuse('bad-request')
  const ballots = choice.voices.map((one) => poll.check(paper, one))
  return ballots.find(isRefusal) ?? { voices: ballots }
}

/** The bare ballots, each with its voice; one choice of a seat stands for all of its voices. */
export function spread(hands: readonly Hand[], voices: Voices): { ballots: unknown[]; each: Voice[] } {
  const all = hands.flatMap(({ seat, choice }) =>
    (voices[seat] ?? []).map((voice, i) => ({
      voice,
      ballot: isSplit(choice) ? choice.voices[i] : choice,
    })),
  )
  return { ballots: all.map(({ ballot }) => ballot), each: all.map(({ voice }) => voice) }
}

/** Who said what, a line for each voice: kept for votes that were not announced as secret. */
export function linesOf(hands: readonly Hand[], voices: Voices | undefined): NonNullable<Round['named']> {
  if (!voices) return hands.map(({ seat, choice }) => ({ seat, choice }))
  return hands.flatMap(({ seat, choice }) =>
    (voices[seat] ?? []).map(({ of }, i) => ({
      seat,
      ...(of === undefined ? {} : { of }),
      choice: isSplit(choice) ? choice.voices[i] : choice,
    })),
  )
}

/** How ballots follow the round's new paper; null sends a ballot back to be done again. */
export function follow(
  { paper }: Round,
  { activity }: Running,
  { option, into }: { option: string; into?: string },
): (ballot: unknown) => unknown {
  const poll = activity.poll!
  return (ballot) => {
    const moved =
      into !== undefined && poll.merge
        ? poll.merge(ballot, option, into, paper)
        : poll.withoutOption!(ballot, option)
    const checked = moved === undefined ? null : poll.check(paper, moved)
    return isRefusal(checked) ? null : checked
  }
}
