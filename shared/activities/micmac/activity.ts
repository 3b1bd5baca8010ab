// Structural analysis: if one variable changes, does another change directly? The matrix of the room, and its powers
// (Duperrin & Godet 1973; Godet 1994). Every pair is a cell of its own on the phones; nobody has to fill in all of them.
import * as z from 'zod'
import { checkEach, checkLevel } from '../../counting/choices.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countInfluence, type CellBallot, type InfluenceCount } from './cells.ts'
import messages from './messages.json' with { type: 'json' }
import { influenceReport } from './report.ts'

/** Weak, medium, strong. */
const STRONGEST = 3
/** 14 variables have 182 cells: more than that no room fills in. */
const MOST = 14

const settings = z.object({
  /** The variables. */
  ...sourceSettings,
  /** The highest power of the matrix that is looked at. */
  maxPower: z.number().int().min(2).max(12).default(9),
})

/** Its options are cells, one for each variable on each other one. */
export interface InfluencePaper extends Paper {
  min: number
  max: number
  variables: OptionEntry[]
  maxPower: number
}

export const micmac = defineActivity<z.output<typeof settings>, InfluencePaper, CellBallot, InfluenceCount>({
  kind: 'micmac',
  settings,
  steps: () => voteSteps({ read: 5, vote: 15, show: 20 }),
  poll: {
    type: 'score',
    secrecy: () => 'secret',
    paper: (notes, { maxPower, ...source }, t) => {
      const variables = paperOptions(notes, source).slice(0, MOST)
      return { options: cellsOf(variables, t), rev: 1, min: 0, max: STRONGEST, variables, maxPower }
    },
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) => (value === null ? undefined : checkLevel(paper, value))),
    count: ({ variables, maxPower }, ballots) => countInfluence(variables.length, maxPower, ballots),
  },
  report: influenceReport,
  messages,
})

function cellsOf(variables: readonly OptionEntry[], t: Translate): OptionEntry[] {
  return variables.flatMap((from, row) =>
    variables.flatMap((to, column) =>
      row === column
        ? []
        : { id: `cell-${row}-${column}`, label: t('cell', { from: from.label, to: to.label }) },
    ),
  )
}
