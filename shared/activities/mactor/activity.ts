// Actor strategies: who can weigh on whom, who is for or against which objective, and which alliances follow
// (Godet 1991). The formulas follow the published literature; nobody claims that the software of that name counts the same.
import * as z from 'zod'
import { dealOf, RATINGS } from '../../counting/deal.ts'
import { cellsOf, checkCells, shortName, type CellBallot, type Grid } from '../../counting/grid.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, type Advice } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countActors, type ActorsCount } from './cells.ts'
import messages from './messages.json' with { type: 'json' }
import { actorsReport } from './report.ts'

/** What a room fills in and reads (docs/foresight.md#actor-strategies: 4 to 10 of each, live). */
const LEAST = 2
const MOST = 10

const settings = z.object({
  /** The actors. */
  ...sourceSettings,
  /** One objective a line, worded as something to do. */
  objectives: z.array(z.string().trim().min(1).max(LIMITS.question)).max(MOST).default([]),
  /** People play the actors: each phone answers for one of them. */
  roles: z.boolean().default(false),
  /** Answers that each cell should get. */
  ratings: z.number().int().min(1).max(9).default(RATINGS),
})

export interface ActorsPaper extends Paper {
  /** Actors on actors, then actors on objectives. */
  grids: [Grid, Grid]
  subjects: OptionEntry[]
  ratings: number
}

const OBJECTIVE = 'objective-'

export const mactor = defineActivity<z.output<typeof settings>, ActorsPaper, CellBallot, ActorsCount>({
  kind: 'mactor',
  settings,
  steps: () => voteSteps({ read: 8, vote: 20, show: 30 }),
  poll: {
    type: 'cells',
    secrecy: () => 'secret',
    paper: (notes, { objectives, roles, ratings, ...source }, t, assembly) => {
      const all = paperOptions(notes, source)
      const actors = all.slice(0, MOST).map(({ label }) => label)
      const mid: Grid = { id: 'mid', rows: actors, columns: actors, levels: [0, 1, 2, 3, 4], square: true }
      const mao: Grid = {
        id: 'mao',
        rows: actors,
        columns: objectives,
        levels: [-4, -3, -2, -1, 0, 1, 2, 3, 4],
      }
      const name = (key: string) => (from: string, to: string) =>
        t(key, { from: shortName(from), to: shortName(to) })
      const options = [...cellsOf(mid, name('cell.mid')), ...cellsOf(mao, name('cell.mao'))]
      const aims = objectives.map((label, i) => ({
        id: `${OBJECTIVE}${i}`,
        label: t('objective', { label }),
      }))
      const own = actors.length - 1 + objectives.length
      const deal = roles
        ? { each: Math.max(1, own), ratings, rows: true as const }
        : dealOf(options.length, assembly?.here ?? 0, ratings)
      return { options, rev: 1, subjects: [...all, ...aims], grids: [mid, mao], deal, ratings }
    },
    check: checkCells,
    count: countActors,
    before: (subjects) => {
      const actors = subjects.filter(({ id }) => !id.startsWith(OBJECTIVE)).length
      const advice: (Advice | false)[] = [
        actors < LEAST && { key: 'advice.least', params: { count: actors, least: LEAST } },
        actors > MOST && { key: 'advice.most', params: { count: actors, most: MOST } },
        actors === subjects.length && { key: 'advice.noObjective' },
      ]
      return advice.filter((one) => one !== false)
    },
    advise: ({ ratings }, { n, empty, few, mid, mao, influence, positions }) => {
      if (n === 0) return []
      const far = mid.discuss.length + mao.discuss.length
      const advice: (Advice | false)[] = [
        empty > 0 && { key: 'advice.empty', params: { count: empty } },
        few > empty && { key: 'advice.fewAnswers', params: { count: few - empty, ratings } },
        far > 0 && { key: 'advice.discuss', params: { count: far } },
        influence.every((value) => value === 0) && { key: 'advice.noInfluence' },
        positions.every((row) => row.every((value) => value === 0)) && { key: 'advice.noSide' },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  report: actorsReport,
  messages,
})
