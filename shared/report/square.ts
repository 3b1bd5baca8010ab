// Two axes of one scale as a drawing, cut in the middle of it. Called by the reports of risks and of the Polak game.
import type { Translate } from '../i18n/translate.ts'
import type { Drawing } from './drawing.ts'
import { drawPlane, type PlaneView } from './plane.ts'

interface Scale {
  min: number
  max: number
  midpoint: number
}

/** Points on the scale itself, as they were given; the words are the exercise's own (`result`, `axis.x`, `axis.y`). */
export function drawSquare(
  { min, max, midpoint }: Scale,
  points: PlaneView['points'],
  t: Translate,
  corners?: NonNullable<PlaneView['corners']>,
): Drawing {
  const ends = { from: String(min), to: String(max) }
  const at = (value: number) => (value - min) / (max - min)
  return drawPlane({
    title: t('result'),
    x: { label: t('axis.x'), ...ends },
    y: { label: t('axis.y'), ...ends },
    cut: { x: at(midpoint), y: at(midpoint) },
    ...(corners && { corners }),
    points: points.map((point) => ({ ...point, x: at(point.x), y: at(point.y) })),
  })
}
