// The morphological box under the desk's hand: decisions on doubtful pairs, locked hypotheses, and what remains possible.
// Pure. Called by Wall.svelte, Look.svelte, the report and the advice.
import type { MorphologyResult, Parameter, Place } from './count.ts'
import { holding, placesOf, type PairCount } from './pairs.ts'

/** Words of `look`: `lock:<component>-<state>` and `drop:<pair>`, a doubtful pair that the desk excludes. */
const LOCK = 'lock:'
const DROP = 'drop:'
/** Combinations that a wall or a report spells out. */
const MOST_SHOWN = 60

export interface Box extends MorphologyResult {
  /** State locked in each component, or null. */
  locked: (number | null)[]
  /** Pairs excluded by the room, and doubtful ones that the desk excluded. */
  excluded: string[]
  dropped: string[]
  /** By component and state: it is in at least one combination that agrees with what is locked. */
  possible: boolean[][]
  /** Combinations that agree with what is locked, the first ones spelled out. */
  left: number
  shown: number[][]
}

/** The box as it stands now. */
export function boxOf(parameters: readonly Parameter[], count: PairCount, look: readonly string[] = []): Box {
  const dropped = look
    .filter((word) => word.startsWith(DROP))
    .map((word) => word.slice(DROP.length))
    .filter((id) => count.doubtful.includes(id))
  const excluded = [...count.excluded, ...dropped]
  const locked = parameters.map((_, p) => lockedIn(look, p, parameters[p]!.values.length))
  // What is locked is the only state left: everything else of its component is out.
  const narrowed = combineLocked(parameters, excluded, locked)
  const possible = parameters.map(({ values }, p) =>
    values.map((_, v) => {
      const wished = locked.map((value, i) => (i === p ? v : value))
      return combineLocked(parameters, excluded, wished).count > 0
    }),
  )
  const all = holding(parameters, excluded)
  return { ...all, locked, excluded, dropped, possible, left: narrowed.count, shown: narrowed.consistent }
}

/** The words of `look` once a state is locked, or set free again. */
export function turnLock(look: readonly string[], [p, v]: Place): string[] {
  const word = `${LOCK}${p}-${v}`
  const others = look.filter((one) => !one.startsWith(`${LOCK}${p}-`))
  return look.includes(word) ? others : [...others, word]
}

export function turnDrop(look: readonly string[], pair: string): string[] {
  const word = `${DROP}${pair}`
  return look.includes(word) ? look.filter((one) => one !== word) : [...look, word]
}

export function freeAll(look: readonly string[]): string[] {
  return look.filter((word) => !word.startsWith(LOCK))
}

function lockedIn(look: readonly string[], p: number, size: number): number | null {
  const word = look.find((one) => one.startsWith(`${LOCK}${p}-`))
  const value = word === undefined ? NaN : Number(word.slice(`${LOCK}${p}-`.length))
  return Number.isInteger(value) && value >= 0 && value < size ? value : null
}

/** Combinations within the locked states: the others of each component are taken out before combining. */
function combineLocked(
  parameters: readonly Parameter[],
  excluded: readonly string[],
  locked: readonly (number | null)[],
): MorphologyResult {
  const kept = parameters.map(({ values }, p) =>
    values.map((_, v) => v).filter((v) => locked[p] === null || locked[p] === v),
  )
  const barred = new Set(excluded)
  const consistent: number[][] = []
  let count = 0
  const extend = (chosen: number[]): void => {
    const p = chosen.length
    if (p === parameters.length) {
      if (count++ < MOST_SHOWN) consistent.push([...chosen])
      return
    }
    for (const v of kept[p]!)
      if (!chosen.some((w, q) => barred.has(`pair-${q}-${w}-${p}-${v}`))) extend([...chosen, v])
  }
  if (parameters.length > 0) extend([])
  return { total: 0, pairCells: 0, count, consistent }
}

/** The two states of a pair in words. */
export function pairNames(parameters: readonly Parameter[], id: string): { first: string; second: string } {
  const [[p, v], [q, w]] = placesOf(id)
  return { first: parameters[p]?.values[v] ?? '', second: parameters[q]?.values[w] ?? '' }
}
