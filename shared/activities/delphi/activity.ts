// Delphi: everybody estimates alone with an argument, reads the middle half and the arguments outside, estimates again
// (Linstone & Turoff 1975; in real time: Gordon & Pease 2006). The agreement looked for is announced before.
import * as z from 'zod'
import { parseFraction, toNumber, type Fraction } from '../../counting/fraction.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity, type Step } from '../activity.ts'
import { readEstimate, type EstimateBallot } from './ballot.ts'
import { panelFigures } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { delphiReport } from './report.ts'

const settings = z
  .object({
    rounds: z.number().int().min(1).max(3).default(2),
    min: z.number().min(-1_000_000).max(1_000_000).default(1),
    max: z.number().min(-1_000_000).max(1_000_000).default(5),
    /** Said after a figure: years, euros. */
    unit: z.string().trim().max(20).default(''),
    /** The widest middle half that is an agreement; default: 1 up to seven points, 2 up to ten, else a fifth of the scale. */
    iqrThreshold: z.number().min(0).max(1_000_000).optional(),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], message: 'max is above min' })

export interface DelphiPaper extends Paper {
  min: number
  max: number
  unit: string
  iqrThreshold: number
}

export interface DelphiResult {
  n: number
  median: number | null
  q1: number | null
  q3: number | null
  iqr: number | null
  consensus: boolean
  /** All estimates from the lowest, so that rounds can be laid side by side. */
  values: number[]
  /** Arguments given with estimates outside of the middle half, by estimate; nobody's name. */
  outside: { value: number; reason?: string }[]
}

export const delphi = defineActivity<z.output<typeof settings>, DelphiPaper, EstimateBallot, DelphiResult>({
  kind: 'delphi',
  settings,
  steps: ({ rounds }) => Array.from({ length: rounds }, (_, i) => roundSteps(i + 1)).flat(),
  poll: {
    type: 'number',
    secrecy: () => 'facilitator',
    paper: (_, { min, max, unit, iqrThreshold }, t) => ({
      options: [{ id: 'estimate', label: t('estimate') }],
      rev: 1,
      min,
      max,
      unit,
      iqrThreshold: iqrThreshold ?? usualThreshold(max - min),
    }),
    check: readEstimate,
    count: countEstimates,
  },
  report: delphiReport,
  messages,
})

function roundSteps(round: number): Step[] {
  const quiet = { pads: 'off', board: 'none' } as const
  return [
    { id: `vote-${round}`, minutes: 4, ...quiet, poll: true, results: 'hidden' },
    { id: `show-${round}`, minutes: 6, ...quiet, results: 'shown' },
  ]
}

function usualThreshold(range: number): number {
  if (range <= 6) return 1
  return range <= 10 ? 2 : range / 5
}

function countEstimates({ iqrThreshold }: DelphiPaper, ballots: EstimateBallot[]): DelphiResult {
  const sorted = [...ballots].sort(
    (a, b) => a.value - b.value || compareTexts(a.reason ?? '', b.reason ?? ''),
  )
  const values = sorted.map(({ value }) => value)
  const figures = panelFigures(values.map(parseFraction), parseFraction(iqrThreshold))
  const shown = (value: Fraction | null) => value && toNumber(value)
  return {
    n: figures.n,
    median: shown(figures.median),
    q1: shown(figures.q1),
    q3: shown(figures.q3),
    iqr: shown(figures.iqr),
    consensus: figures.consensus,
    values,
    outside: figures.outside.map((i) => ({ ...sorted[i]! })),
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
