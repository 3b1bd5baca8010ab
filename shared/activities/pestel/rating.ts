// Cards rated by the room, one question at a time: weak signals (Ansoff 1975; Hiltunen 2008) and wild cards (Petersen 1997;
// Mendonça et al. 2004). Pure; the order of ballots never matters. Called by activity.ts and by the faces.
import { compare, fraction, multiply, subtract, toNumber, type Fraction } from '../../counting/fraction.ts'
import { answersOf, type CellBallot, type Grid } from '../../counting/grid.ts'
import { quartiles } from '../../counting/quantiles.ts'
import type { OptionEntry, Paper } from '../../voting.ts'

const FIVE = [1, 2, 3, 4, 5]

/** What is asked of each card. `warning` is days, months, years. */
export const CRITERIA = {
  'weak-signal': { novelty: FIVE, impact: FIVE, visibility: FIVE },
  'wild-card': {
    likelihood: FIVE,
    impact: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5],
    warning: [1, 2, 3],
    readiness: FIVE,
  },
} as const
export type RatedCard = keyof typeof CRITERIA

/** Cards that a room weighs in one go. */
export const MOST_CARDS = 25
/** A signal seen this little, or less, is marked. */
const LITTLE = 2
const READY = 6

/** Its options are cells: each card under each question. */
export interface CardPaper extends Paper {
  card: RatedCard
  grids: Grid[]
  subjects: OptionEntry[]
  /** Of each subject: its domain, or nothing. */
  domains: string[]
  ratings: number
}

export interface RatedItem {
  /** Medians by question; null where nobody answered. */
  medians: Record<string, number | null>
  /** Novelty times impact, or the size of the impact times (6 - readiness); null where one is missing. */
  score: number | null
  /** The fewest answers to one of its questions. */
  ratings: number
}

export interface CardCount {
  n: number
  /** By card. */
  items: Record<string, RatedItem>
  /** Cards with a score, the highest first, then as they were. */
  order: string[]
  /** Questions without an answer, and with fewer than wanted. */
  empty: number
  few: number
}

/** Medians of each question and the score that sorts the cards (a rule of this house). */
export function countCards(paper: CardPaper, ballots: readonly CellBallot[]): CardCount {
  const { grids, subjects, card, ratings } = paper
  const answers = grids.map((grid) => answersOf(grid, ballots).map((row) => row[0] ?? []))
  const rated = subjects.slice(0, grids[0]?.rows.length ?? 0).map(({ id }, row) => {
    const own = answers.map((column) => column[row] ?? [])
    const middles = new Map(grids.map((grid, g) => [grid.id, middle(own[g] ?? [])]))
    const figures = { score: scoreOf(card, middles), ratings: Math.min(...own.map(({ length }) => length)) }
    const medians = Object.fromEntries([...middles].map(([key, value]) => [key, value && toNumber(value)]))
    return { id, ...figures, medians }
  })
  const all = answers.flat()
  return {
    n: ballots.length,
    items: Object.fromEntries(
      rated.map(({ id, score, ...item }) => [id, { ...item, score: score && toNumber(score) }]),
    ),
    order: rated
      .flatMap(({ id, score }, i) => (score ? [{ id, score, i }] : []))
      .sort((a, b) => compare(b.score, a.score) || a.i - b.i)
      .map(({ id }) => id),
    empty: all.filter(({ length }) => length === 0).length,
    few: all.filter(({ length }) => length < ratings).length,
  }
}

/** True for a signal that few have seen yet. */
export function isHidden({ medians }: RatedItem): boolean {
  const seen = medians['visibility']
  return typeof seen === 'number' && seen <= LITTLE
}

/** The middle answer on warning as one of days, months, years. */
export function warningOf({ medians }: RatedItem): 1 | 2 | 3 | null {
  const warning = medians['warning']
  return typeof warning === 'number' ? (Math.min(3, Math.max(1, Math.floor(warning))) as 1 | 2 | 3) : null
}

function scoreOf(card: RatedCard, middles: Map<string, Fraction | null>): Fraction | null {
  const impact = middles.get('impact') ?? null
  if (!impact) return null
  if (card === 'weak-signal') {
    const novelty = middles.get('novelty')
    return novelty ? multiply(novelty, impact) : null
  }
  const readiness = middles.get('readiness')
  const size = impact.num < 0n ? subtract(fraction(0), impact) : impact
  return readiness ? multiply(size, subtract(fraction(READY), readiness)) : null
}

function middle(answers: readonly number[]): Fraction | null {
  return quartiles(answers.map((answer) => fraction(answer))).median
}
