// The words of majority judgment, from the worst to the best. Called by the activity and its faces.

const SEVEN = ['reject', 'poor', 'passable', 'fairly-good', 'good', 'very-good', 'excellent'] as const
/** In a hurry: a middle, and two words on each side of it. */
const FIVE = ['reject', 'poor', 'passable', 'good', 'very-good'] as const

/** Message keys of five, six or seven grades. */
export function gradeKeys(grades: number): string[] {
  const words = grades === 5 ? FIVE : SEVEN.slice(0, grades)
  return words.map((word) => `grade.${word}`)
}
