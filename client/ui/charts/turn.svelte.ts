// A result with more rows than a screen is turned over like pages: which one is up, and how many there are.
// Made by ResultFrame.svelte, or by the desk's stage around it; read by the charts, which say how many pages they need.
import { getContext, setContext } from 'svelte'
import { pagesOf } from './rows.ts'

/** Rows of one page, at most: more cannot be read from the back of a room. */
export const PAGE = 12

const KEY = Symbol('turn')

export class Turn {
  /** Pages of the chart that is drawn now. */
  pages = $state(1)
  #asked: () => number

  constructor(asked: () => number) {
    this.#asked = asked
  }

  /** The page that is up, from 0: the one asked for, as far as there is one. */
  get at(): number {
    return Math.min(this.#asked(), this.pages - 1)
  }
}

/** For everything below this component. */
export function setTurn(asked: () => number): Turn {
  return setContext(KEY, new Turn(asked))
}

/** The turn of whoever is around; none on a chart that stands alone. */
export function useTurn(): Turn | undefined {
  return getContext<Turn | undefined>(KEY)
}

/** The rows of a chart that are on the page that is up. */
export class Part<R> {
  #rows: () => readonly R[]
  #turn = useTurn()
  #most: () => number | undefined
  readonly #all = $derived.by(() => pagesOf(this.#rows(), this.#most() ?? PAGE))

  /** `most`: rows of a page, where it is not the usual number. */
  constructor(rows: () => readonly R[], most: () => number | undefined = () => undefined) {
    this.#rows = rows
    this.#most = most
    const turn = this.#turn
    $effect(() => {
      if (turn) turn.pages = this.pages
      return () => {
        if (turn) turn.pages = 1
      }
    })
  }

  get pages(): number {
    return this.#all.length
  }
  /** From 0. */
  get at(): number {
    return this.#turn ? this.#turn.at : 0
  }
  get rows(): R[] {
    return this.#all[this.at] ?? []
  }
  /** How many rows are on the pages before. */
  get before(): number {
    return this.#all.slice(0, this.at).flat().length
  }
  /** From where to where, of how many. */
  get span(): { first: number; last: number; count: number } {
    return { first: this.before + 1, last: this.before + this.rows.length, count: this.#rows().length }
  }
}
