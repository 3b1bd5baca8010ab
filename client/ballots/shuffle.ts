// An order of its own for each phone, so that no proposal has the advantage of coming first everywhere.
// Called by the ballots; the paper itself never changes. The same seed always gives the same order.
import type { OptionEntry } from '../../shared/voting.ts'
import { onPaper } from '../ui/on-paper.ts'

/** Fisher and Yates' shuffle, drawn from the seed; the list given stays as it is. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const draw = drawsOf(seed)
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/**
 * An order that stands while the paper changes: what leaves it leaves a gap that closes, what joins it comes last, so that
 * nothing takes the place of another thing under a finger.
 */
export function steadyOrder(
  began: readonly OptionEntry[],
  seed: string | null,
): (now: readonly OptionEntry[]) => OptionEntry[] {
  const first = seed === null ? began : shuffled(began, seed)
  const known = onPaper(first)
  return (now) => [
    ...first.flatMap(({ id }) => now.find((option) => option.id === id) ?? []),
    ...now.filter(({ id }) => !known(id)),
  ]
}

/** Numbers from 0 up to 1, the same ones for a seed: FNV-1a for the start, mulberry32 from there. */
export function drawsOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
