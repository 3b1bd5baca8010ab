// Slows the guessing of join codes; nobody who holds a token or the QR's invite ever meets it. Called by door and seats routes.
// Only wrong guesses cost. Each address has its own small budget, and all addresses together one; whoever is early waits in line.
import { isIPv6 } from 'node:net'
import { createBudget, type Budget } from '../../shared/budget.ts'
import type { Clock } from '../../shared/clock.ts'
import { GUESSES } from '../../shared/limits.ts'
import { CALM, type Strain } from '../strain.ts'
import { Problem } from './problem.ts'

export interface Doorman {
  /**
   * Runs a look-up by typed code; a null answer is a wrong guess. Throws 429 with Retry-After when guesses have run out and
   * the line is long, except for the code of a workshop whose people came in from the same address.
   */
  guess<T extends { id: string }>(address: string, lookUp: () => Promise<T | null>): Promise<T | null>
  /** Somebody of this workshop is at this address: its code may be typed there, whatever others there have guessed. */
  welcome(address: string, workshop: string): void
  /** Resolves when one more may take a seat by a typed code; throws 429 only where hundreds are waiting. */
  turnFor(workshop: string): Promise<void>
  /** Resolves while the house has breath left for one more; throws 503 where that takes too long. */
  breath(): Promise<void>
}

/** Addresses and workshops remembered, in memory only. */
const REMEMBERED = 10_000
/** Milliseconds that a look-up and a seat may wait in line. */
const GUESS_PATIENCE = 4000
const SEAT_PATIENCE = 20_000
/** Between two looks whether there is room again. */
const LOOK_AGAIN = 500
const COME_BACK = 5
/** As many may wait for breath as a large workshop has seats; the next ones come back by themselves. */
const MOST_WAITING = 3000

export function createDoorman(clock: Clock, strain: Strain = CALM): Doorman {
  const everybody = createLines(clock, GUESS_PATIENCE, () => createBudget(GUESSES.perSecond, GUESSES.burst))
  const sites = createLines(clock, GUESS_PATIENCE, () =>
    createBudget(GUESSES.perAddressPerSecond, GUESSES.perAddressBurst),
  )
  const seats = createLines(clock, SEAT_PATIENCE, () =>
    createBudget(GUESSES.seatsPerSecond, GUESSES.seatsBurst),
  )
  const guests = new Map<string, Set<string>>()
  let waiting = 0

  function welcome(address: string, workshop: string): void {
    const at = siteOf(address)
    remember(guests, at, guests.get(at) ?? new Set()).add(workshop)
  }

  return {
    welcome,
    async guess(address, lookUp) {
      const found = await lookUp()
      if (found && guests.get(siteOf(address))?.has(found.id)) return found
      await sites.pass(siteOf(address), found === null)
      await everybody.pass('', found === null)
      if (found) welcome(address, found.id)
      return found
    },
    turnFor: (workshop) => seats.pass(workshop, true),
    async breath() {
      const until = clock.now() + SEAT_PATIENCE
      while (strain.level === 2) {
        if (clock.now() >= until || waiting >= MOST_WAITING)
          throw new Problem(503, 'busy', { retryAfter: COME_BACK })
        waiting++
        await new Promise<void>((resolve) => clock.after(LOOK_AGAIN, resolve))
        waiting--
      }
    },
  }
}

interface Line {
  budget: Budget
  /** The end of the line. */
  last: Promise<unknown>
}

/** One line for each name: who has waited its turn passes, and pays where `pays`. */
function createLines(clock: Clock, patience: number, open: () => Budget) {
  const lines = new Map<string, Line>()

  async function turn({ budget }: Line, until: number, pays: boolean): Promise<void> {
    const wait = budget.wait(clock.now())
    if (clock.now() + wait > until)
      throw new Problem(429, 'too-fast', { retryAfter: Math.max(1, Math.ceil(wait / 1000)) })
    if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve))
    if (pays) budget.take(clock.now())
  }

  return {
    /** Throws 429 where the line is too long to wait. */
    pass(name: string, pays: boolean): Promise<void> {
      const until = clock.now() + patience
      const line = remember(lines, name, lines.get(name) ?? { budget: open(), last: Promise.resolve() })
      const run = line.last.then(() => turn(line, until, pays))
      line.last = run.catch(() => undefined)
      return run
    },
  }
}

function remember<T>(map: Map<string, T>, name: string, value: T): T {
  if (!map.has(name) && map.size >= REMEMBERED) map.delete(map.keys().next().value!)
  map.set(name, value)
  return value
}

/** Who counts as one: an IPv4 address however it is written, the /64 of an IPv6 one, which any household has to itself. */
export function siteOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
