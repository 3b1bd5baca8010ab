// The consent decision of sociocracy: a proposal stands when nobody has a reasoned objection left, silence not being consent.
// Called by consent, by the election without candidate and by files of answers.
// Source: G. Endenburg, Sociocracy: The Organization of Decision-Making (1998).

export const CONSENT_ANSWERS = ['consent', 'concern', 'objection', 'stand-aside'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

export interface ConsentOutcome {
  /** An objection is to be integrated; somebody has not answered; nobody consents; adopted. The first that holds. */
  outcome: 'integrate' | 'pending' | 'not-carried' | 'adopted'
  /** Members, in the order in which they were given. */
  objections: string[]
  missing: string[]
  concerns: string[]
  standAside: string[]
}

/** What the answers of a circle come to. Whoever has a concern consents; answers of people who are no members do not count. */
export function consentOutcome(
  members: readonly string[],
  responses: ReadonlyMap<string, string>,
): ConsentOutcome {
  const who = (answer: string | undefined) => members.filter((member) => responses.get(member) === answer)
  const found = {
    objections: who('objection'),
    missing: who(undefined),
    concerns: who('concern'),
    standAside: who('stand-aside'),
  }
  const consents = who('consent').length + found.concerns.length
  return { outcome: standing(found.objections.length, found.missing.length, consents), ...found }
}

/** Where a proposal stands with so many objections, missing answers and consents (remarks among them). */
export function standing(objections: number, missing: number, consents: number): ConsentOutcome['outcome'] {
  if (objections > 0) return 'integrate'
  if (missing > 0) return 'pending'
  return consents === 0 ? 'not-carried' : 'adopted'
}
