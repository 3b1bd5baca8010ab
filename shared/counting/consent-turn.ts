// One turn of objections: where the proposal stands and what was said. Called by consent and the election without candidate.
// Pure; the order of ballots never matters. Names are not on the ballots: reasons stand for them.
import { refuse, type Refusal } from '../wire.ts'
import { consentOutcome, standing, type ConsentOutcome } from './consent.ts'
import type { ConsentBallot } from './consent-ballot.ts'

export interface ConsentResult {
  outcome: ConsentOutcome['outcome']
  /** Answers received. */
  n: number
  /** Answers without a concern. */
  consent: number
  /** Reasons, sorted; a concern or a stand-aside without words is an empty text. */
  objections: string[]
  concerns: string[]
  standAside: string[]
  /** Members who have not answered, as far as their number is known. */
  missing: number
  /** Objections that the circle found without reasons after the turn, in the order of its judgments; they block no more. */
  unreasoned?: Judged[]
}

/** An objection in its own words, and why the circle does not uphold it. */
export interface Judged {
  objection: string
  reason: string
}

/** `members` is how many must answer; without it, those who did. An empty circle decides nothing. */
export function countConsent(ballots: readonly ConsentBallot[], members = 0): ConsentResult {
  const people = Array.from({ length: Math.max(members, ballots.length, 1) }, (_, i) => String(i))
  const responses = new Map(ballots.map(({ answer }, i) => [String(i), answer]))
  const { outcome, objections, concerns, standAside, missing } = consentOutcome(people, responses)
  const reasons = (who: string[]) => who.map((person) => ballots[Number(person)]!.reason ?? '').sort()
  return {
    outcome,
    n: ballots.length,
    consent: ballots.filter(({ answer }) => answer === 'consent').length,
    objections: reasons(objections),
    concerns: reasons(concerns),
    standAside: reasons(standAside),
    missing: missing.length,
  }
}

/** The turn once the circle has judged one of its objections to be without reasons; whoever raised it has answered, but does not consent. */
export function judgeObjection(result: ConsentResult, judged: Judged): ConsentResult | Refusal {
  const at = result.objections.indexOf(judged.objection)
  if (at === -1) return refuse('unknown-option')
  const objections = result.objections.toSpliced(at, 1)
  const outcome = standing(objections.length, result.missing, result.consent + result.concerns.length)
  return { ...result, outcome, objections, unreasoned: [...(result.unreasoned ?? []), judged] }
}

/** Who must answer in all of these rooms; undefined where one of them does not say. */
export function membersTogether(papers: readonly { members?: number | undefined }[]): number | undefined {
  return papers.reduce<number | undefined>(
    (sum, { members }) => (sum === undefined || members === undefined ? undefined : sum + members),
    0,
  )
}
