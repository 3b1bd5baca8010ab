// Which exercise suits the question of the room: advice as data, in words of the catalogue `chooser`.
// Called by whoever helps a facilitator to plan; only exercises that this version has are ever named.

export interface Advice {
  /** Message key of the question. */
  question: string
  /** The best first; `why` is a message key. */
  use: { kind: string; why: string }[]
  avoid: { kind: string; why: string }[]
}

/** Question, what to use for it in order of preference, what to avoid. */
const TABLE: readonly [id: string, use: readonly string[], avoid: readonly string[]][] = [
  ['many-ideas', ['dot-vote', 'pairwise'], ['single-choice']],
  ['one-of-a-few', ['majority-judgment', 'ranking'], ['dot-vote']],
  ['date-or-place', ['approval'], ['ranking']],
  ['adopt-text', ['consent', 'gradients', 'fist-to-five'], ['single-choice']],
  ['how-strongly', ['quadratic'], ['score']],
  ['who', ['election-without-candidate'], ['single-choice']],
  ['formal', ['resolution'], ['dot-vote']],
  ['agree-or-split', ['opinion-groups', 'coloured-vote'], ['score']],
  ['quick-wins', ['two-axis'], []],
  ['worth-it', ['roti'], []],
]

/** The advice that these kinds can serve; a question that none of them answers is left out. */
export function adviceOf(kinds: readonly string[]): Advice[] {
  const named = (word: string, id: string, list: readonly string[]) =>
    list.filter((kind) => kinds.includes(kind)).map((kind) => ({ kind, why: `${word}.${id}.${kind}` }))
  return TABLE.map(([id, use, avoid]) => ({
    question: `question.${id}`,
    use: named('use', id, use),
    avoid: named('avoid', id, avoid),
  })).filter(({ use }) => use.length > 0)
}
