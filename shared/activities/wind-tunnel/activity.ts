// Wind tunnel: each option is scored in each scenario from -2 to +2; a robust one stands up in all of them
// (van 't Klooster & van Asselt 2006). Scenarios are those of the cross, or any others.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach, checkLevel } from '../../counting/choices.ts'
import type { Translate } from '../../i18n/translate.ts'
import { isId } from '../../ids.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, NOTHING_CARRIED, type Carried, type CarriedNote } from '../activity.ts'
import { notesOf, paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countCells, type CellBallot, type WindCount } from './cells.ts'
import messages from './messages.json' with { type: 'json' }
import { windReport } from './report.ts'

const MOST = 2
const MOST_SCENARIOS = 8
const SCENARIO = 'scenario-'
/** Questions that a person answers in ten minutes: eight options in four futures. */
const MOST_CELLS = 32

const settings = z.object({
  ...sourceSettings,
  /** The activity whose futures are the scenarios; else the nearest earlier one. */
  worlds: z.string().refine(isId, 'id').optional(),
  /** Names of the scenarios; without any, the futures carried over, else four that are numbered. */
  scenarios: z.array(z.string().trim().min(1).max(LIMITS.name)).max(MOST_SCENARIOS).default([]),
})

/** Its options are cells, one for each option in each scenario; `items` are what is being tested, `subjects` both. */
export interface WindPaper extends Paper {
  min: number
  max: number
  items: OptionEntry[]
  scenarios: string[]
  subjects: OptionEntry[]
}

export const windTunnelVote = defineActivity<z.output<typeof settings>, WindPaper, CellBallot, WindCount>({
  kind: 'wind-tunnel',
  settings,
  steps: () => voteSteps({ read: 3, vote: 10, show: 10 }),
  poll: {
    type: 'score',
    secrecy: () => 'secret',
    paper: (notes, { scenarios: named, ...source }, t, _, carried = NOTHING_CARRIED) => {
      const scenarios = scenariosOf(named, carried, t)
      const items = paperOptions(notes, source).slice(0, Math.floor(LIMITS.options / scenarios.length))
      const futures = scenarios.map((label, i) => ({ id: `${SCENARIO}${i}`, label: t('future', { label }) }))
      const subjects = [...futures, ...items]
      return {
        options: cellsOf(items, scenarios, t),
        rev: 1,
        min: -MOST,
        max: MOST,
        items,
        scenarios,
        subjects,
      }
    },
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) => (value === null ? undefined : checkLevel(paper, value))),
    withoutOption: dropKey,
    before: (subjects) => {
      const items = subjects.filter(({ id }) => !id.startsWith(SCENARIO)).length
      const cells = items * (subjects.length - items)
      return [
        ...(cells === 0 ? [{ key: 'advice.none' }] : []),
        ...(cells > MOST_CELLS ? [{ key: 'advice.many', params: { count: cells, most: MOST_CELLS } }] : []),
      ]
    },
    advise: ({ items }, { results, robustOrder }) => {
      const begun = items.filter(({ id }) => results[id]?.cells.some((cell) => cell !== null)).length
      const count = items.length - robustOrder.length
      if (begun === 0) return []
      return [
        ...(count > 0 ? [{ key: 'advice.gaps', params: { count } }] : []),
        ...(robustOrder.length > 0 && robustOrder.every((id) => (results[id]?.min ?? 0) < 0)
          ? [{ key: 'advice.noneStands' }]
          : []),
      ]
    },
    count: ({ items, scenarios }, ballots) =>
      countCells(
        items.map(({ id }) => id),
        scenarios.length,
        ballots,
      ),
  },
  legacy: ({ round }) => (round ? { notes: bestFirst(round.paper, round.result) } : {}),
  report: windReport,
  messages,
})

/** Those of the settings, else the futures that were named, else numbers. */
function scenariosOf(named: string[], { worlds }: Carried, t: Translate): string[] {
  if (named.length > 0) return named
  if (worlds.length > 0) return worlds.slice(0, MOST_SCENARIOS).map(({ text }) => text)
  return [1, 2, 3, 4].map((number) => t('scenario', { number }))
}

/** What was tested, the most robust first. */
function bestFirst({ items }: WindPaper, { robustOrder }: WindCount): CarriedNote[] {
  const place = (id: string) => (robustOrder.includes(id) ? robustOrder.indexOf(id) : items.length)
  return notesOf(items.toSorted((a, b) => place(a.id) - place(b.id)))
}

function cellsOf(items: readonly OptionEntry[], scenarios: readonly string[], t: Translate): OptionEntry[] {
  return items.flatMap(({ label }, row) =>
    scenarios.map((scenario, column) => ({
      id: `cell-${row}-${column}`,
      label: t('cell', { option: label, scenario }),
    })),
  )
}
