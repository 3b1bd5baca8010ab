// How long somebody has been speaking, in figures. Called by the floor's faces.

/** `1:05`, of a number of milliseconds. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The number that a person without a name goes by: `s28` is person 28; undefined for everybody else. */
export function numberOf(who: string | undefined): number | undefined {
  const number = /^s(\d+)$/.exec(who ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

const TONES = ['ciel', 'soleil', 'menthe', 'corail', 'lilas', 'craie'] as const

/** Colour and shape of a group, by its place among the groups. */
export function toneOf(groups: readonly { id: string }[], group: string | undefined) {
  const index = groups.findIndex(({ id }) => id === group)
  return index === -1 ? undefined : TONES[index % TONES.length]
}
