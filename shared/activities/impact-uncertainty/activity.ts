// Impact and uncertainty: each person places the drivers of change, and the critical uncertainties appear (Schwartz 1991).
// A driver that fewer than three people placed is shown, but never proposed.
import * as z from 'zod'
import { checkAxes, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { parseFraction } from '../../counting/fraction.ts'
import { dropKey } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countDrivers, type DriversResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { driversReport } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  /** Of both axes, which run from 0 to 10; a value on it counts as high. */
  midpoint: z.number().min(0).max(10).default(5),
})

export interface DriverPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

/** With how many placed each driver. */
export interface DriversCount extends DriversResult {
  ratings: Record<string, number>
}

export const impactUncertainty = defineActivity<
  z.output<typeof settings>,
  DriverPaper,
  AxesBallot,
  DriversCount
>({
  kind: 'impact-uncertainty',
  settings,
  steps: () => voteSteps({ read: 3, vote: 8, show: 8 }),
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
    count: ({ options, midpoint }, ballots) => {
      const placed = options.map(({ id }) => ({ option: id, places: placesOf(id, ballots) }))
      const ratings = Object.fromEntries(placed.map(({ option, places }) => [option, places.x.length]))
      return { ...countDrivers(placed, parseFraction(midpoint)), ratings }
    },
  },
  report: driversReport,
  messages,
})
