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
  return { outcome: outcomeOf(found, who('consent').length + found.concerns.length), ...found }
}

function outcomeOf(found: Omit<ConsentOutcome, 'outcome'>, consents: number): ConsentOutcome['outcome'] {
  if (found.objections.length > 0) return 'integrate'
  if (found.missing.length > 0) return 'pending'
  return consents === 0 ? 'not-carried' : 'adopted'
}
