// One cell of a matrix that a group fills in together. Called by structural analysis and by actor strategies.

/** The lower of the two middle answers, so that a group never says what nobody said; null without answers. */
export function lowMedian(answers: readonly number[]): number | null {
  const sorted = [...answers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
