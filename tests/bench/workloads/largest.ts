// How many people one room can hold before a note in a hundred takes longer than a quarter of a second.
// Called by main.ts, which gives it a way to try a size.
import type { NotesFigures } from './notes.ts'

/** Milliseconds. */
export const PATIENCE = 250
/** Ours takes 3,000 seats a workshop unless it is told otherwise, as it is here (start.ts). */
const MOST = 4000
/** Sizes nearer than this are the same. */
const NEAR = 1.2

const isFine = ({ p99, delivered }: NotesFigures) => p99 < PATIENCE && delivered > 0.999

/** Doubles, then halves the distance, as long as `try_` answers (null: out of time). Zero where not even the smallest passed. */
export async function largest(
  known: NotesFigures[],
  tryOut: (people: number) => Promise<NotesFigures | null>,
): Promise<{ people: number; atLeast: boolean }> {
  let passed = Math.max(0, ...known.filter(isFine).map(({ people }) => people))
  let failed = Math.min(Infinity, ...known.filter((one) => !isFine(one)).map(({ people }) => people))
  while (passed > 0 && passed < MOST && failed / passed > NEAR) {
    const middle = failed === Infinity ? passed * 2 : Math.sqrt(passed * failed)
    const people = Math.min(MOST, Math.round(middle / 10) * 10)
    const figures = await tryOut(people)
    if (!figures) return { people: passed, atLeast: true }
    if (isFine(figures)) passed = people
    else failed = people
  }
  return { people: passed, atLeast: failed === Infinity }
}
