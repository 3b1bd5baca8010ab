// What remains of a consent decision: the proposal, each turn of objections with its reasons, and where it stands.
import { changedPoints } from '../../report/changes.ts'
import type { Translate } from '../../i18n/translate.ts'
import { barsBlock } from '../../report/bars.ts'
import type { Block } from '../../report/blocks.ts'
import type { ConsentPaper, ConsentSettings } from './activity.ts'
import { reviewOf } from './review.ts'
import type { ConsentResult } from '../../counting/consent-turn.ts'

interface Turn {
  paper: ConsentPaper
  result?: ConsentResult
  look?: readonly string[]
}

/** Blocks of all turns; the fallback is named where objections outlast the turns agreed on. */
export function consentBlocks(turns: Turn[], settings: ConsentSettings, t: Translate): Block[] {
  const last = turns.at(-1)
  if (!last) return [text(t('noVotes'))]
  const { maxIntegrationLoops: most, fallback } = settings
  const stuck = last.result?.outcome === 'integrate' && turns.length > most
  return [
    ...turns.flatMap(({ paper, result }, i) => turnBlocks(paper, result, i + 1, t)),
    ...(stuck ? [text(t(`stuck.${fallback}`, { count: turns.length }))] : []),
    ...(last.result?.outcome === 'adopted' ? [text(review(reviewOf(settings, last.look), t))] : []),
    text(t('howCounted')),
  ]
}

function turnBlocks(
  paper: ConsentPaper,
  result: ConsentResult | undefined,
  turn: number,
  t: Translate,
): Block[] {
  const proposal = [
    ...paper.options.map(({ label }): Block => text(t('point', { label }))),
    ...formerPoints(paper).map((label): Block => text(t('wasPoint', { label }))),
  ]
  if (!result) return [...proposal, text(t('notCounted'))]
  if (result.n === 0) return [...proposal, text(t('noVotes'))]
  const { consent, missing, concerns, standAside, objections, unreasoned = [] } = result
  const rows: [string, number][] = [
    [t('answer.consent'), consent],
    [t('answer.concern'), concerns.length],
    [t('answer.objection'), objections.length + unreasoned.length],
    ...(unreasoned.length > 0 ? [[t('unreasoned'), unreasoned.length] as [string, number]] : []),
    [t('answer.stand-aside'), standAside.length],
    [t('missing'), missing],
  ]
  return [
    ...proposal,
    barsBlock(
      { title: t('turn', { turn }), head: [t('answer'), t('people')], rows },
      rows.map(([label, value]) => ({ label, value })),
    ),
    ...reasonTable(result, t),
    ...unreasoned.map((judged): Block => text(t('judged', { ...judged }))),
    text(t(`outcome.${result.outcome}`)),
  ]
}

/** The points of the round before that are not in this text as they were. */
function formerPoints({ was = [], options }: ConsentPaper): string[] {
  const labels = (points: typeof options) => points.map(({ label }) => label)
  return changedPoints(labels(was), labels(options))
    .filter(({ kind }) => kind === 'changed' || kind === 'gone')
    .map(({ pieces }) => pieces.map(({ kind, text }) => (kind === 'new' ? '' : text)).join(''))
}

function reasonTable({ objections, concerns, standAside }: ConsentResult, t: Translate): Block[] {
  const said = (answer: string, reasons: string[]) =>
    reasons.filter((reason) => reason !== '').map((reason) => [t(`answer.${answer}`), reason])
  const rows = [
    ...said('objection', objections),
    ...said('concern', concerns),
    ...said('stand-aside', standAside),
  ]
  return rows.length === 0 ? [] : [{ type: 'table', head: [t('answer'), t('reason')], rows }]
}

function review(date: string, t: Translate): string {
  return date !== '' ? t('review', { date }) : t('noReview')
}

function text(words: string): Block {
  return { type: 'text', text: words }
}
