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
  /** Height of the line "+ n others". */
  rest: number
}

export interface RowPlan {
  shown: number
  /** Height of a row. */
  size: number
}

export const BAR_ROWS: RowRules = { most: 8, least: 54, tallest: 200, gap: 8, rest: 46 }

export const GRADE_ROWS: RowRules = { most: 8, least: 70, tallest: 400, gap: 14, rest: 40 }

/** Where some have no row anyway, long words are given a second line: letters of a line, height of a row with two. */
export function roomier(rows: readonly { label: string }[], rules: RowRules): RowRules {
  const [letters, twoLines] = rules === GRADE_ROWS ? [34, GRADE_TWO] : [46, 63]
  const long = rows.length > rules.most && rows.some(({ label }) => label.length > letters)
  return long ? { ...rules, least: twoLines } : rules
}

/** Height of a row with two lines of words and its grade. */
const GRADE_TWO = 100

/** As many full rows as fit, up to `most`, with room for the number of the others; at least one where there is any. */
export function planRows(count: number, room: number, rules: RowRules): RowPlan {
  const { most, least, tallest, gap, rest } = rules
  for (let shown = Math.min(count, most); shown > 1; shown--) {
    const others = shown < count ? rest + gap : 0
    const size = (room - others - gap * (shown - 1)) / shown
    if (size >= least) return { shown, size: Math.min(size, tallest) }
  }
  return { shown: Math.min(count, 1), size: Math.max(least, Math.min(room, tallest)) }
}

export type TextScale = 'small' | 'middle' | 'large' | 'huge'

/** How large words are set in a row of this height, and how many lines of them it holds. */
export function textOf(size: number): { scale: TextScale; lines: number } {
  if (size >= 172) return { scale: 'huge', lines: Math.floor((size - 6) / 54) }
  if (size >= 118) return { scale: 'large', lines: Math.floor((size - 6) / 43) }
  if (size >= 84) return { scale: 'middle', lines: Math.floor((size - 6) / 37) }
  return { scale: 'small', lines: Math.max(1, Math.floor((size - 1) / 31)) }
}

/** The same for rows that say their grade under the words. */
export function gradeTextOf(size: number): { scale: 'small' | 'middle' | 'large'; lines: number } {
  if (size >= 150) return { scale: 'large', lines: Math.floor((size - 64) / 41) }
  if (size >= 114) return { scale: 'middle', lines: Math.floor((size - 46) / 34) }
  return { scale: 'small', lines: size >= GRADE_TWO ? 2 : 1 }
}

/** Ids that share their rank with another. */
export function tiedIds(rows: readonly { id: string; rank?: number | string }[]): Set<string> {
  const tied = rows.filter(({ id, rank }) => rows.some((other) => other.id !== id && other.rank === rank))
  return new Set(tied.filter(({ rank }) => rank !== undefined).map(({ id }) => id))
}
