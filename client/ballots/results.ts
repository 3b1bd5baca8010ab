// A published result as a phone tells it: a sentence or two, and a short list. Pure. Called by Closed.svelte.
import type { ApprovalPaper } from '../../shared/activities/approval/activity.ts'
import type { ApprovalResult } from '../../shared/activities/approval/count.ts'
import type { ConsentResult } from '../../shared/counting/consent-turn.ts'
import type { DotResult } from '../../shared/activities/dot-vote/count.ts'
import type { ElectionPaper } from '../../shared/activities/election-without-candidate/activity.ts'
import type { TurnResult } from '../../shared/activities/election-without-candidate/consent-turn.ts'
import { turnText } from '../../shared/activities/election-without-candidate/report.ts'
import type { NominationResult } from '../../shared/activities/election-without-candidate/count.ts'
import type { GradePaper } from '../../shared/activities/majority-judgment/activity.ts'
import type { JudgmentResult } from '../../shared/activities/majority-judgment/count.ts'
import { mentionOf } from '../../shared/activities/majority-judgment/report.ts'
import type { OpinionResult } from '../../shared/activities/opinion-groups/count.ts'
import type { PairwisePaper } from '../../shared/activities/pairwise/activity.ts'
import type { PairwiseResult } from '../../shared/activities/pairwise/count.ts'
import { pairwiseRows } from '../../shared/activities/pairwise/report.ts'
import type { QuadraticResult } from '../../shared/activities/quadratic/count.ts'
import type { RankingResult } from '../../shared/activities/ranking/count.ts'
import type { ResolutionPaper } from '../../shared/activities/resolution/activity.ts'
import type { ResolutionResult } from '../../shared/activities/resolution/count.ts'
import { minutesText, shown } from '../../shared/activities/resolution/report.ts'
import type { RotiResult } from '../../shared/activities/roti/count.ts'
import type { ScorePaper } from '../../shared/activities/score/activity.ts'
import type { ScoreResult } from '../../shared/activities/score/count.ts'
import type { SingleResult } from '../../shared/activities/single-choice/count.ts'
import type { AxesPaper } from '../../shared/activities/two-axis/activity.ts'
import type { AxesResult } from '../../shared/activities/two-axis/count.ts'
import { axesVerdict, quadrantName } from '../../shared/activities/two-axis/words.ts'
import { figureOf } from '../../shared/counting/amounts.ts'
import { parseFraction } from '../../shared/counting/fraction.ts'
import type { PickResult } from '../../shared/counting/picks.ts'
import { roundHalfUp, type ScalePaper } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { byRank, quotedLabels } from '../../shared/report/rounds.ts'
import type { Paper } from '../../shared/voting.ts'
import type { PollView } from '../../shared/wire.ts'
import { approvalSentences, consentRows, levelRows, shareRows, type ShortResult } from './result-rows.ts'
import { FORESIGHT } from './results-foresight.ts'
import { labelOf } from './words.ts'

type Tell = (paper: never, result: never, t: Translate) => ShortResult

/** Several options named on each ballot. */
function picked(paper: Paper, { counts, ballotsCounted, blank }: PickResult, t: Translate): ShortResult {
  return {
    sentences: [t('turnout', { counted: ballotsCounted, blank })],
    unit: t('unit'),
    rows: shareRows(paper, counts, ballotsCounted, t),
  }
}

