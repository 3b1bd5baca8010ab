// Structural analysis: if one variable changes, does another change directly? The matrix of the room, and its powers
// (Duperrin & Godet 1973; Godet 1994). Every pair is a cell of its own on the phones; nobody has to fill in all of them.
import * as z from 'zod'
import { dealOf, RATINGS } from '../../counting/deal.ts'
import { cellsOf, checkCells, shortName, type CellBallot, type Grid } from '../../counting/grid.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, type Advice } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countInfluence, POTENTIAL, type InfluenceCount } from './cells.ts'
import messages from './messages.json' with { type: 'json' }
import { influenceReport } from './report.ts'

/** No, weak, medium, strong; potential counts as nothing today, as strong in the potential run. */
const LEVELS = [0, 1, 2, 3, POTENTIAL] as const
/** What a room fills in and reads (docs/foresight.md#structural-analysis: 6 to 15 live). */
const LEAST = 3
const MOST = 15

const settings = z.object({
  /** The variables. */
  ...sourceSettings,
  /** The highest power of the matrix that is looked at. */
  maxPower: z.number().int().min(2).max(12).default(9),
  /** Answers that each cell should get. */
  ratings: z.number().int().min(1).max(9).default(RATINGS),
  /** Potential influences count as strong. */
  potential: z.boolean().default(false),
})

/** Its options are cells, one for each variable on each other one. */
export interface InfluencePaper extends Paper {
  grids: [Grid]
  subjects: OptionEntry[]
  maxPower: number
  ratings: number
  potential: boolean
}

export const micmac = defineActivity<z.output<typeof settings>, InfluencePaper, CellBallot, InfluenceCount>({
  kind: 'micmac',
  settings,
  steps: () => voteSteps({ read: 5, vote: 15, show: 20 }),
  poll: {
    type: 'cells',
    secrecy: () => 'secret',
    paper: (notes, { maxPower, ratings, potential, ...source }, t, assembly) => {
      const subjects = paperOptions(notes, source)
      const names = subjects.slice(0, MOST).map(({ label }) => label)
      const grid: Grid = { id: 'cell', rows: names, columns: names, levels: LEVELS, square: true }
      const options = cellsOf(grid, (from, to) => t('cell', { from: shortName(from), to: shortName(to) }))
      const deal = dealOf(options.length, assembly?.here ?? 0, ratings)
      return { options, rev: 1, subjects, grids: [grid], deal, maxPower, ratings, potential }
    },
    check: checkCells,
    count: countInfluence,
    before: ({ length: count }) => [
      ...(count < LEAST ? [{ key: 'advice.least', params: { count, least: LEAST } }] : []),
      ...(count > MOST ? [{ key: 'advice.most', params: { count, most: MOST } }] : []),
    ],
    advise: ({ ratings }, { n, empty, few, discuss, status, matrix }) => {
      if (n === 0) return []
      const nothing = matrix.every((row) => row.every((value) => value === 0))
      const advice: (Advice | false)[] = [
        empty > 0 && { key: 'advice.empty', params: { count: empty } },
        few > empty && { key: 'advice.fewAnswers', params: { count: few - empty, ratings } },
        discuss.length > 0 && { key: 'advice.discuss', params: { count: discuss.length } },
        nothing ? { key: 'advice.nothing' } : status !== 'stable' && { key: `advice.${status}` },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  report: influenceReport,
  messages,
})
