// What a row of a result holds, and how many rows of what height have room on a wall.
// Called by RankedRows.svelte, StackedGrades.svelte and the faces; lengths are pixels of the 1920 x 1080 canvas.

export interface ChartRow {
  id: string
  rank?: number | string
  label: string
  tone?: string
  /** In front of the others: on a sheet, filled. */
  kept: boolean
  figure: string
  /** Said under the figure. */
  detail?: string
  /** Too little is known of it: greyed, and said so in its detail. */
  faint?: boolean
}

export interface GradeRow {
  id: string
  rank: number
  label: string
  /** Ballots by grade, from the worst. */
  tally: readonly number[]
  /** The majority grade; null where nobody graded it. */
  grade: number | null
  mention: string
  gauge: string
}

export interface RowRules {
  /** Full rows, at most. */
  most: number
  least: number
  /** A few rows do not grow for ever. */
  tallest: number
  gap: number
  /** Between many rows. */
  tight?: number
  /** Height of the line "+ n others". */
  rest: number
}

export interface RowPlan {
  shown: number
  /** Height of a row. */
  size: number
  gap: number
}

/** From so many rows on they lie closer to each other. */
const MANY = 9

export const BAR_ROWS: RowRules = { most: 12, least: 30, tallest: 200, gap: 8, tight: 5, rest: 46 }

export const GRADE_ROWS: RowRules = { most: 12, least: 36, tallest: 400, gap: 14, tight: 6, rest: 40 }

/** Rows in pages of nearly the same length, none longer than `most`; one page where there are none. */
export function pagesOf<R>(rows: readonly R[], most: number): R[][] {
  const pages = Math.max(1, Math.ceil(rows.length / most))
  const each = Math.ceil(rows.length / pages)
  return Array.from({ length: pages }, (_, page) => rows.slice(page * each, (page + 1) * each))
}

/** As many full rows as fit, up to `most`, with room for the number of the others; at least one where there is any. */
export function planRows(count: number, room: number, rules: RowRules): RowPlan {
  const { most, least, tallest, rest } = rules
  for (let shown = Math.min(count, most); shown > 1; shown--) {
    const gap = shown < MANY ? rules.gap : (rules.tight ?? rules.gap)
    const others = shown < count ? rest + gap : 0
    const size = (room - others - gap * (shown - 1)) / shown
    if (size >= least) return { shown, size: Math.min(size, tallest), gap }
  }
  return { shown: Math.min(count, 1), size: Math.max(least, Math.min(room, tallest)), gap: rules.gap }
}

export type TextScale = 'tiny' | 'small' | 'middle' | 'large' | 'huge'

/** How large words are set in a row of this height, and how many lines of them it holds. */
export function textOf(size: number): { scale: TextScale; lines: number } {
  if (size >= 172) return { scale: 'huge', lines: Math.floor((size - 6) / 54) }
  if (size >= 118) return { scale: 'large', lines: Math.floor((size - 6) / 43) }
  if (size >= 84) return { scale: 'middle', lines: Math.floor((size - 6) / 37) }
  if (size < 50) return { scale: 'tiny', lines: 1 }
  return { scale: 'small', lines: Math.max(1, Math.floor((size - 1) / 31)) }
}

/** The same for rows that say their grade under the words, or beside them where they are flat. */
export function gradeTextOf(size: number): { scale: 'flat' | 'small' | 'middle' | 'large'; lines: number } {
  if (size >= 150) return { scale: 'large', lines: Math.floor((size - 64) / 41) }
  if (size >= 114) return { scale: 'middle', lines: Math.floor((size - 46) / 34) }
  if (size < 70) return { scale: 'flat', lines: size >= 64 ? 2 : 1 }
  return { scale: 'small', lines: size >= 100 ? 2 : 1 }
}

/** Ids that share their rank with another. */
export function tiedIds(rows: readonly { id: string; rank?: number | string }[]): Set<string> {
  const tied = rows.filter(({ id, rank }) => rows.some((other) => other.id !== id && other.rank === rank))
  return new Set(tied.filter(({ rank }) => rank !== undefined).map(({ id }) => id))
}
