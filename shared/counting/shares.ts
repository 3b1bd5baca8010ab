// Percentages that fill a bar: rounded so that they add up to 100 (methods, section 0.5).
// Called by stacked bars only; tables and minutes round each figure by itself (voting.ts, percent).

/**
 * Percent of each count with `decimals` digits, adding up to exactly 100 by the largest remainder (Hamilton 1792).
 * Equal remainders: the larger count first, then the earlier option. All null where the counts are all zero.
 */
export function fillingPercents(counts: readonly number[], decimals: number): (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => null)
  const units = 100 * 10 ** decimals
  const given = counts.map((count) => Math.floor((count * units) / total))
  const rest = (i: number) => counts[i]! * units - given[i]! * total
  const missing = units - given.reduce((sum, share) => sum + share, 0)
  const byClaim = counts
    .map((_, i) => i)
    .sort((a, b) => rest(b) - rest(a) || counts[b]! - counts[a]! || a - b)
  for (const i of byClaim.slice(0, missing)) given[i]!++
  return given.map((share) => share / 10 ** decimals)
}
