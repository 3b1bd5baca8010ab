// The names of the axes and of the four corners, as settings or messages say them. Called by the report and the faces.
import type { Translate } from '../../i18n/translate.ts'
import type { AxesPaper } from './activity.ts'
import type { Quadrant } from './count.ts'

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
