// Delphi: everybody estimates alone with an argument, reads the middle half and the arguments outside, estimates again
// (Linstone & Turoff 1975; in real time: Gordon & Pease 2006). The agreement looked for is announced before.
import * as z from 'zod'
import { isId } from '../../ids.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { defineActivity, type Advice, type Step } from '../activity.ts'
import { paperOptions, shareSetting } from '../voting-settings.ts'
import { readEstimates, type AnyEstimate } from './ballot.ts'
import messages from './messages.json' with { type: 'json' }
import { countPanel, isFew, PANEL, partsOf, type PanelResult } from './panel.ts'
import { delphiReport } from './report.ts'

/** A room estimates so many statements in a quarter of an hour (docs/foresight.md#delphi: 4 to 6). */
const MOST = 8
/** In real time: seconds without a change after which the vote is over. */
const STILL = 90
/** The only thing to estimate, where there are no statements. */
const ALONE = 'estimate'

const settings = z
  .object({
    /** What is estimated on the same scale, one a line; none: the question of the activity. */
    statements: z.array(z.string().trim().min(1).max(LIMITS.question)).max(MOST).default([]),
    /** Instead: the notes of this activity. */
    from: z.string().refine(isId, 'id').optional(),
    rounds: z.number().int().min(1).max(3).default(2),
    /** No rounds: whoever has answered sees the middle half move, and may change at any time. */
    live: z.boolean().default(false),
    /** In real time: the vote closes after so many seconds without a change; 0 for never. */
    still: z.number().int().min(0).max(600).default(STILL),
    min: z.number().min(-1_000_000).max(1_000_000).default(1),
    max: z.number().min(-1_000_000).max(1_000_000).default(5),
    /** Said after a figure: years, euros. */
    unit: z.string().trim().max(20).default(''),
    /** What an agreement is: a narrow middle half, or many near the median. */
    rule: z.enum(['iqr', 'agreement']).default('iqr'),
    /** The widest middle half that is an agreement; default: 1 up to seven points, 2 up to ten, else a fifth of the scale. */
    iqrThreshold: z.number().min(0).max(1_000_000).optional(),
    /** The other rule: at least this share within this distance of the median. */
    width: z.number().min(0).max(1_000_000).default(1),
    threshold: shareSetting('3/4'),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'max is above min' })

export interface DelphiPaper extends Paper {
  min: number
  max: number
  unit: string
  live: boolean
  rule: 'iqr' | 'agreement'
  iqrThreshold: number
  width: number
  threshold: string
}

export const delphi = defineActivity<z.output<typeof settings>, DelphiPaper, AnyEstimate, PanelResult>({
  kind: 'delphi',
  settings,
  steps: ({ rounds, live, still }) =>
    live ? liveSteps(still) : Array.from({ length: rounds }, (_, i) => roundSteps(i + 1)).flat(),
  poll: {
    type: ({ options }) => (options.some(({ id }) => id !== ALONE) ? 'estimates' : 'number'),
    // A panel is anonymous, to the desk too: who argued what is nobody's business but the argument's (Linstone & Turoff 1975).
    secrecy: () => 'secret',
    paper: (notes, { statements, from, min, max, unit, live, rule, iqrThreshold, width, threshold }, t) => {
      const subjects = asked(statements, from === undefined ? [] : paperOptions(notes, {}), t('estimate'))
      return {
        options: subjects.slice(0, MOST),
        rev: 1,
        ...{ min, max, unit, live, rule, width, threshold },
        iqrThreshold: iqrThreshold ?? usualThreshold(max - min),
        // Of too many the desk learns how many there are.
        ...(subjects.length > MOST ? { subjects } : {}),
      }
    },
    check: readEstimates,
    count: countPanel,
    before: ({ length: count }) =>
      count > MOST ? [{ key: 'advice.most', params: { count, most: MOST } }] : [],
    advise: (paper, result) => {
      const parts = partsOf(paper, result).map(({ result }) => result)
      const { n } = result
      const silent = parts.reduce((sum, part) => sum + part.silent, 0)
      const unanswered = parts.filter((part) => part.n === 0).length
      const few = parts.filter(isFew).length
      const advice: (Advice | false)[] = [
        n > 0 && n < PANEL && { key: 'advice.small', params: { n, panel: PANEL } },
        n > 0 && unanswered > 0 && { key: 'advice.unanswered', params: { count: unanswered } },
        n >= PANEL && few > 0 && { key: 'advice.few', params: { count: few, panel: PANEL } },
        silent > 0 && { key: 'advice.silent', params: { count: silent } },
        n > 0 &&
          few === 0 &&
          parts.every(({ outside }) => outside.length === 0) && { key: 'advice.nobodyOutside' },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  // What is answered here is no proposal that a later exercise could be about.
  legacy: ({ notes }) => ({ notes }),
  report: delphiReport,
  messages,
})

const quiet = { pads: 'off', board: 'none' } as const

function roundSteps(round: number): Step[] {
  return [
    { id: `vote-${round}`, minutes: 4, ...quiet, poll: true, results: 'hidden' },
    { id: `show-${round}`, minutes: 6, ...quiet, results: 'shown' },
  ]
}

function liveSteps(still: number): Step[] {
  const ends = still > 0 ? { still: { seconds: still, from: PANEL } } : {}
  return [
    { id: 'live', minutes: 15, ...quiet, poll: true, results: 'answered', timeUp: 'pollClose', ...ends },
    { id: 'show-live', minutes: 8, ...quiet, results: 'shown' },
  ]
}

function usualThreshold(range: number): number {
  if (range <= 6) return 1
  return range <= 10 ? 2 : range / 5
}

/** Statements as they are written, else as they were carried, else the one estimate that the question asks for. */
function asked(written: string[], carried: OptionEntry[], alone: string): OptionEntry[] {
  if (written.length > 0) return written.map((label, i) => ({ id: `s${i + 1}`, label }))
  return carried.length > 0 ? carried : [{ id: ALONE, label: alone }]
}
