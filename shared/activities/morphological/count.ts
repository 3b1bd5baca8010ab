// Morphological analysis: every way to combine hypotheses that holds together (Zwicky 1969; Ritchey 2002).
// Pure. Called by the activity and by the worked examples.

/** A component and its hypotheses. */
export interface Parameter {
  name: string
  values: readonly string[]
}

/** A hypothesis, by the places of its component and of itself. */
export type Place = readonly [parameter: number, value: number]

export interface MorphologyResult {
  /** Ways to combine one hypothesis of each component. */
  total: number
  /** Pairs of hypotheses of different components. */
  pairCells: number
  /** Combinations without an excluded pair. */
  count: number
  /** The first of them, in the order of the components, as places of values. */
  consistent: number[][]
}

/** Beyond this many combinations only their number is said. */
export const LISTED = 5000

/** Combinations that hold no excluded pair, found column by column; at most `LISTED` of them are spelled out. */
export function combine(
  sizes: readonly number[],
  excluded: readonly (readonly [Place, Place])[],
): MorphologyResult {
  const barred = new Set(excluded.flatMap(([a, b]) => [cellKey(a, b), cellKey(b, a)]))
  const consistent: number[][] = []
  let count = 0
  const extend = (chosen: number[]): void => {
    const column = chosen.length
    if (column === sizes.length) {
      if (count++ < LISTED) consistent.push([...chosen])
      return
    }
    for (let value = 0; value < sizes[column]!; value++) {
      const clashes = chosen.some((other, before) => barred.has(cellKey([before, other], [column, value])))
      if (!clashes) extend([...chosen, value])
    }
  }
  if (sizes.length > 0) extend([])
  return {
    total: sizes.length === 0 ? 0 : sizes.reduce((all, size) => all * size, 1),
    pairCells: cells(sizes),
    count,
    consistent,
  }
}

function cells(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return (all * all - sizes.reduce((sum, size) => sum + size * size, 0)) / 2
}

function cellKey([a, x]: Place, [b, y]: Place): string {
  return `${a}.${x}/${b}.${y}`
}
