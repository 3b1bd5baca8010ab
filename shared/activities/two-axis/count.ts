// Impact and effort: the median place of each option, and the quadrant and priority that follow.
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { groupMedian, isHigh, middleOf, shownMiddle, type Middle, type Placed } from '../../counting/axes.ts'
import { compare, subtract, toNumber, type Fraction } from '../../counting/fraction.ts'

/** Drawn with effort from left to right and impact upwards: a place is { x: effort, y: impact }. */
export const QUADRANTS = ['quick-win', 'big-project', 'fill-in', 'avoid'] as const
export type Quadrant = (typeof QUADRANTS)[number]

export interface AxisItem {
  impact: number | null
  effort: number | null
  /** Null where nobody placed it. */
  quadrant: Quadrant | null
  iqrImpact: number | null
  iqrEffort: number | null
}

export interface AxesResult {
  items: Record<string, AxisItem>
  /** Placed options, the most impact for the least effort first. */
  priority: string[]
  /** [impact, effort]: where the room's own medians cut, if the rule says so. */
  cut?: [number | null, number | null]
}

interface Located {
  option: string
  impact: Middle | null
  effort: Middle | null
}

/**
 * Medians and interquartile ranges by option; a value on the line counts as high. Priority: impact - effort, then
 * impact, then the order of the paper. `cut` is a midpoint of the scale, or the median of the options' own medians.
 */
export function countAxes(
  placed: readonly { option: string; places: Placed }[],
  cut: Fraction | 'group-median',
): AxesResult {
  const located = placed.map(({ option, places }) => ({
    option,
    impact: middleOf(places.y),
    effort: middleOf(places.x),
  }))
  const group = cut === 'group-median'
  const cutImpact = group ? groupMedian(located.map(({ impact }) => impact)) : cut
  const cutEffort = group ? groupMedian(located.map(({ effort }) => effort)) : cut
  const items = located.map((one): [string, AxisItem] => [one.option, itemOf(one, cutImpact, cutEffort)])
  return {
    items: Object.fromEntries(items),
    priority: priorityOf(located),
    ...(group ? { cut: [cutImpact && toNumber(cutImpact), cutEffort && toNumber(cutEffort)] } : {}),
  }
}

function itemOf(
  { impact, effort }: Located,
  cutImpact: Fraction | null,
  cutEffort: Fraction | null,
): AxisItem {
  const shown = { impact: shownMiddle(impact), effort: shownMiddle(effort) }
  return {
    impact: shown.impact.median,
    effort: shown.effort.median,
    quadrant:
      impact && effort && cutImpact && cutEffort
        ? quadrantOf(isHigh(impact.median, cutImpact), isHigh(effort.median, cutEffort))
        : null,
    iqrImpact: shown.impact.spread,
    iqrEffort: shown.effort.spread,
  }
}

function quadrantOf(highImpact: boolean, highEffort: boolean): Quadrant {
  if (highImpact) return highEffort ? 'big-project' : 'quick-win'
  return highEffort ? 'avoid' : 'fill-in'
}

function priorityOf(located: readonly Located[]): string[] {
  const gain = ({ impact, effort }: Located) => subtract(impact!.median, effort!.median)
  return located
    .filter(({ impact, effort }) => impact && effort)
    .sort((a, b) => compare(gain(b), gain(a)) || compare(b.impact!.median, a.impact!.median))
    .map(({ option }) => option)
}
