// What a Delphi says in words: estimates, agreement by the rule that was announced, and the shift from the round before.
// Called by Wall.svelte, the report and the phone.
import { showFraction } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import { percent } from '../../voting.ts'
import type { DelphiPaper } from './activity.ts'
import { panelStability, STABLE_BELOW } from './count.ts'
import { isFew, PANEL, type DelphiResult } from './panel.ts'

/** An estimate with its unit; a year is a year and not two thousand and some. */
export function estimateWords(value: number | null, unit: string, t: Translate): string {
  return value === null
    ? ''
    : t('figure', { value: plainNumber(value, t), unit: unit === '' ? 'none' : unit })
}

/** Without groups of thousands, with the decimal mark of the language. */
export function plainNumber(value: number, t: Translate): string {
  return String(Math.round(value * 100) / 100).replace('.', t('decimal'))
}

/** Whether the panel agrees by the rule announced before; of too few answers, that there are no figures. */
export function agreementWords(paper: DelphiPaper, result: DelphiResult, t: Translate): string {
  const { consensus, near, n } = result
  if (isFew(result)) return t('few', { n, panel: PANEL })
  if (paper.rule === 'agreement')
    return t(consensus ? 'near' : 'notNear', { share: shareOf(near ?? '0'), width: paper.width })
  return t(consensus ? 'consensus' : 'noConsensus', { threshold: paper.iqrThreshold })
}

/** Agreed or split, in the few words of a row; or why neither can be said. */
export function verdictWords(result: DelphiResult, t: Translate): string {
  if (result.n === 0) return t('unanswered')
  if (isFew(result)) return t('underPanel', { panel: PANEL })
  return t(result.consensus ? 'agreed' : 'split')
}

/**
 * Of those who answered both times, how many changed; where no phone knows it, the change of the whole, and where people
 * left or came, only how many answered each time. Undefined where there is no round before or one has no figures.
 */
export function shiftWords(
  before: DelphiResult | undefined,
  after: DelphiResult,
  t: Translate,
): string | undefined {
  if (!before || before.median === null || after.median === null) return undefined
  if (after.both) {
    const { n, changed, net, stable } = after.both
    const share = shareOf(net)
    return t('both', { n, changed, share, before: before.n, after: after.n, stable: stable ? 'yes' : 'no' })
  }
  if (before.n !== after.n) return t('others', { before: before.n, after: after.n })
  const { netChange, stable } = panelStability(before.values, after.values, STABLE_BELOW)
  return t(stable ? 'stable' : 'unstable', { share: shareOf(showFraction(netChange!)) })
}

/** '7/9' in percent. */
function shareOf(fraction: string): number {
  const [part, whole = '1'] = fraction.split('/')
  return percent(Number(part), Number(whole)) ?? 0
}
