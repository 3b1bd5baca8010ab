// Where the people of a turn that goes round stand on a screen. Called by wall/Floor.svelte and FloorRound.svelte.

/** More names than this have no room around a circle: the list of who comes next says it better. */
const MOST = 16

export function fitsRound(people: readonly unknown[] | undefined): boolean {
  return people !== undefined && people.length > 1 && people.length <= MOST
}

/** Places around an ellipse, in percent of its box, clockwise from the top. */
export function placesOf(many: number): { x: number; y: number }[] {
  return Array.from({ length: many }, (_, i) => {
    const angle = (i / many) * 2 * Math.PI - Math.PI / 2
    return { x: 50 + 41 * Math.cos(angle), y: 50 + 43 * Math.sin(angle) }
  })
}
