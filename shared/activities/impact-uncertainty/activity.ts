// Impact and uncertainty: each person places the drivers of change, and the critical uncertainties appear (Schwartz 1991).
// A driver that fewer than three people placed is shown, but never proposed.
import * as z from 'zod'
import { checkAxes, middleOf, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import { dropKey } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity, type CarriedNote } from '../activity.ts'
import { notesOf, paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { boardSettings, openly, sorting } from '../zone-board.ts'
import { countDrivers, type DriversResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { proposed, proposedAxes } from './picks.ts'
import { driversReport } from './report.ts'

/** Drivers that a room places in one go. */
const MOST = 25

const settings = z.object({
  ...sourceSettings,
  /** Of both axes, which run from 0 to 10; a value on it counts as high. */
  midpoint: z.number().min(0).max(10).default(5),
  /** The room writes the drivers itself, before it places them. */
  collect: z.boolean().default(false),
  ...boardSettings,
})

export interface DriverPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

/** With how many placed each driver. */
export interface DriversCount extends DriversResult {
  ratings: Record<string, number>
  /** How wide the middle half of the opinions lies on each axis. */
  spreads: Record<string, { x: number; y: number }>
}

export const impactUncertainty = defineActivity<
  z.output<typeof settings>,
  DriverPaper,
  AxesBallot,
  DriversCount
>({
  kind: 'impact-uncertainty',
  settings,
  steps: (s) => [
    ...(s.collect ? [openly(s, 'collect', 6), sorting(s, 'sort', 4)] : []),
    ...voteSteps({ read: 3, vote: 8, show: 8 }),
  ],
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (notes, { midpoint, ...source }) => ({
      options: paperOptions(notes, source),
      rev: 1,
      min: 0,
      max: 10,
      midpoint,
    }),
    check: checkAxes,
    withoutOption: dropKey,
    before: ({ length: count }) => [
      ...(count === 0 ? [{ key: 'advice.none' }] : []),
      ...(count > MOST ? [{ key: 'advice.many', params: { count, most: MOST } }] : []),
    ],
    advise: ({ options }, result) => {
      const placed = options.filter(({ id }) => (result.ratings[id] ?? 0) > 0).length
      if (placed === 0) return []
      return [
        ...(placed < options.length
          ? [{ key: 'advice.unplaced', params: { count: options.length - placed } }]
          : []),
        ...(proposedAxes(result).length < 2 ? [{ key: 'advice.noAxes' }] : []),
      ]
    },
    count: ({ options, midpoint }, ballots) => {
      const placed = options.map(({ id }) => ({ option: id, places: placesOf(id, ballots) }))
      const ratings = Object.fromEntries(placed.map(({ option, places }) => [option, places.x.length]))
      const wide = (values: Parameters<typeof middleOf>[0]) => {
        const middle = middleOf(values)
        return middle ? toNumber(middle.spread) : 0
      }
      const spreads = placed.map(
        ({ option, places }) => [option, { x: wide(places.x), y: wide(places.y) }] as const,
      )
      return {
        ...countDrivers(placed, parseFraction(midpoint)),
        ratings,
        spreads: Object.fromEntries(spreads),
      }
    },
  },
  legacy: ({ round }) => (round ? { drivers: driversOf(round.paper, round.result) } : {}),
  report: driversReport,
  messages,
})

/** The critical uncertainties that may become axes, the most critical first. */
function driversOf(paper: DriverPaper, result: DriversCount): CarriedNote[] {
  const byId = new Map(paper.options.map((option) => [option.id, option]))
  return notesOf(proposed(result).flatMap((id) => byId.get(id) ?? []))
}
