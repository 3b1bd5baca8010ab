// Places of a tour's stops on a ring, and where their names stand. Called by Ring.svelte.

export interface RingPlace {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  dx: number
  dy: number
}

const [WIDTH, HEIGHT] = [560, 480]
/** How far the ring stays from the edges, so that names fit beside it. */
const [RX, RY] = [WIDTH / 2 - 118, HEIGHT / 2 - 62]
const OUT = 22
/** Letters of a name that fit beside the ring. */
const LONGEST = 22

/** `count` places clockwise from the top, every second one a little further in, so that neighbours' names do not touch. */
export function ringOf(count: number): RingPlace[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI - Math.PI / 2
    const depth = i % 2 === 0 ? 1 : 0.8
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return {
      x: round(WIDTH / 2 + RX * depth * cos),
      y: round(HEIGHT / 2 + RY * depth * sin),
      anchor: cos > 0.3 ? 'start' : cos < -0.3 ? 'end' : 'middle',
      dx: cos > 0.3 ? OUT : cos < -0.3 ? -OUT : 0,
      dy: Math.abs(cos) > 0.3 ? 5 : sin < 0 ? -OUT : OUT + 12,
    }
  })
}

/** A name that fits beside its stop. */
export function shortName(town: string): string {
  return town.length > LONGEST ? `${town.slice(0, LONGEST - 1).trimEnd()}…` : town
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
