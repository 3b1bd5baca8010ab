// Where signals lie on the radar: a sector for each domain, a ring for when they will be felt. Pure. Called by Signals.svelte.

/** Outer edges of the rings in percent of the radar's side: now, soon, later; the first begins at HOLE. */
export const RINGS = [25, 40, 48] as const
const HOLE = 10
/** Papers by ring. */
const TIMES = ['ciel', 'soleil', 'lilas']

export interface Blip {
  id: string
  /** In percent of the radar's side. */
  x: number
  y: number
}

/** Signals of one sector and ring are dealt evenly over it; one without a domain lies in the middle, one without a time is soon. */
export function blips(
  cards: readonly { id: string; tone?: string; domain: string }[],
  domains: readonly string[],
): Blip[] {
  const held = new Map<string, number>()
  const total = new Map<string, number>()
  const keyOf = (card: (typeof cards)[number]) => `${card.domain}/${ringOf(card.tone)}`
  for (const card of cards) total.set(keyOf(card), (total.get(keyOf(card)) ?? 0) + 1)
  return cards.map((card) => {
    const key = keyOf(card)
    const at = held.get(key) ?? 0
    held.set(key, at + 1)
    const sector = domains.indexOf(card.domain)
    const ring = ringOf(card.tone)
    if (sector === -1) return { id: card.id, ...pointAt((360 * at) / (total.get(key) ?? 1), HOLE / 2) }
    const width = 360 / domains.length
    const [from, to] = [ring === 0 ? HOLE : RINGS[ring - 1]!, RINGS[ring]!]
    // Neighbours stand at three depths in turn, so that numbers side by side have room.
    const depth = [0.5, 0.22, 0.78][at % 3]!
    const angle = sector * width + (width * (at + 1)) / ((total.get(key) ?? 1) + 1)
    return { id: card.id, ...pointAt(angle, from + (to - from) * depth) }
  })
}

function ringOf(tone: string | undefined): number {
  const ring = TIMES.indexOf(tone ?? '')
  return ring === -1 ? 1 : ring
}

/** Degrees clockwise from twelve o'clock, radius in percent of the side. */
export function pointAt(degrees: number, radius: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180
  return { x: 50 + radius * Math.sin(angle), y: 50 - radius * Math.cos(angle) }
}
