// From chances stated two by two to the chances of whole scenarios: the closest in least squares (Duperrin & Godet 1974).
// Floats, for what is drawn in whole percents; the same answers always give the same figures. Called by the cross-impact activity.

/** Chances of two hypotheses together, from 0 to 1, summing to 1: neither, only the first, only the second, both. */
export interface PairTable {
  first: number
  second: number
  cells: [neither: number, onlyFirst: number, onlySecond: number, both: number]
}

const ROUNDS = 400

/**
 * Chances of the 2^count scenarios, none below zero and 1 in all, closest to the tables. Bit i of a scenario's place says
 * that hypothesis i comes true. Where several are as close, the one whose likeliest scenario is the likeliest.
 */
export function closestScenarios(count: number, tables: readonly PairTable[]): number[] {
  const size = 2 ** count
  let chances = new Array<number>(size).fill(1 / size)
  // The steepest way down is as steep as this: a step of one over it never overshoots.
  const steepest = Math.max(1, tables.length * 2 ** (count - 2))
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeOf(chances, tables)
    chances = ontoWhole(chances.map((chance, s) => chance - slope[s]! / steepest))
  }
  return count === 3 ? topMost(chances) : chances
}

/** The place of a scenario within the table of two hypotheses. */
function cellOf(scenario: number, { first, second }: PairTable): number {
  return ((scenario >> first) & 1) + 2 * ((scenario >> second) & 1)
}

function slopeOf(chances: readonly number[], tables: readonly PairTable[]): number[] {
  const slope = chances.map(() => 0)
  for (const table of tables) {
    const off = table.cells.map((wanted) => -wanted)
    chances.forEach((chance, s) => (off[cellOf(s, table)]! += chance))
    slope.forEach((_, s) => (slope[s]! += off[cellOf(s, table)]!))
  }
  return slope
}

/** The nearest point whose parts are not below zero and sum to 1. */
function ontoWhole(point: readonly number[]): number[] {
  const sorted = [...point].sort((a, b) => b - a)
  let sum = 0
  let shift = 0
  sorted.forEach((value, i) => {
    sum += value
    if (value - (sum - 1) / (i + 1) > 0) shift = (sum - 1) / (i + 1)
  })
  return point.map((value) => Math.max(0, value - shift))
}

/** Pairs do not tell three hypotheses whole: what they leave open is taken to the end where one scenario stands out the most. */
function topMost(chances: readonly number[]): number[] {
  const sign = chances.map((_, s) => ([0, 3, 5, 6].includes(s) ? 1 : -1))
  const room = (side: number) => Math.min(...chances.filter((_, s) => sign[s] === side))
  const moved = (by: number) => chances.map((chance, s) => Math.max(0, chance + by * sign[s]!))
  const [down, up] = [moved(-room(1)), moved(room(-1))]
  return Math.max(...up) > Math.max(...down) ? up : down
}
