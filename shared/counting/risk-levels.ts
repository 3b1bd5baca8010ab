// How grave a place of the risk matrix is: four levels, drawn and said. Pure. Called by RiskMap.svelte.

export const RISK_LEVELS = ['low', 'watch', 'high', 'critical'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** From the product of likelihood and severity, both from 1 to 5. */
export function levelOf(criticality: number): RiskLevel {
  if (criticality >= 15) return 'critical'
  if (criticality >= 9) return 'high'
  return criticality >= 5 ? 'watch' : 'low'
}

/** The place of a value from 1 to 5 among five equal bands, from 0 to 1. */
export function onBands(value: number): number {
  return (value - 0.5) / 5
}
