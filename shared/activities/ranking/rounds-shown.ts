// Rounds of an instant runoff as they are drawn. Called by IrvRounds.svelte. Pure.
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import type { IrvResult, Voices } from './irv.ts'

export interface ShownRound {
  /** From 1. */
  at: number
  /** To the tenth, by option; none for an option that has left. */
  votes: Map<string, number>
  exhausted: number
}

/** More rounds than these have no room beside each other: the first is kept, and the last ones, which decide. */
const MOST = 6

/** The rounds that have room, in order. */
export function shownRounds({ rounds }: Pick<IrvResult, 'rounds'>): ShownRound[] {
  const all = rounds.map(({ counts, exhausted }, i) => ({
    at: i + 1,
    votes: new Map(Object.entries(counts).map(([id, votes]) => [id, tenth(votes)] as const)),
    exhausted: tenth(exhausted),
  }))
  return all.length <= MOST ? all : [all[0]!, ...all.slice(1 - MOST)]
}

function tenth(votes: Voices): number {
  return Math.round(toNumber(parseFraction(votes)) * 10) / 10
}
