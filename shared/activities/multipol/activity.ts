// Multipol: actions judged by criteria under several policies; a robust action is good under all of them (Godet 1994).
// Every cell is judged from the phones; the weights of a policy are written in the settings, or judged by the room too.
import * as z from 'zod'
import { dealOf, RATINGS } from '../../counting/deal.ts'
import { cellsOf, checkCells, shortName, type CellBallot, type Grid } from '../../counting/grid.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, type Advice } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countActions, type ActionsCount } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { readPolicy, type Policy } from './policies.ts'
import { actionsReport } from './report.ts'

/** What a room fills in and reads. */
const MOST = { actions: 12, criteria: 8, policies: 5 }
/** French school marks. */
const MARKS = Array.from({ length: 21 }, (_, i) => i)
/** What a policy shares out among the criteria (docs/foresight.md#robust-actions). */
const POINTS = 10

const line = z.string().trim().min(1).max(LIMITS.question)

const settings = z.object({
  /** The actions. */
  ...sourceSettings,
  criteria: z.array(line).max(MOST.criteria).default([]),
  /** One policy a line; with its weights in the order of the criteria, "Sobriety: 5 3 2", or the room shares out ten points. */
  policies: z.array(line).max(MOST.policies).default([]),
  /** Answers that each cell should get. */
  ratings: z.number().int().min(1).max(9).default(RATINGS),
})

export interface ActionsPaper extends Paper {
  /** Actions by criteria, then those policies by criteria whose weights the room judges. */
  grids: [Grid, Grid]
  subjects: OptionEntry[]
  policies: Policy[]
  ratings: number
}

const CRITERION = 'criterion-'

export const multipol = defineActivity<z.output<typeof settings>, ActionsPaper, CellBallot, ActionsCount>({
  kind: 'multipol',
  settings,
  steps: () => voteSteps({ read: 5, vote: 15, show: 15 }),
  poll: {
    type: 'cells',
    secrecy: () => 'secret',
    paper: (notes, { criteria, policies: lines, ratings, ...source }, t, assembly) => {
      const all = paperOptions(notes, source)
      const actions = all.slice(0, MOST.actions).map(({ label }) => label)
      const written = lines.length > 0 ? lines : [t('equal', { weights: criteria.map(() => 1).join(' ') })]
      const policies = written.map((text) => readPolicy(text, criteria.length))
      const judged = policies.filter(({ weights }) => weights === null).map(({ name }) => name)
      const grids: [Grid, Grid] = [
        { id: 'mark', rows: actions, columns: criteria, levels: MARKS },
        { id: 'weight', rows: judged, columns: criteria, levels: [], budget: POINTS },
      ]
      const name = (from: string, to: string) => t('cell', { from: shortName(from), to: shortName(to) })
      const whole = (from: string) => t('cell.weight', { from: shortName(from) })
      const weights = criteria.length > 0 ? cellsOf(grids[1], whole) : []
      const options = [...cellsOf(grids[0], name), ...weights]
      const measured = criteria.map((label, i) => ({
        id: `${CRITERION}${i}`,
        label: t('criterion', { label }),
      }))
      const deal = dealOf(options.length, assembly?.here ?? 0, ratings)
      return { options, rev: 1, subjects: [...all, ...measured], grids, deal, policies, ratings }
    },
    check: checkCells,
    count: countActions,
    before: (subjects) => {
      const actions = subjects.filter(({ id }) => !id.startsWith(CRITERION)).length
      const advice: (Advice | false)[] = [
        actions < 2 && { key: 'advice.least' },
        actions > MOST.actions && { key: 'advice.most', params: { count: actions, most: MOST.actions } },
        actions === subjects.length && { key: 'advice.noCriterion' },
      ]
      return advice.filter((one) => one !== false)
    },
    advise: ({ ratings, policies }, { n, empty, few, discuss, actions, weights }) => {
      if (n === 0) return []
      const unjudged = actions.filter((action) => action === null).length
      const weightless = policies.findIndex((_, p) => (weights[p] ?? []).every((weight) => weight === '0'))
      const advice: (Advice | false)[] = [
        unjudged > 0 && { key: 'advice.unjudged', params: { count: unjudged } },
        weightless !== -1 && { key: 'advice.noWeight', params: { name: policies[weightless]!.name } },
        few > empty && { key: 'advice.fewAnswers', params: { count: few - empty, ratings } },
        discuss.length > 0 && { key: 'advice.discuss', params: { count: discuss.length } },
        policies.length < 2 && { key: 'advice.onePolicy' },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  report: actionsReport,
  messages,
})
