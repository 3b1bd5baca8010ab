// One cell of a matrix that a group fills in together. Called by structural analysis and by actor strategies.

/** The lower of the two middle answers, so that a group never says what nobody said; null without answers. */
export function lowMedian(answers: readonly number[]): number | null {
  const sorted = [...answers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

/** Difference between answers from which a cell is worth a talk. */
const SPREAD = 2

/** The group's value of one cell, the low median of its answers, and whether the answers are far apart. */
export function groupCell(answers: readonly number[]): { value: number; discuss: boolean } {
  const spread = answers.length === 0 ? 0 : Math.max(...answers) - Math.min(...answers)
  return { value: lowMedian(answers) ?? 0, discuss: spread >= SPREAD }
}
