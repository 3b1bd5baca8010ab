// Who drives and who is driven, as a drawing. Called by the reports of the structural analysis and of the actor strategies.
import { planeOf } from '../counting/influence-plane.ts'
import type { Translate } from '../i18n/translate.ts'
import type { OptionEntry } from '../voting.ts'
import type { Drawing } from './drawing.ts'
import { drawPlane } from './plane.ts'

type Corners = readonly [string, string, string, string]

/** One point for each element; `corners` are keys of the exercise, upper left, upper right, lower left, lower right. */
export function drawInfluence(
  elements: readonly OptionEntry[],
  result: Parameters<typeof planeOf>[1],
  corners: Corners,
  t: Translate,
): Drawing {
  const { spots, cut } = planeOf(elements, result)
  const [a, b, c, d] = corners
  return drawPlane({
    title: t('result'),
    x: { label: t('table.dependence') },
    y: { label: t('table.influence') },
    cut,
    corners: [t(`corner.${a}`), t(`corner.${b}`), t(`corner.${c}`), t(`corner.${d}`)],
    points: spots.map((spot, i) => ({ ...spot, label: elements[i]!.label })),
  })
}
