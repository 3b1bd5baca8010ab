// The majority value: what the verdicts of majority judgment are compared by, exact for any number of ballots.
// Called by count.ts and by the report, which says where two proposals part.

/** Ballots by grade, from the worst to the best. */
export type Tally = readonly bigint[]

/** The same thing several times in a row. */
interface Run<T> {
  value: T
  times: bigint
}

/** How many ballots a tally holds. */
export function ballotsOf(tally: Tally): bigint {
  return tally.reduce((sum, count) => sum + count, 0n)
}

/** The majority grade: that of the ballot at floor((n - 1) / 2) from the worst, the lower middle; null without ballots. */
export function majorityGrade(tally: Tally): number | null {
  const all = ballotsOf(tally)
  if (all === 0n) return null
  let below = 0n
  return tally.findIndex((count) => (below += count) > (all - 1n) / 2n)
}

/** Ballots are removed at the majority grade one by one; where two proposals part, and their grades there. */
export interface Parting {
  /** How many ballots of each had to be removed first. */
  removed: bigint
  grades: [number, number]
}

/**
 * Where the majority values of two tallies part (Balinski & Laraki 2007); null for identical ones. The sequence needs no
 * removing: it is the middle ballot where n is odd, then pairs, one below and one above, moving outward. Linear in the
 * number of grades. Throws where the tallies have different numbers of ballots.
 */
export function partingOf(a: Tally, b: Tally): Parting | null {
  const odd = ballotsOf(a) % 2n
  if (ballotsOf(a) !== ballotsOf(b)) throw new Error('majority values need as many ballots of each')
  const [gradeA, gradeB] = [majorityGrade(a), majorityGrade(b)]
  if (gradeA === null || gradeB === null) return null
  if (gradeA !== gradeB) return { removed: 0n, grades: [gradeA, gradeB] }
  let removed = odd
  for (const { value, times } of zip(pairsOf(a), pairsOf(b))) {
    const [first, second] = value
    if (first.low !== second.low) return { removed, grades: [first.low, second.low] }
    if (first.high !== second.high) return { removed: removed + 1n, grades: [first.high, second.high] }
    removed += 2n * times
  }
  return null
}

/** The majority value spelled out: the grades met while ballots are removed, one for each ballot. */
export function majorityValue(tally: Tally): number[] {
  const odd = ballotsOf(tally) % 2n === 1n
  const middle = odd ? [majorityGrade(tally)!] : []
  const rest = pairsOf(tally).flatMap(({ value, times }) =>
    Array.from({ length: Number(times) }, () => [value.low, value.high]).flat(),
  )
  return [...middle, ...rest]
}

/** The ballots around the middle, two by two moving outward; the middle one of an odd number is left out. */
function pairsOf(tally: Tally): Run<{ low: number; high: number }>[] {
  const half = ballotsOf(tally) / 2n
  const runs = tally.map((times, value) => ({ value, times }))
  const lower = firstOf(runs, half).reverse()
  const upper = firstOf(runs.toReversed(), half).reverse()
  return zip(lower, upper).map(({ value: [low, high], times }) => ({ value: { low, high }, times }))
}

/** The runs that make up the first `count` elements. */
function firstOf<T>(runs: readonly Run<T>[], count: bigint): Run<T>[] {
  let left = count
  return runs.flatMap(({ value, times }) => {
    const taken = times < left ? times : left
    left -= taken
    return taken > 0n ? [{ value, times: taken }] : []
  })
}

/** Two lists of equal length side by side, run by run. */
function zip<A, B>(first: readonly Run<A>[], second: readonly Run<B>[]): Run<[A, B]>[] {
  const zipped: Run<[A, B]>[] = []
  let [i, j] = [0, 0]
  let [leftA, leftB] = [first[0]?.times ?? 0n, second[0]?.times ?? 0n]
  while (i < first.length && j < second.length) {
    const times = leftA < leftB ? leftA : leftB
    zipped.push({ value: [first[i]!.value, second[j]!.value], times })
    leftA -= times
    leftB -= times
    if (leftA === 0n) leftA = first[++i]?.times ?? 0n
    if (leftB === 0n) leftB = second[++j]?.times ?? 0n
  }
  return zipped
}
