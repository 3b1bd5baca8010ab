// Delphi: everybody estimates alone with an argument, reads the middle half and the arguments outside, estimates again
// (Linstone & Turoff 1975; in real time: Gordon & Pease 2006). The agreement looked for is announced before.
import * as z from 'zod'
import type { Paper } from '../../voting.ts'
import { defineActivity, type Advice, type Step } from '../activity.ts'
import { shareSetting } from '../voting-settings.ts'
import { readEstimate, type EstimateBallot } from './ballot.ts'
import messages from './messages.json' with { type: 'json' }
import { countEstimates, type DelphiResult } from './panel.ts'
import { delphiReport } from './report.ts'

const settings = z
  .object({
    rounds: z.number().int().min(1).max(3).default(2),
    /** No rounds: whoever has answered sees the middle half move, and may change at any time. */
    live: z.boolean().default(false),
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

/** Group data of a panel smaller than this tell who said what (methods, sheet B5). */
const PANEL = 5

export const delphi = defineActivity<z.output<typeof settings>, DelphiPaper, EstimateBallot, DelphiResult>({
  kind: 'delphi',
  settings,
  steps: ({ rounds, live }) =>
    live ? liveSteps() : Array.from({ length: rounds }, (_, i) => roundSteps(i + 1)).flat(),
  poll: {
    type: 'number',
    secrecy: () => 'facilitator',
    paper: (_, { min, max, unit, live, rule, iqrThreshold, width, threshold }, t) => ({
      options: [{ id: 'estimate', label: t('estimate') }],
      rev: 1,
      ...{ min, max, unit, live, rule, width, threshold },
      iqrThreshold: iqrThreshold ?? usualThreshold(max - min),
    }),
    check: readEstimate,
    count: countEstimates,
    advise: (_, { n, outside, silent }) => {
      const advice: (Advice | false)[] = [
        n > 0 && n < PANEL && { key: 'advice.small', params: { n, panel: PANEL } },
        silent > 0 && { key: 'advice.silent', params: { count: silent } },
        n > 0 && outside.length === 0 && { key: 'advice.nobodyOutside' },
      ]
      return advice.filter((one) => one !== false)
    },
  },
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

function liveSteps(): Step[] {
  return [
    { id: 'live', minutes: 15, ...quiet, poll: true, results: 'answered' },
    { id: 'show-live', minutes: 8, ...quiet, results: 'shown' },
  ]
}

function usualThreshold(range: number): number {
  if (range <= 6) return 1
  return range <= 10 ? 2 : range / 5
}
