// Cross impact of probabilities, two or three hypotheses: how likely is each, and how likely if another comes true or does not?
// Do the answers go together, and which whole scenarios follow (Duperrin & Godet 1974; in the manner of SMIC)?
import * as z from 'zod'
import { cellsOf, checkCells, shortName, type CellBallot, type Grid } from '../../counting/grid.ts'
import type { Note } from '../../board/note.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, type Advice } from '../activity.ts'
import { notesOf, paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countChances, PERCENTS, type ChanceCount } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { chanceReport, scenarioWords } from './report.ts'

/** Every further hypothesis more than doubles the questions: three are fifteen of them already (docs/foresight.md#cross-impact-probabilities). */
const LEAST = 2
const MOST = 3
/** Scenarios that later exercises may take for their futures. */
const WORLDS = 4
/** Fewer whole ballots tell of persons and not of a room. */
const FEW = 3

const settings = z.object({
  /** The hypotheses. */
  ...sourceSettings,
  /** Points of a hundred by which answers may miss each other and still go together. */
  tolerance: z.number().int().min(0).max(20).default(5),
})

/** Its options are chances asked for: of each hypothesis, then of each one if another comes true, and if it does not. */
export interface ChancePaper extends Paper {
  grids: [Grid, Grid, Grid]
  subjects: OptionEntry[]
  tolerance: number
}

export const crossImpact = defineActivity<z.output<typeof settings>, ChancePaper, CellBallot, ChanceCount>({
  kind: 'cross-impact',
  settings,
  steps: () => voteSteps({ read: 5, vote: 10, show: 12 }),
  poll: {
    type: 'cells',
    secrecy: () => 'secret',
    paper: (notes, { tolerance, ...source }, t) => {
      const subjects = paperOptions(notes, source)
      const names = subjects.slice(0, MOST).map(({ label }) => label)
      const square = { rows: names, columns: names, levels: PERCENTS, square: true } as const
      const grids: [Grid, Grid, Grid] = [
        { id: 'chance', rows: names, columns: [''], levels: PERCENTS },
        { id: 'if', ...square },
        { id: 'ifnot', ...square },
      ]
      const options = grids.flatMap((grid) =>
        cellsOf(grid, (from, to) => t(`cell.${grid.id}`, { from: shortName(from), to: shortName(to) })),
      )
      return { options, rev: 1, subjects, grids, tolerance }
    },
    check: checkCells,
    count: countChances,
    before: ({ length: count }) => [
      ...(count < LEAST ? [{ key: 'advice.least', params: { count, least: LEAST } }] : []),
      ...(count > MOST ? [{ key: 'advice.most', params: { count, most: MOST } }] : []),
    ],
    advise: ({ tolerance }, { n, whole, coherent, pairs }) => {
      const apart = pairs.filter(({ together }) => !together).length
      const advice: (Advice | false)[] = [
        n > whole && { key: 'advice.partial', params: { count: n - whole } },
        whole > coherent && { key: 'advice.apart', params: { count: whole - coherent, tolerance } },
        apart > 0 && { key: 'advice.roomApart', params: { count: apart } },
        whole > 0 && whole < FEW && { key: 'advice.few', params: { count: whole } },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  legacy: ({ round, t }) => {
    if (!round) return {}
    const { paper, result } = round
    const worlds = result.scenarios.slice(0, WORLDS).map(({ happens }, i): Note => ({
      id: `scenario-${happens.map(Number).join('')}`,
      text: scenarioWords(paper, happens, t),
      tone: 'craie',
      at: [0.5, 0.5],
      order: `a${i}`,
    }))
    return { notes: notesOf(paper.subjects), worlds }
  },
  report: chanceReport,
  messages,
})
