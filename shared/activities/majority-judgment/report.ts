// What remains of majority judgment: the profile of each proposal by rank, where neighbours part, how it was counted.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { byRank, quotedLabels, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { GradePaper } from './activity.ts'
import type { Gauge, JudgmentResult } from './count.ts'
import { ballotsOf, partingOf } from './value.ts'

/** Blocks of every round. */
export function judgmentReport({ rounds, t }: ReportInput<unknown, GradePaper, JudgmentResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result, voted) => {
    const ranked = byRank(paper.options, (_, index) => result.ranks[index])
    return [
      {
        type: 'stack',
        title: t('result'),
        levels: paper.grades.map((key) => t(key)),
        ...(paper.first ? { first: paper.first } : {}),
        rows: ranked.map(({ option, index, rank }) => ({
          label: option.label,
          rank: rank!,
          counts: result.tallies[index] ?? [],
          mention: mentionOf(paper, result.gauge[index], t),
        })),
      },
      ...partings(paper, result, t),
      ...(isUneven(result) ? [{ type: 'text' as const, text: t('uneven') }] : []),
      { type: 'text', text: t('howCounted', { voters: voted, missing: missingOf(paper) }) },
    ]
  })
}

/** "Good +", or that nobody graded it. */
export function mentionOf(paper: GradePaper, gauge: Gauge | null | undefined, t: Translate): string {
  const key = gauge && paper.grades[gauge.median]
  return key ? t('verdict', { grade: t(key), sign: gauge.sign === '+' ? '+' : '−' }) : t('ungraded')
}

/** A sentence for each two neighbours with the same majority grade: where their majority values part. */
function partings({ options, grades }: GradePaper, result: JudgmentResult, t: Translate): Block[] {
  const ranked = byRank(options, (_, index) => result.ranks[index])
  return ranked.slice(1).flatMap((lower, i): Block[] => {
    const upper = ranked[i]!
    const [a, b] = [upper, lower].map(({ index }) => (result.tallies[index] ?? []).map(BigInt))
    if (result.gauge[upper.index]?.median !== result.gauge[lower.index]?.median) return []
    if (!a || !b || ballotsOf(a) !== ballotsOf(b)) return []
    const parting = partingOf(a, b)
    if (!parting) return []
    const [above, below] = parting.grades.map((grade) => t(grades[grade]!))
    const names = [upper, lower].map(({ option }) => quotedLabels([option], [option.id], t))
    const params = { upper: names[0]!, lower: names[1]!, above: above!, below: below! }
    return [{ type: 'text', text: t('parting', { ...params, removed: Number(parting.removed) }) }]
  })
}

/** Scaled tallies mean little where some proposals have far fewer grades than others: more than a fifth. */
function isUneven({ tallies }: JudgmentResult): boolean {
  const totals = tallies.map((tally) => tally.reduce((sum, count) => sum + count, 0)).filter((n) => n > 0)
  return 5 * (Math.max(...totals) - Math.min(...totals)) > Math.max(...totals)
}

function missingOf({ requireAll, missing }: GradePaper): string {
  return requireAll ? 'none' : missing
}
