// How actor strategies are drawn: the plane of influence and dependence, the ties between actors, objectives for and against. Pure.
// Called by Wall.svelte and its parts.
import type { OptionEntry } from '../../voting.ts'
import type { ActorsPaper } from './activity.ts'
import type { ActorsCount } from './cells.ts'

/** Words of `look`. */
export const VIEWS = ['plane', 'ties', 'objectives', 'mid', 'mao'] as const
/** Actors of the matrices. */
export function actorsOf({ subjects, grids }: ActorsPaper): OptionEntry[] {
  return subjects.slice(0, grids[0].rows.length)
}

/** Order of the analysis whose ties are drawn: positions weighted by what the actor can do. */
const WEIGHTED = 2

export interface Tie {
  a: number
  b: number
  /** From 0 to 1, of the strongest tie of both sorts. */
  share: number
  value: number
}

/** The strongest agreements and disagreements between two actors, at most `most` of each, the strongest first. */
export function tiesOf({ orders }: ActorsCount, most: number): { allied: Tie[]; opposed: Tie[] } {
  const { convergence = [], divergence = [] } = orders[WEIGHTED] ?? {}
  const top = Math.max(1e-9, ...convergence.flat(), ...divergence.flat())
  const strongest = (matrix: readonly (readonly number[])[]) =>
    matrix
      .flatMap((row, a) =>
        row.flatMap((value, b) => (b > a && value > 0 ? [{ a, b, value, share: value / top }] : [])),
      )
      .sort((one, other) => other.value - one.value || one.a - other.a || one.b - other.b)
      .slice(0, most)
  return { allied: strongest(convergence), opposed: strongest(divergence) }
}

/** Places of actors on a circle, the first at twelve o'clock, from 0 to 1. */
export function ring(count: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / Math.max(1, count) - Math.PI / 2
    return { x: 0.5 + 0.42 * Math.cos(angle), y: 0.5 + 0.42 * Math.sin(angle) }
  })
}

export interface Aim {
  label: string
  /** What is put into it for and against, and what is left. */
  pro: number
  contra: number
  net: number
}

/** Objectives, those that mobilise the most first. */
export function aimsOf({ grids }: ActorsPaper, { mobilisation, net }: ActorsCount): Aim[] {
  return grids[1].columns
    .map((label, k) => {
      const [all, left] = [mobilisation[k] ?? 0, net[k] ?? 0]
      return { label, pro: (all + left) / 2, contra: (all - left) / 2, net: left, all }
    })
    .sort((a, b) => b.all - a.all)
    .map(({ all: _, ...aim }) => aim)
}
