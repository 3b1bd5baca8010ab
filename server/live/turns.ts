// Commands of a workshop run one after the other, and no seat gets two in while another has one waiting. Called by session.ts.

export interface Turns {
  /** Runs `fn` alone. */
  alone<T>(fn: () => Promise<T>): Promise<T>
  /** Runs `fn` alone once the seat's earlier ones are done: each seat has at most one in the common line. */
  of<T>(seat: string, fn: () => Promise<T>): Promise<T>
  /** How many of this seat wait or run. */
  waiting(seat: string): number
  /** Nothing runs or waits. */
  readonly isQuiet: boolean
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let running = 0
  const seats = new Map<string, { last: Promise<unknown>; waiting: number }>()

  const alone = <T>(fn: () => Promise<T>): Promise<T> => {
    running++
    const run = last.then(fn, fn)
    last = run.catch(() => undefined).then(() => running--)
    return run
  }

  return {
    alone,
    of(seat, fn) {
      const line = seats.get(seat) ?? { last: Promise.resolve(), waiting: 0 }
      seats.set(seat, line)
      line.waiting++
      const run = line.last.then(() => alone(fn))
      line.last = run
        .catch(() => undefined)
        .then(() => {
          if (--line.waiting === 0) seats.delete(seat)
        })
      return run
    },
    waiting: (seat) => seats.get(seat)?.waiting ?? 0,
    get isQuiet() {
      return running === 0 && seats.size === 0
    },
  }
}
