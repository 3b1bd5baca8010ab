// The names of the axes and of the four corners, as settings or messages say them. Called by the report and the faces.
import type { Translate } from '../../i18n/translate.ts'
import type { AxesPaper } from './activity.ts'
import type { AxesResult, Quadrant } from './count.ts'

type Names = Pick<AxesPaper, 'xLabel' | 'yLabel'>

/** Effort and impact, or what the settings call them. */
export function axisNames(paper: Names, t: Translate): { x: string; y: string } {
  return { x: paper.xLabel ?? t('axis.x'), y: paper.yLabel ?? t('axis.y') }
}

/** "Quick win" on effort and impact; on other axes, where the corner lies. */
export function quadrantName(paper: Names, quadrant: Quadrant, t: Translate): string {
  const own = paper.xLabel !== undefined || paper.yLabel !== undefined
  return t(`${own ? 'corner' : 'quadrant'}.${quadrant}`, axisNames(paper, t))
}

/** What the map comes to, in a sentence: what is quick to win, or what comes first on other axes; empty where nobody placed anything. */
export function axesVerdict(
  paper: Pick<AxesPaper, 'options'> & Names,
  { items, priority }: AxesResult,
  t: Translate,
  shorten = (label: string) => label,
): string {
  const own = paper.xLabel !== undefined || paper.yLabel !== undefined
  const wins = priority.filter((id) => items[id]?.quadrant === 'quick-win')
  const first = paper.options.find(({ id }) => id === (own ? priority[0] : (wins[0] ?? priority[0])))
  if (!first) return ''
  const said = { count: wins.length, label: shorten(first.label), ...axisNames(paper, t) }
  return t(own ? 'verdict.own' : 'verdict', said)
}
