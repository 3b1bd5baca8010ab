// What remains of an approval vote: the support of each option, who has a seat, and how it was counted in words.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { picksBlocks } from '../../report/picks.ts'
import { quotedLabels, roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ApprovalPaper } from './activity.ts'
import type { ApprovalResult } from './count.ts'

/** Blocks of every round. */
export function approvalReport({ rounds, t }: ReportInput<unknown, ApprovalPaper, ApprovalResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => [
    ...picksBlocks(paper.options, result, t, cutOf(paper, result, t)),
    ...outcome(paper, result, t).map((text): Block => ({ type: 'text', text })),
    { type: 'text', text: t('howCounted', { seats: paper.seats }) },
  ])
}

/** The line under the last seat, where no tie runs through it. */
function cutOf({ options, seats }: ApprovalPaper, { elected, tied }: ApprovalResult, t: Translate) {
  const separates = tied.length === 0 && elected.length > 0 && elected.length < options.length
  return separates ? { after: elected.length, label: t('cut', { seats }) } : undefined
}

function outcome({ options }: ApprovalPaper, { elected, tied }: ApprovalResult, t: Translate): string[] {
  const said: string[] = []
  if (elected.length > 0)
    said.push(t('elected', { count: elected.length, names: quotedLabels(options, elected, t) }))
  if (tied.length > 0) said.push(t('tied', { names: quotedLabels(options, tied, t) }))
  return said.length > 0 ? said : [t('nobody')]
}
