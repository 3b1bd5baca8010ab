// The lines of a short result that several methods share. Pure. Called by results.ts.
import type { ApprovalPaper } from '../../shared/activities/approval/activity.ts'
import type { ApprovalResult } from '../../shared/activities/approval/count.ts'
import type { ConsentResult } from '../../shared/counting/consent-turn.ts'
import { levelLabel, total, type ScalePaper } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { byRank, quotedLabels } from '../../shared/report/rounds.ts'
import { percent, type Paper } from '../../shared/voting.ts'

export interface ShortRow {
  option?: string
  rank?: number
  label: string
  figure?: string
  /** What the room says of it, in a word. */
  verdict?: string
  details?: string[]
  /** Of the whole, from 0 to 1: how long its bar is. */
  share?: number
}

export interface ShortResult {
  sentences: string[]
  /** What the rows are. */
  title?: string
  /** What the figures count. */
  unit?: string
  rows: ShortRow[]
}

/** The most votes first; shares are of the whole that the method takes. */
export function shareRows(
  { options }: Paper,
  counts: Record<string, number>,
  whole: number,
  t: Translate,
): ShortRow[] {
  return byRank(options, (id) => -counts[id]!).map(({ option: { id, label } }) => ({
    option: id,
    label,
    figure: t('ballot.figure', { n: counts[id]! }),
    details: [t('share', { share: percent(counts[id]!, whole) ?? 0 })],
    share: counts[id]! / (whole || 1),
  }))
}

export function levelRows(paper: ScalePaper, counts: number[], t: Translate): ShortRow[] {
  return counts.map((count, i) => ({
    option: String(paper.min + i),
    label: t('ballot.level', { level: paper.min + i, label: levelLabel(paper, paper.min + i, t) }),
    figure: t('ballot.figure', { n: count }),
    share: count / (total(counts) || 1),
  }))
}

export function approvalSentences(
  { options }: ApprovalPaper,
  { elected, tied }: ApprovalResult,
  t: Translate,
): string[] {
  const names = (ids: string[]) => quotedLabels(options, ids, t)
  if (elected.length + tied.length === 0) return [t('nobody')]
  return [
    ...(elected.length > 0 ? [t('elected', { count: elected.length, names: names(elected) })] : []),
    ...(tied.length > 0 ? [t('tied', { names: names(tied) })] : []),
  ]
}

export function consentRows(result: Omit<ConsentResult, 'outcome'>, t: Translate): ShortRow[] {
  const answers: [string, number, string[]][] = [
    ['consent', result.consent, []],
    ['concern', result.concerns.length, result.concerns],
    ['objection', result.objections.length, result.objections],
    ['stand-aside', result.standAside.length, result.standAside],
  ]
  return answers.map(([answer, count, reasons]) => ({
    option: answer,
    label: t(`answer.${answer}`),
    figure: t('ballot.figure', { n: count }),
    details: reasons.filter((reason) => reason !== ''),
  }))
}
