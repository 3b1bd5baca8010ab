// The hexagon of Verge: a wedge of sixty degrees for each domain, filled as far as its share says. Called by Wall.svelte.

/** Clockwise, the first one upper left, as the boxes lie around it. */
const ORDER = ['relate', 'connect', 'create', 'consume', 'destroy', 'define']
const ZONES = ['define', 'relate', 'connect', 'create', 'consume', 'destroy']
const RADIUS = 48
const HOLE = 14

export interface Wedge {
  id: string
  whole: string
  full: string
  /** Where its number stands. */
  at: [x: number, y: number]
}

/** Wedges in a box of 100 by 100; `shares` from 0 to 1, in the order of the zones. */
export function wedges(shares: readonly number[]): Wedge[] {
  return ORDER.map((id, i) => {
    const from = i * 60
    const share = Math.min(1, Math.max(0, shares[ZONES.indexOf(id)] ?? 0))
    return {
      id,
      whole: wedge(from, RADIUS),
      full: wedge(from, HOLE + share * (RADIUS - HOLE)),
      at: pointAt(from + 30, (HOLE + RADIUS * 0.86) / 2 + 2),
    }
  })
}

function wedge(from: number, radius: number): string {
  const points = [
    pointAt(from, HOLE),
    pointAt(from, radius),
    pointAt(from + 60, radius),
    pointAt(from + 60, HOLE),
  ]
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`
}

/** Degrees clockwise from twelve o'clock. */
function pointAt(degrees: number, radius: number): [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [50 + radius * Math.sin(angle), 50 - radius * Math.cos(angle)]
}
