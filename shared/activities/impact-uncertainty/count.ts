// Impact and uncertainty: which drivers are critical, which are heavy trends (Schwartz 1991).
// Pure; the order of ballots never matters. Called by the activity and by the worked examples.
import { isHigh, middleOf, type Placed } from '../../counting/axes.ts'
import { compare, multiply, toNumber, type Fraction } from '../../counting/fraction.ts'

/** Drawn with uncertainty from left to right and impact upwards. */
export const DRIVER_ZONES = ['critical', 'heavy-trend', 'watch', 'background'] as const
export type DriverZone = (typeof DRIVER_ZONES)[number]

export interface Driver {
  impact: number | null
  uncertainty: number | null
  /** Null where nobody placed it. */
  zone: DriverZone | null
}

export interface DriversResult {
  items: Record<string, Driver>
  /** Critical uncertainties by the product of their medians, then by impact, then in paper order. */
  criticalOrder: string[]
}

/** Median impact (y) and uncertainty (x) of each driver; a value on the midpoint counts as high. */
export function countDrivers(
  placed: readonly { option: string; places: Placed }[],
  midpoint: Fraction,
): DriversResult {
  const located = placed.map(({ option, places }) => ({
    option,
    impact: middleOf(places.y)?.median ?? null,
    uncertainty: middleOf(places.x)?.median ?? null,
  }))
  const zone = (one: (typeof located)[number]) =>
    one.impact && one.uncertainty
      ? zoneOf(isHigh(one.impact, midpoint), isHigh(one.uncertainty, midpoint))
      : null
  const weight = (one: (typeof located)[number]) => multiply(one.impact!, one.uncertainty!)
  return {
    items: Object.fromEntries(
      located.map((one) => [
        one.option,
        { impact: shown(one.impact), uncertainty: shown(one.uncertainty), zone: zone(one) },
      ]),
    ),
    criticalOrder: located
      .filter((one) => zone(one) === 'critical')
      .sort((a, b) => compare(weight(b), weight(a)) || compare(b.impact!, a.impact!))
      .map(({ option }) => option),
  }
}

function zoneOf(highImpact: boolean, highUncertainty: boolean): DriverZone {
  if (highImpact) return highUncertainty ? 'critical' : 'heavy-trend'
  return highUncertainty ? 'watch' : 'background'
}

function shown(value: Fraction | null): number | null {
  return value && toNumber(value)
}