const TELLERS: Record<string, Tell> = {
  ...FORESIGHT,
  'dot-vote': (paper: Paper, { totals, ranks }: DotResult, t) => ({
    sentences: [],
    rows: byRank(paper.options, (id) => ranks[id]).map(({ option: { id, label }, rank }) => ({
      option: id,
      rank: rank!,
      label,
      figure: t('ballot.figure', { n: totals[id] ?? 0 }),
    })),
  }),
  'single-choice': (paper: Paper, result: SingleResult, t) => ({
    sentences: [
      t(`outcome.${result.outcome}`, {
        names: quotedLabels(paper.options, result.runoff ?? result.winners, t),
      }),
      t('turnout', { voters: result.voters, blank: result.blank, expressed: result.expressed }),
    ],
    unit: t('unit'),
    rows: shareRows(paper, result.counts, result.expressed, t),
  }),
  resolution: (paper: ResolutionPaper, result: ResolutionResult, t) => ({
    sentences: [minutesText(result, t), ...(result.indicative ? [t('indicative')] : [])],
    unit: t(`base.${paper.base}`),
    rows: paper.options.map((option) => ({
      option: option.id,
      label: labelOf(option, t),
      figure: shown(result.counts[option.id as keyof ResolutionResult['counts']], t),
      share:
        figureOf(result.counts[option.id as keyof ResolutionResult['counts']]) / (figureOf(result.n) || 1),
    })),
  }),
  'multiple-choice': picked,
  swot: picked,
  speedboat: picked,
  'start-stop-continue': picked,
  rex: picked,
  approval: (paper: ApprovalPaper, result: ApprovalResult, t) => ({
    sentences: approvalSentences(paper, result, t),
    unit: t('unit'),
    rows: shareRows(paper, result.counts, result.ballotsCounted, t),
  }),
  score: (paper: ScorePaper, { results }: ScoreResult, t) => ({
    sentences: [],
    unit: t('table.mean'),
    rows: byRank(paper.options, (id) => results[id]?.rank).map(({ option, rank }) => {
      const mean = results[option.id]?.mean
      const value = mean ? t('figure', { value: roundHalfUp(parseFraction(mean), paper.decimals) }) : ''
      const row = { option: option.id, label: option.label, figure: value }
      return rank === null ? { ...row, details: [t('unranked')] } : { ...row, rank }
    }),
  }),
  'majority-judgment': (paper: GradePaper, { ranks, gauge }: JudgmentResult, t) => ({
    sentences: [],
    rows: byRank(paper.options, (_, i) => ranks[i]).map(({ option, index, rank }) => ({
      option: option.id,
      rank: rank!,
      label: option.label,
      verdict: mentionOf(paper, gauge[index], t),
    })),
  }),
  ranking: (paper: Paper, { ranks, condorcetWinner }: RankingResult, t) => ({
    sentences: paper.options
      .filter(({ id }) => id === condorcetWinner)
      .map(({ label }) => t('condorcet', { label })),
    rows: byRank(paper.options, (id) => ranks[id]).map(({ option, rank }) => ({
      option: option.id,
      label: option.label,
      ...(rank === null ? {} : { rank }),
    })),
  }),
  quadratic: (paper: Paper, { ranks, totals, supporters }: QuadraticResult, t) => ({
    sentences: [],
    unit: t('unit'),
    rows: byRank(paper.options, (id) => ranks[id]).map(({ option: { id, label }, rank }) => ({
      option: id,
      rank: rank!,
      label,
      figure: t('ballot.figure', { n: totals[id]! }),
      details: [t('people', { people: supporters[id]! })],
    })),
  }),
  gradients: (paper: ScalePaper, { outcome, counts }: { outcome: string; counts: number[] }, t) => ({
    sentences: [t(`outcome.${outcome}`)],
    unit: t('table.people'),
    rows: levelRows(paper, counts, t),
  }),
  'fist-to-five': (paper: ScalePaper, { outcome, counts }: { outcome: string; counts: number[] }, t) => ({
    sentences: [t(`outcome.${outcome}`)],
    unit: t('table.people'),
    rows: levelRows(paper, counts, t),
  }),
  roti: (paper: ScalePaper, { meanDisplay, n, counts }: RotiResult, t) => ({
    sentences: [t('mean', { mean: meanDisplay ?? 0, best: paper.max, n })],
    unit: t('table.people'),
    rows: levelRows(paper, counts, t),
  }),
  'two-axis': (paper: AxesPaper, result: AxesResult, t) => ({
    sentences: [axesVerdict(paper, result, t)],
    rows: result.priority.map((id, i) => {
      const quadrant = result.items[id]?.quadrant
      const label = paper.options.find((option) => option.id === id)?.label ?? ''
      const row = { option: id, rank: i + 1, label }
      return quadrant ? { ...row, verdict: quadrantName(paper, quadrant, t) } : row
    }),
  }),
  pairwise: (paper: PairwisePaper, result: PairwiseResult, t) => ({
    sentences: [t('counted', { comparisons: result.comparisons, n: result.n })],
    unit: t(`unit.${paper.score}`),
    rows: pairwiseRows(paper, result, t).map(({ rank, label, value, detail }) => ({
      rank,
      label,
      figure: t('ballot.figure', { n: value }),
      details: detail === undefined ? [] : [detail],
    })),
  }),
  consent: (_: Paper, result: ConsentResult, t) => ({
    sentences: [t(`outcome.${result.outcome}`)],
    unit: t('people'),
    rows: consentRows(result, t),
  }),
  'election-without-candidate': (paper: ElectionPaper, result: NominationResult | TurnResult, t) => {
    if ('outcome' in result)
      return { sentences: [turnText(paper, result, t)], unit: t('people'), rows: consentRows(result, t) }
    const { tallies, reasons } = result
    return {
      sentences: [],
      rows: paper.options
        .filter(({ id }) => tallies[id]! > 0)
        .map(({ id, label }) => ({
          option: id,
          label,
          details: [t('nominations', { count: tallies[id]! }), ...(reasons[id] ?? [])],
        })),
    }
  },
  'opinion-groups': (paper: Paper, { clear, k, n, common }: OpinionResult, t) => ({
    sentences: [t(clear ? 'clear' : 'notClear', { k, n })],
    title: t('common'),
    rows: common.slice(0, 5).map(({ option, side }) => ({
      option,
      label: paper.options.find(({ id }) => id === option)?.label ?? '',
      verdict: t(`side.${side}`),
    })),
  }),
}

/** What the room decided, or null where a kind has its own way to say it. */
export function shortResult(
  kind: string,
  poll: Pick<PollView, 'paper' | 'voted'>,
  result: unknown,
  t: Translate,
): ShortResult | null {
  if (poll.voted === 0) return { sentences: [t(silenceOf(kind, poll.paper))], rows: [] }
  return TELLERS[kind]?.(poll.paper as never, result as never, t) ?? null
}

/** What it means that nobody answered: no ballots are a result where one is asked for or against. */
function silenceOf(kind: string, paper: PollView['paper']): string {
  if (kind === 'resolution') return 'nobody'
  return paper['proposed'] === undefined ? 'noVotes' : 'noAnswers'
}
