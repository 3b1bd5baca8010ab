// Ballots that say the same as the figures of a town, where its own are not known: tallies merge exactly (methods, 0.8).
// Called by pool.ts.
import type { AnyActivity } from '../activities/activity.ts'
import type { DotResult } from '../activities/dot-vote/count.ts'
import type { GradePaper } from '../activities/majority-judgment/activity.ts'
import type { JudgmentResult } from '../activities/majority-judgment/count.ts'
import type { SingleResult } from '../activities/single-choice/count.ts'
import type { PickResult } from '../counting/picks.ts'
import type { LevelReason, ScalePaper } from '../counting/scale.ts'
import type { Paper } from '../voting.ts'

type Rebuild = (paper: never, result: never, voted: number) => unknown[] | null

const picks: Rebuild = ({ options }: Paper, { counts, ballotsCounted, blank }: PickResult) => {
  const ballots = blanks<string[]>(ballotsCounted, () => [])
  const named = options.flatMap(({ id }) => Array<string>(counts[id] ?? 0).fill(id))
  // One after the other: no ballot names an option twice, and none many more than another.
  named.forEach((id, i) => ballots[i % ballots.length]?.push(id))
  return [...ballots, ...blanks<string[]>(blank, () => [])]
}

const scale: Rebuild = (
  { min }: ScalePaper,
  { counts, reasons = [] }: { counts: number[]; reasons?: LevelReason[] },
) => {
  const levels = counts.flatMap((count, i) => Array<number>(count).fill(min + i))
  const said = [...reasons]
  return levels.map((value) => {
    const at = said.findIndex(({ level }) => level === undefined || level === value)
    return at < 0 ? value : { value, reason: said.splice(at, 1)[0]!.text }
  })
}

/** Methods whose merged result depends on nothing but these figures. */
const REBUILD: Record<string, Rebuild> = {
  'single-choice': ({ options }: Paper, { counts, blank }: SingleResult) => [
    ...options.flatMap(({ id }) => Array<string>(counts[id] ?? 0).fill(id)),
    ...Array<null>(blank).fill(null),
  ],
  'multiple-choice': picks,
  approval: picks,
  roti: scale,
  gradients: scale,
  'fist-to-five': scale,
  'majority-judgment': (paper: GradePaper, { tallies }: JudgmentResult) => {
    // Grades that were filled in by a town's own majority would be filled in by another one together.
    if (paper.missing === 'MedianDefault' && !paper.requireAll) return null
    const grades = tallies.map((tally) => tally.flatMap((count, grade) => Array<number>(count).fill(grade)))
    const most = Math.max(0, ...grades.map(({ length }) => length))
    return blanks(most, (i) =>
      Object.fromEntries(
        paper.options.flatMap(({ id }, option) => {
          const grade = grades[option]?.[i]
          return grade === undefined ? [] : [[id, grade]]
        }),
      ),
    )
  },
  'dot-vote': dots,
}

/** Each supporter one dot, in turn; what is left goes to supporters with the fewest. */
function dots(
  { options, maxPerItem }: Paper & { maxPerItem: number },
  { totals, supporters }: DotResult,
  voted: number,
) {
  const ballots = blanks<Record<string, number>>(voted, () => ({}))
  const spent = (ballot: Record<string, number>) => Object.values(ballot).reduce((sum, n) => sum + n, 0)
  let turn = 0
  for (const { id } of options)
    for (let left = supporters[id] ?? 0; left > 0; left--) {
      const ballot = ballots[turn++ % ballots.length]
      if (ballot) ballot[id] = 1
    }
  for (const { id } of options)
    for (let left = (totals[id] ?? 0) - (supporters[id] ?? 0); left > 0; left--) {
      const able = ballots.filter((ballot) => ballot[id] && ballot[id] < maxPerItem)
      const [least] = able.sort((a, b) => spent(a) - spent(b))
      if (least) least[id]!++
    }
  return ballots
}

function blanks<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

/**
 * As many ballots as were cast, whose count is this very result; null for methods that need the ballots themselves, and
 * wherever the count of what was put together is not the result in every figure.
 */
export function rebuiltBallots(
  { kind, poll }: AnyActivity,
  paper: Paper,
  result: unknown,
  voted: number,
): unknown[] | null {
  const rebuild = REBUILD[kind]
  if (!poll || !rebuild) return null
  const ballots = rebuild(paper as never, result as never, voted)
  return ballots && isSame(poll.count(paper, ballots), result) ? ballots : null
}

/** Of plain values, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
