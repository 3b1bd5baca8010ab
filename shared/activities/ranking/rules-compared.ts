// What the same ballots give under the other rules, compared with the order that is shown. Called by Wall.svelte.
import { orderOf, ranksOf, RULES, type RankingResult, type Rule } from './count.ts'

export interface OtherRule {
  rule: Rule
  /** order: the same one; first: another order behind the same first; other: somebody else in front. */
  kind: 'order' | 'first' | 'other'
  /** In front under that rule, in the order of its first tier. */
  first: string[]
}

/** Each of the other rules beside the one of the paper. */
export function otherRules(result: RankingResult, shown: Rule): OtherRule[] {
  const [own, front] = [ranksOf(orderOf(result, shown)), firstOf(result, shown)]
  return RULES.filter((rule) => rule !== shown).map((rule) => {
    const ranks = ranksOf(orderOf(result, rule))
    const first = firstOf(result, rule)
    const same = Object.keys(own).every((option) => ranks[option] === own[option])
    const sameFirst = first.length === front.length && first.every((option) => front.includes(option))
    return { rule, kind: same ? 'order' : sameFirst ? 'first' : 'other', first }
  })
}

function firstOf(result: RankingResult, rule: Rule): string[] {
  return orderOf(result, rule)[0] ?? []
}
