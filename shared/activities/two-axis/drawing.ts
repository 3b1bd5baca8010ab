// How the result of two axes is drawn: points by priority, the place of the cut, which opinions are too far apart.
// Called by Wall.svelte and the report.
import type { OptionEntry } from '../../voting.ts'
import { byRank } from '../../report/rounds.ts'
import type { AxesCount, AxesPaper } from './activity.ts'

/** An option with its number on the map, and its place and spread from 0 to 1. */
export interface AxesPoint extends OptionEntry {
  /** Place by priority, from 1; null where nobody placed it. */
  place: number | null
  x: number
  y: number
  spreadX: number
  spreadY: number
  /** Fewer than two people placed it. */
  faint: boolean
  /** Half of the room is spread over more than two fifths of an axis: "to be discussed" (methods, sheet A16). */
  wide: boolean
}

const WIDE = 0.4

/** All options, the first by priority first; those that nobody placed last. */
export function axesPoints(paper: AxesPaper, { items, priority, ratings }: AxesCount): AxesPoint[] {
  const length = paper.max - paper.min
  const places = new Map(priority.map((id, i) => [id, i + 1]))
  return byRank(paper.options, (id) => places.get(id)).map(({ option, rank }) => {
    const { effort, impact, iqrEffort, iqrImpact } = items[option.id] ?? {}
    const [spreadX, spreadY] = [(iqrEffort ?? 0) / length, (iqrImpact ?? 0) / length]
    return {
      ...option,
      place: rank,
      x: ((effort ?? paper.min) - paper.min) / length,
      y: ((impact ?? paper.min) - paper.min) / length,
      spreadX,
      spreadY,
      faint: (ratings[option.id] ?? 0) < 2,
      wide: Math.max(spreadX, spreadY) > WIDE,
    }
  })
}

/** Where the axes are cut, from 0 to 1: the midpoint, or the room's own medians. */
export function cutOf(paper: AxesPaper, { cut }: AxesCount): { x: number; y: number } {
  const share = (value: number | null | undefined) =>
    ((value ?? paper.midpoint) - paper.min) / (paper.max - paper.min)
  return { x: share(cut?.[1]), y: share(cut?.[0]) }
}
