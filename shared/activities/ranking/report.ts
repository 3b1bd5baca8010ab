// What remains of a vote by rankings: the order, the same ballots under the other rules, and how they were counted.
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block, RankedRow } from '../../report/blocks.ts'
import { byRank, named, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { RankingPaper } from './activity.ts'
import { orderOf, ranksOf, RULES, type RankingResult, type Rule } from './count.ts'

/** Blocks of every round; one without a ranking on any ballot is said in words. */
export function rankingReport({ rounds, t }: ReportInput<unknown, RankingPaper, RankingResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => rankingBlocks(paper, result, t))
}

function rankingBlocks(paper: RankingPaper, result: RankingResult, t: Translate): Block[] {
  if (result.n === 0) return [{ type: 'text', text: t('noVotes') }]
  const lots = paper.rule === 'irv' && result.irv.ties.some((tie) => tie.rule === 'lot')
  return [
    {
      type: 'ranking',
      title: t('result'),
      unit: t(`unit.${paper.rule}`),
      rows: rankingRows(paper, result),
    },
    { type: 'text', text: condorcetText(paper, result, t) },
    otherRules(paper, result, t),
    ...duelBlocks(paper, result, t),
    { type: 'text', text: t('counted', { n: result.n, blank: result.blank }) },
    { type: 'text', text: t(`howCounted.${paper.rule}`) },
    ...(lots ? [{ type: 'text' as const, text: t('lot', { seed: paper.seed }) }] : []),
  ]
}

/** Options by rank under the rule of the paper, with the figure that the rule goes by. */
export function rankingRows(paper: RankingPaper, result: RankingResult): RankedRow[] {
  return byRank(paper.options, (id) => result.ranks[id]).map(({ option, rank }) => ({
    ...named(option),
    rank: rank ?? 1,
    value: figureOf(result, paper.rule, option.id),
  }))
}

/** The place that an option has on the average ballot, to the tenth: of `options`, on `ballots`, with these Borda points. */
export function averageRank(options: number, ballots: number, points: number): number {
  return Math.round((options - points / ballots) * 10) / 10
}

/** Duels won, points, or votes in the last round that the option was in; shares of votes to the tenth. */
function figureOf(result: RankingResult, rule: Rule, id: string): number {
  if (rule === 'borda') return toNumber(parseFraction(result.borda.scores[id]!))
  if (rule !== 'irv') return result.duelsWon[id]!
  const last = result.irv.rounds.findLast(({ counts }) => Object.hasOwn(counts, id))
  return Math.round(toNumber(parseFraction(last?.counts[id] ?? 0)) * 10) / 10
}

function condorcetText({ options }: RankingPaper, { condorcetWinner }: RankingResult, t: Translate): string {
  if (options.length === 1) return t('alone')
  const winner = options.find(({ id }) => id === condorcetWinner)
  return winner ? t('condorcet', { label: winner.label }) : t('noCondorcet')
}

/** More options than these make a table that no page is wide enough for. */
const MOST_DUELS = 12

/** Every duel, the row against the column, in the order of the ranking; columns go by their row's number. */
function duelBlocks({ options }: RankingPaper, result: RankingResult, t: Translate): Block[] {
  const { pairwise, ranks } = result
  if (options.length > MOST_DUELS || options.length < 2 || Object.keys(pairwise).length === 0) return []
  const ranked = byRank(options, (id) => ranks[id]).map(({ option }) => option)
  const cell = (a: string, b: string) =>
    a === b ? '' : t('duel.cell', { own: pairwise[a]![b]!, other: pairwise[b]![a]! })
  const rows = ranked.map(({ id, label }, i) => [i + 1, label, ...ranked.map((other) => cell(id, other.id))])
  const head = ['', t('option'), ...ranked.map((_, i) => t('duel.column', { number: i + 1 }))]
  return [{ type: 'table', title: t('duels'), head, rows, aside: true }]
}

function otherRules(paper: RankingPaper, result: RankingResult, t: Translate): Block {
  const ranks = RULES.map((rule) => ranksOf(orderOf(result, rule)))
  const rows = byRank(paper.options, (id) => result.ranks[id]).map(({ option }) => [
    option.label,
    ...ranks.map((own) => own[option.id] ?? ''),
  ])
  return {
    type: 'table',
    title: t('otherRules'),
    head: [t('option'), ...RULES.map((rule) => t(`setting.rule.${rule}`))],
    rows,
  }
}
