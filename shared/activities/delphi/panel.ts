// From estimates to what a panel says: the middle half, the agreement announced before, arguments from outside, drift.
// Pure; the order of ballots never matters. Called by activity.ts.
import { parseFraction, showFraction, toNumber, type Fraction } from '../../counting/fraction.ts'
import { quartiles } from '../../counting/quantiles.ts'
import type { DelphiPaper } from './activity.ts'
import type { OptionEntry } from '../../voting.ts'
import { isSeveral, type AnyEstimate, type EstimateBallot } from './ballot.ts'
import { panelAgreement, panelFigures, panelStability, STABLE_BELOW } from './count.ts'

/** Group data of a panel smaller than this tell who said what: in real time there are none (Gordon & Pease 2006). */
export const PANEL = 5

export interface DelphiResult {
  n: number
  median: number | null
  q1: number | null
  q3: number | null
  iqr: number | null
  consensus: boolean
  /** Share near the median as '7/9', where that is the rule; null without answers. */
  near: string | null
  /** All estimates from the lowest, so that rounds can be laid side by side. */
  values: number[]
  /** Arguments given with estimates outside of the middle half, by estimate; nobody's name. */
  outside: { value: number; reason?: string }[]
  /** How many outside gave no argument. */
  silent: number
  /** In real time: the median of first answers, and how many have changed theirs. */
  drift?: { from: number; moved: number }
  /** From the second round on: of those who answered in the round before too, how many changed, and the net change as '4/9'. */
  both?: { n: number; changed: number; net: string; stable: boolean }
}

/** Several statements: how many answered at all, and each one by its id. */
export interface StatementsResult {
  n: number
  each: Record<string, DelphiResult>
}

/** Of one estimate, or of several statements. */
export type PanelResult = DelphiResult | StatementsResult

/** By what the paper asks; a ballot that leaves a statement out says nothing of it. */
export function countPanel(paper: DelphiPaper, ballots: readonly AnyEstimate[]): PanelResult {
  if (paper.options.every(({ id }) => id === 'estimate'))
    return countEstimates(paper, ballots.filter((ballot) => !isSeveral(ballot)) as EstimateBallot[])
  const several = ballots.filter(isSeveral)
  const each = paper.options.map(({ id }): [string, DelphiResult] => [
    id,
    countEstimates(
      paper,
      several.flatMap((ballot) => (Object.hasOwn(ballot, id) ? [ballot[id]!] : [])),
    ),
  ])
  return { n: several.length, each: Object.fromEntries(each) }
}

/** The result statement by statement; a single estimate is one without a name. */
export function partsOf(
  { options }: Pick<DelphiPaper, 'options'>,
  result: PanelResult,
): { option?: OptionEntry; result: DelphiResult }[] {
  if (!('each' in result)) return [{ result }]
  return options.flatMap((option) => {
    const part = result.each[option.id]
    return part ? [{ option, result: part }] : []
  })
}

/** The result of one statement, in a round that may not have had it. */
export function partOf(
  result: PanelResult | undefined,
  statement: string | undefined,
): DelphiResult | undefined {
  if (!result) return undefined
  if (!('each' in result)) return result
  return statement === undefined ? undefined : result.each[statement]
}

/** True where people answered in real time, but too few of them for figures. */
export function isFew({ n, median }: DelphiResult): boolean {
  return n > 0 && median === null
}

/** Everything a room or a report says of one round; in real time, of fewer than five answers, their number alone. */
function countEstimates(paper: DelphiPaper, ballots: readonly EstimateBallot[]): DelphiResult {
  if (paper.live && ballots.length < PANEL) return { ...NOTHING, n: ballots.length }
  const sorted = [...ballots].sort(
    (a, b) => a.value - b.value || compareTexts(a.reason ?? '', b.reason ?? ''),
  )
  const values = sorted.map(({ value }) => value)
  const exact = values.map(parseFraction)
  const figures = panelFigures(exact, parseFraction(paper.iqrThreshold))
  const agreement = panelAgreement(exact, parseFraction(paper.width), parseFraction(paper.threshold))
  const shown = (value: Fraction | null) => value && toNumber(value)
  const outside = figures.outside.map((i) => said(sorted[i]!))
  return {
    n: figures.n,
    median: shown(figures.median),
    q1: shown(figures.q1),
    q3: shown(figures.q3),
    iqr: shown(figures.iqr),
    consensus: paper.rule === 'agreement' ? agreement.consensus : figures.consensus,
    near: paper.rule === 'agreement' && agreement.share ? showFraction(agreement.share) : null,
    values,
    outside,
    silent: outside.filter(({ reason }) => reason === undefined).length,
    ...driftOf(paper, ballots),
    ...bothOf(paper, ballots),
  }
}

const NOTHING: DelphiResult = {
  ...{ n: 0, median: null, q1: null, q3: null, iqr: null },
  ...{ consensus: false, near: null, values: [], outside: [], silent: 0 },
}

/** What is read by all: not what the same person said before. */
function said({ first: _, before: __, ...estimate }: EstimateBallot): EstimateBallot {
  return estimate
}

/** Those of both rounds alone are compared: who came or left has changed nothing (Scheibe, Skutsch & Schofer 1975). */
function bothOf({ live }: DelphiPaper, ballots: readonly EstimateBallot[]): Pick<DelphiResult, 'both'> {
  const pairs = ballots.flatMap(({ before, value }) => (before === undefined ? [] : [{ before, value }]))
  if (live || pairs.length === 0) return {}
  const { netChange, stable } = panelStability(
    pairs.map(({ before }) => before),
    pairs.map(({ value }) => value),
    STABLE_BELOW,
  )
  const changed = pairs.filter(({ before, value }) => before !== value).length
  return { both: { n: pairs.length, changed, net: showFraction(netChange!), stable } }
}

/** An answer that never changed is its own first one. */
function driftOf({ live }: DelphiPaper, ballots: readonly EstimateBallot[]): Pick<DelphiResult, 'drift'> {
  const firsts = ballots.map(({ value, first = value }) => first)
  const { median } = quartiles(firsts.map(parseFraction))
  if (!live || !median) return {}
  return {
    drift: {
      from: toNumber(median),
      moved: ballots.filter(({ value, first = value }) => first !== value).length,
    },
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
