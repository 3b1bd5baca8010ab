// A policy as it is written in the settings: its name, and its weights if it has some. Pure. Called by activity.ts.

export interface Policy {
  name: string
  /** One for each criterion; null where the room judges them. */
  weights: number[] | null
}

/** "Sobriety: 5 3 2": as many whole numbers as there are criteria, not all of them zero; anything else is a name. */
export function readPolicy(text: string, criteria: number): Policy {
  const match = /^(.*?)\s*:\s*([\d\s,;/]+)$/.exec(text.trim())
  const weights = (match?.[2] ?? '')
    .split(/[\s,;/]+/)
    .filter((part) => part !== '')
    .map(Number)
  const stands = weights.length === criteria && weights.some((weight) => weight > 0)
  return match && stands ? { name: match[1]!, weights } : { name: text.trim(), weights: null }
}
