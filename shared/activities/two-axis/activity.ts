// Two axes: each person places the options by effort and impact, and the room sees what is quick to win.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkAxes, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { parseFraction } from '../../counting/fraction.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countAxes, type AxesResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { axesReport } from './report.ts'

const axisName = z.string().trim().min(1).max(40).optional()

const settings = z
  .object({
    ...sourceSettings,
    /** Other names for effort (from left to right) and impact (upwards); the quadrants are then named by them. */
    xLabel: axisName,
    yLabel: axisName,
    min: z.number().int().min(-100).max(99).default(0),
    max: z.number().int().min(1).max(100).default(10),
    /** Default: half way from `min` to `max`. */
    midpoint: z.number().min(-100).max(100).optional(),
    cut: z.enum(['midpoint', 'group-median']).default('midpoint'),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'max is above min' })

export interface AxesPaper extends Paper {
  min: number
  max: number
  midpoint: number
  cut: 'midpoint' | 'group-median'
  xLabel?: string
  yLabel?: string
}

/** With how many placed each option: fewer than two is a hint, not a place. */
export interface AxesCount extends AxesResult {
  ratings: Record<string, number>
}

export const twoAxis = defineActivity<z.output<typeof settings>, AxesPaper, AxesBallot, AxesCount>({
  kind: 'two-axis',
  settings,
  steps: () => voteSteps({ read: 2, vote: 6, show: 5 }),
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (notes, s) => ({
      options: paperOptions(notes, s),
      rev: 1,
      min: s.min,
      max: s.max,
      midpoint: s.midpoint ?? (s.min + s.max) / 2,
      cut: s.cut,
      ...(s.xLabel === undefined ? {} : { xLabel: s.xLabel }),
      ...(s.yLabel === undefined ? {} : { yLabel: s.yLabel }),
    }),
    check: checkAxes,
    withoutOption: dropKey,
    joins: (paper) => paper,
    count: (paper, ballots) => {
      const placed = paper.options.map(({ id }) => ({ option: id, places: placesOf(id, ballots) }))
      const cut = paper.cut === 'group-median' ? paper.cut : parseFraction(paper.midpoint)
      const ratings = Object.fromEntries(placed.map(({ option, places }) => [option, places.x.length]))
      return { ...countAxes(placed, cut), ratings }
    },
  },
  report: axesReport,
  messages,
})
