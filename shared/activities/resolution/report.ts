// What remains of a resolution: its text, the figures, and the sentence for the minutes.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { ResolutionPaper } from './activity.ts'
import { CHOICES, type ResolutionResult } from './count.ts'

/** Blocks of every round: the text put to the vote, then its figures. */
export function resolutionReport({
  rounds,
  t,
}: ReportInput<unknown, ResolutionPaper, ResolutionResult>): Block[] {
  return rounds.flatMap((round) => [
    ...round.paper.text.map(({ label }) => text(t('point', { label }))),
    ...roundBlocks([round], t, (paper, result) => figures(paper, result, t)),
  ])
}

/** The quorum is told where one is asked for. */
function figures(paper: ResolutionPaper, result: ResolutionResult, t: Translate): Block[] {
  const { counts, quorum, persons } = result
  const rows = CHOICES.map((choice) => [
    t(`choice.${choice}`),
    counts[choice],
    ...(persons ? [persons[choice]] : []),
  ])
  const head = [t('choice'), t(`base.${paper.base}`), ...(persons ? [t('base.persons')] : [])]
  return [
    { type: 'table', title: t('result'), head, rows },
    ...(quorum.needed > 0 ? [text(quorumText(paper, result, t))] : []),
    text(minutesText(result, t)),
    text(t(`rule.${paper.rule}`)),
    text(t('howCounted')),
    text(t(result.indicative ? 'indicative' : 'bySlips')),
  ]
}

/** "Resolution adopted: 41 for, 39 against ...": the sentence that the minutes keep. */
export function minutesText(
  { outcome, counts, expressed, base, needed }: ResolutionResult,
  t: Translate,
): string {
  return t(`minutes.${outcome}`, { ...counts, expressed, base, needed })
}

/** How many are there and how many it takes. */
export function quorumText({ room }: ResolutionPaper, { quorum }: ResolutionResult, t: Translate): string {
  const { counted, needed, reached } = quorum
  return t(reached ? 'quorum.reached' : 'quorum.missed', { counted, needed, registered: room.registered })
}

function text(words: string): Block {
  return { type: 'text', text: words }
}
