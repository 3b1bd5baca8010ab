// When an adopted proposal is looked at again. Called by the faces and the report of consent.

/** What the circle said as it adopted (kept with the round), else what was planned; empty while nobody said. */
export function reviewOf(
  settings: { reviewDate?: string | undefined } | undefined,
  look: readonly string[] = [],
): string {
  return look[0] ?? settings?.reviewDate ?? ''
}
