// Election without candidate: who was proposed, why, and what the circle's consent makes of it.
// Called by activity.ts; the whole course of an election by files of answers. Pure; the order of ballots never matters.
// Source: G. Endenburg, Sociocracy: The Organization of Decision-Making (1998).
import { consentOutcome } from '../../counting/consent.ts'
import type { Nomination } from './ballot.ts'

export interface NominationResult {
  n: number
  /** Nominations by person; everybody eligible is there. */
  tallies: Record<string, number>
  /** What was said for each person, sorted; only those of whom something was. */
  reasons: Record<string, string[]>
}

/** Nominations of one round. A name that is no longer on the paper counts for nobody. */
export function countNominations(
  options: readonly string[],
  ballots: readonly Nomination[],
): NominationResult {
  const standing = ballots.filter(({ option }) => options.includes(option))
  const tallies = Object.fromEntries(options.map((id) => [id, 0]))
  const reasons: Record<string, string[]> = {}
  for (const { option, reason } of standing) {
    tallies[option]!++
    if (reason === undefined) continue
    if (!Object.hasOwn(reasons, option)) reasons[option] = []
    reasons[option]!.push(reason)
  }
  for (const said of Object.values(reasons)) said.sort()
  return { n: standing.length, tallies, reasons }
}

export interface Election {
  /** Who proposed whom, by name. */
  nominations: ReadonlyMap<string, string>
  /** Who changed to whom after the reasons. */
  changes: ReadonlyMap<string, string>
  proposed: string
  /** Answers to the facilitator's proposal; the person proposed may decline. */
  responses: ReadonlyMap<string, string>
}

export interface ElectionResult {
  /** Persons proposed at least once, before and after the reasons. */
  round1: Record<string, number>
  round2: Record<string, number>
  changes: number
  outcome: 'objection-round' | 'pending' | 'declined' | 'elected'
  objections: string[]
}

/** Both rounds and the consent turn: an objection comes first, then a missing answer, then a refusal of the person. */
export function electionOutcome({ nominations, changes, proposed, responses }: Election): ElectionResult {
  const after = new Map([...nominations, ...changes])
  const { objections, missing } = consentOutcome([...after.keys()], responses)
  return {
    round1: talliesOf(nominations),
    round2: talliesOf(after),
    changes: [...changes].filter(([person, to]) => nominations.get(person) !== to).length,
    outcome: outcomeOf(objections, missing, responses.get(proposed)),
    objections,
  }
}

function outcomeOf(
  objections: string[],
  missing: string[],
  own: string | undefined,
): ElectionResult['outcome'] {
  if (objections.length > 0) return 'objection-round'
  if (missing.length > 0) return 'pending'
  return own === 'decline' ? 'declined' : 'elected'
}

function talliesOf(nominations: ReadonlyMap<string, string>): Record<string, number> {
  const tallies = new Map<string, number>()
  for (const person of nominations.values()) tallies.set(person, (tallies.get(person) ?? 0) + 1)
  return Object.fromEntries(tallies)
}
