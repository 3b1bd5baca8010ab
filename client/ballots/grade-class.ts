// The colour and pattern of a grade, as on the room screen. Called by Grades.svelte.

const CLASSES: Record<string, string> = {
  'grade.excellent': 'top',
  'grade.very-good': 'g1',
  'grade.good': 'g2',
  'grade.fairly-good': 'g3',
  'grade.passable': 'g4',
  'grade.poor': 'g5',
  'grade.reject': 'g6',
}

/** The class of a grade's message key: g1 (very good) to g6 (reject); `top` for the seventh, above them. */
export function gradeClass(key: string): string {
  return CLASSES[key] ?? ''
}
