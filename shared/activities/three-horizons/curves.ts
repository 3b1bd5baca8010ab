// The three curves of the horizons, as they are drawn (Sharpe 2013; Curry & Hodgson 2008).
// Called by the faces and by the worked examples.

export interface Heights {
  H1: number
  H2: number
  H3: number
}

/** Heights from 0 (bottom) to 1 (top) at a time from 0 (today) to 1 (the horizon). */
export function horizonHeights(t: number): Heights {
  const rise = (middle: number) => 1 / (1 + Math.exp(-9 * (t - middle)))
  return {
    H1: 0.9 - 0.8 * rise(0.45),
    H2: 0.12 + 0.45 * Math.exp(-(((t - 0.55) / 0.2) ** 2)),
    H3: 0.08 + 0.8 * rise(0.7),
  }
}

const STEPS = 60

/** One curve as a path over a drawing of this size, time from left to right. */
export function curvePath(horizon: keyof Heights, width: number, height: number): string {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const time = i / STEPS
    return `${(time * width).toFixed(1)} ${((1 - horizonHeights(time)[horizon]) * height).toFixed(1)}`
  })
  return `M${points.join('L')}`
}
