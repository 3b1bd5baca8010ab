// Commands of a workshop run one after the other, and no seat gets two in while another has one waiting; those that may be
// decided together and stand side by side in the line take one turn. Called by session.ts.

export interface Turns<Asked, Said> {
  /** Runs `fn` alone. */
  alone<T>(fn: () => Promise<T>): Promise<T>
  /** Runs `fn` alone once the seat's earlier ones are done: each seat has at most one in the common line. */
  of<T>(seat: string, fn: () => Promise<T>): Promise<T>
  /** The same for one that may take its turn together with its neighbours in the line. */
  beside(seat: string, asked: Asked): Promise<Said>
  /** How many of this seat wait or run. */
  waiting(seat: string): number
  /** Nothing runs or waits. */
  readonly isQuiet: boolean
}

/** A turn of more would hold up whoever comes behind it. */
const MOST_TOGETHER = 200

/** Those that stood side by side, at most one of each seat. */
interface Party<Asked, Said> {
  asked: Asked[]
  said: Promise<Said[]>
}

/** `together` is handed neighbours in their order, and says one thing to each. */
export function createTurns<Asked, Said>(together: (asked: Asked[]) => Promise<Said[]>): Turns<Asked, Said> {
  let last: Promise<unknown> = Promise.resolve()
  let running = 0
  const seats = new Map<string, { last: Promise<unknown>; waiting: number }>()
  /** Stands last in the line and has not begun. */
  let party: Party<Asked, Said> | null = null

  const alone = <T>(fn: () => Promise<T>): Promise<T> => {
    running++
    party = null
    const run = last.then(fn, fn)
    last = run.catch(() => undefined).then(() => running--)
    return run
  }

  const gather = (): Party<Asked, Said> => {
    const asked: Asked[] = []
    const said = alone(() => {
      if (party?.asked === asked) party = null
      return together(asked)
    })
    return { asked, said }
  }

  const join = async (one: Asked): Promise<Said> => {
    if (!party || party.asked.length >= MOST_TOGETHER) party = gather()
    const { asked, said } = party
    const at = asked.push(one) - 1
    return (await said)[at]!
  }

  const inLine = <T>(seat: string, enter: () => Promise<T>): Promise<T> => {
    const line = seats.get(seat) ?? { last: Promise.resolve(), waiting: 0 }
    seats.set(seat, line)
    line.waiting++
    const run = line.last.then(enter)
    line.last = run
      .catch(() => undefined)
      .then(() => {
        if (--line.waiting === 0) seats.delete(seat)
      })
    return run
  }

  return {
    alone,
    of: (seat, fn) => inLine(seat, () => alone(fn)),
    beside: (seat, asked) => inLine(seat, () => join(asked)),
    waiting: (seat) => seats.get(seat)?.waiting ?? 0,
    get isQuiet() {
      return running === 0 && seats.size === 0
    },
  }
}
