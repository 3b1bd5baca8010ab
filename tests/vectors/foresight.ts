// Foresight exercises: method of a vector -> our function for it, in the shape of its expectation. Part of methods.ts.
import { coneZone } from '../../shared/activities/cone/cone.ts'
import { panelAgreement, panelFigures, panelStability } from '../../shared/activities/delphi/count.ts'
import { layWheel, type WheelNode } from '../../shared/activities/futures-wheel/layout.ts'
import { countDrivers } from '../../shared/activities/impact-uncertainty/count.ts'
import { countPolak } from '../../shared/activities/polak/count.ts'
import { countCauses } from '../../shared/counting/risks.ts'
import { windTunnel } from '../../shared/activities/wind-tunnel/count.ts'
import { horizonHeights } from '../../shared/activities/three-horizons/curves.ts'
import type { Placed } from '../../shared/counting/axes.ts'
import { kendallW } from '../../shared/counting/concordance.ts'
import { parseFraction, showFraction, toNumber, type Fraction } from '../../shared/counting/fraction.ts'
import { sheetRounds, tableRounds } from '../../shared/counting/rotation.ts'

type Pairs = [number, number][]
type Ratings = Record<string, Pairs>

interface DelphiInput {
  values: number[]
  iqrThreshold: number
}

const shown = (value: Fraction | null) => value && showFraction(value)
const drawn = (value: Fraction | null) => value && toNumber(value)

/** Pairs of (x, y), or of (y, x) where an example says the height first. */
function placesOf(pairs: Pairs, first: 'x' | 'y'): Placed {
  const side = (at: number) => pairs.map((pair) => parseFraction(pair[at]!))
  return first === 'x' ? { x: side(0), y: side(1) } : { x: side(1), y: side(0) }
}

function placed(ratings: Ratings, first: 'x' | 'y') {
  return Object.entries(ratings).map(([option, pairs]) => ({ option, places: placesOf(pairs, first) }))
}

function delphi({ values, iqrThreshold }: DelphiInput) {
  const figures = panelFigures(values.map(parseFraction), parseFraction(iqrThreshold))
  const { n, median, q1, q3, iqr, consensus, outside } = figures
  return { n, median: drawn(median), q1: drawn(q1), q3: drawn(q3), iqr: drawn(iqr), consensus, outside }
}

function wind({ scores }: { scores: Record<string, number[]> }) {
  const options = Object.keys(scores)
  const { results, robustOrder } = windTunnel(options.map((option) => scores[option]!.map(parseFraction)))
  const rows = results.map(({ min, mean, maxRegret }, i) => [
    options[i]!,
    { min: drawn(min), mean: shown(mean), maxRegret: drawn(maxRegret) },
  ])
  return { results: Object.fromEntries(rows), robustOrder: robustOrder.map((i) => options[i]) }
}

function cafe({ tables, seats, rounds }: { tables: number; seats: number; rounds: number }) {
  const seated = tableRounds(tables, seats, rounds)
  const named = seated.tables.map((round) => round.map((table) => table.map((start) => start.join('.'))))
  return { tables: named, maxMeetings: seated.maxMeetings }
}

export const FORESIGHT = {
  brainwriting_rotation: ({ n }: { n: number }) => ({ holder: sheetRounds(n) }),
  delphi,
  delphi_agreement: ({
    values,
    width,
    threshold,
  }: {
    values: number[]
    width: number
    threshold: string
  }) => {
    const found = panelAgreement(values.map(parseFraction), parseFraction(width), parseFraction(threshold))
    return { median: drawn(found.median), share: shown(found.share), consensus: found.consensus }
  },
  delphi_stability: (input: { round1: number[]; round2: number[]; stableBelow: string }) => {
    const { changedShare, netChange, stable } = panelStability(input.round1, input.round2, input.stableBelow)
    return { changedShare: shown(changedShare), netChange: shown(netChange), stable }
  },
  futures_cone_zone: ({ points }: { points: Pairs }) => ({ zones: points.map(coneZone) }),
  futures_wheel_layout: ({ tree, cx, cy, step }: { tree: WheelNode; cx: number; cy: number; step: number }) =>
    layWheel(tree, cx, cy, step),
  impact_uncertainty: ({ midpoint, ratings }: { midpoint: number; ratings: Ratings }) =>
    countDrivers(placed(ratings, 'y'), parseFraction(midpoint)),
  kendall_w: ({ rankings }: { rankings: number[][] }) => ({
    W: shown(kendallW(rankings.map((ranks) => ranks.map(parseFraction)))),
  }),
  polak_game: ({ points, midpoint }: { points: Pairs; midpoint: number }) =>
    countPolak(placesOf(points, 'x'), parseFraction(midpoint)),
  premortem: ({ ratings }: { ratings: Ratings }) => countCauses(placed(ratings, 'x')),
  three_horizons_curves: ({ t }: { t: number[] }) => ({ curves: t.map(horizonHeights) }),
  wind_tunnel: wind,
  world_cafe_rotation: cafe,
}
