// How a hand shows a number: which fingers stand and which are folded, as paths of a drawing of 108 by 136.
// Called by Hand.svelte.

interface Finger {
  up: string
  down: string
}

/** In the order in which most people raise them, the thumb last. */
const FINGERS: Finger[] = [
  { up: 'M42 82 32 28', down: 'M42 76v16' },
  { up: 'M56 80 52 14', down: 'M55 74v18' },
  { up: 'M69 80 74 18', down: 'M68.5 74v18' },
  { up: 'M82 84 95 38', down: 'M82 77v15' },
  { up: 'M42 112 14 84', down: 'M40 110 64 106' },
]

/** Paths of the fingers that stand, and of those that are folded, for 0 to 5 of them. */
export function fingersOf(shown: number): { raised: string[]; folded: string[] } {
  return {
    raised: FINGERS.slice(0, shown).map(({ up }) => up),
    folded: FINGERS.slice(shown).map(({ down }) => down),
  }
}
