// How a spread of ballots over levels is drawn: best first if not told otherwise, in the six shades of the scale. Called by the
// report's Stack.svelte and by GradeRow.svelte.

export interface Segment {
  /** Place of the level, 0 for the worst. */
  level: number
  count: number
  /** 1 for the best shade to 6 for the worst. */
  shade: number
  /** Holds the middle ballot. */
  middle: boolean
}

/** Segments with at least one ballot, the best level first unless the worst is asked for. */
export function segmentsOf(counts: readonly number[], first?: 'worst'): Segment[] {
  const middle = middleLevel(counts)
  const segments = counts
    .map((count, level) => ({
      level,
      count,
      shade: shadeOf(level, counts.length),
      middle: level === middle,
    }))
    .filter((segment) => segment.count > 0)
  return first ? segments : segments.reverse()
}

/** Any number of levels over six shades, the ends always on the end shades. */
export function shadeOf(level: number, levels: number): number {
  return levels < 2 ? 1 : 1 + Math.round((5 * (levels - 1 - level)) / (levels - 1))
}

const LOOKS: Record<string, string> = {
  'grade.excellent': 'top',
  'grade.very-good': 'g1',
  'grade.good': 'g2',
  'grade.fairly-good': 'g3',
  'grade.passable': 'g4',
  'grade.poor': 'g5',
  'grade.reject': 'g6',
}

/** The look of a grade by its message key: the same word always looks the same, whatever the length of the scale. */
export function lookOf(key: string): string {
  return LOOKS[key] ?? 'g4'
}

/** True where a figure has room in its segment: `part` of a bar of `width` pixels, in digits of 34. */
export function figureFits(count: number, part: number, width: number): boolean {
  return part * width >= 8 + 19 * String(count).length
}

/** The level of the lower middle ballot (majority grade, Balinski and Laraki 2011); null without ballots. */
function middleLevel(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [level, count] of counts.entries()) {
    seen += count
    if (all > 0 && 2 * seen >= all) return level
  }
  return null
}
