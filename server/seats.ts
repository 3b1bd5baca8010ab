// Seats: who a token stands for. Called by both gateways and the HTTP routes.
import type { Language, Role } from '../shared/wire.ts'
import type { Clock } from '../shared/clock.ts'
import type { SeatRow, Store } from './store/store.ts'
import { hashToken, newToken } from './tokens.ts'

export interface Seats {
  /** The seat of a token, or null for an unknown or revoked one. */
  find(token: string): Promise<SeatRow | null>
  /** The workshop that a token was made for, or null; whether it still opens anything is for `find` to say. */
  workshopOf(token: string): Promise<string | null>
  /** A new seat and its token, which is told once and never stored. */
  issue(
    workshop: string,
    seat: { id: string; role: Role; name?: string; language?: Language; via?: string },
  ): { row: SeatRow; token: string }
  /** Stores a new seat. Its person opens their sockets in the next moment: it need not be looked up for them. */
  add(row: SeatRow): Promise<void>
  rename(workshop: string, seat: string, name: string | null): Promise<void>
  /** Another token for the same seat; resolves with its row once the former one opens nothing any more. */
  renew(row: SeatRow, token: string, generation: number): Promise<SeatRow>
  revoke(workshop: string, seat: string): Promise<void>
  forget(workshop: string): void
}

const CACHED = 20_000

/**
 * Seats looked up are remembered until they change. `standing` gives the seat that one has become a
 * part of, or itself.
 */
export function createSeats(
  store: Store,
  clock: Clock,
  standing: (row: SeatRow) => Promise<SeatRow | null> = async (row) => row,
): Seats {
  const known = new Map<string, SeatRow>()
  /** Reads under way: a person's sockets arrive in the same moment. */
  const asked = new Map<string, Promise<SeatRow | null>>()
  const forget = (test: (row: SeatRow) => boolean) => {
    for (const [hash, row] of known) if (test(row)) known.delete(hash)
  }
  const remember = (row: SeatRow) => {
    if (known.size >= CACHED) known.clear()
    known.set(row.hash, row)
  }
  const lookUp = async (token: string): Promise<SeatRow | null> => {
    if (!/^[A-Za-z0-9_-]{16,64}$/.test(token)) return null
    const hash = hashToken(token)
    const cached = known.get(hash)
    if (cached) return cached
    const asking = asked.get(hash) ?? store.seats.byHash(hash).finally(() => asked.delete(hash))
    asked.set(hash, asking)
    const row = await asking
    if (!row || row.revoked) return null
    remember(row)
    return row
  }
  return {
    async find(token) {
      const row = await lookUp(token)
      return row && standing(row)
    },
    workshopOf: async (token) => (await lookUp(token))?.workshop ?? null,
    issue(workshop, seat) {
      const token = newToken()
      return { token, row: { ...seat, workshop, hash: hashToken(token), createdAt: clock.now() } }
    },
    async add(row) {
      await store.seats.add(row)
      remember(row)
    },
    async rename(workshop, seat, name) {
      await store.seats.rename(workshop, seat, name)
      forget((row) => row.workshop === workshop && row.id === seat)
    },
    async renew(row, token, generation) {
      const hash = hashToken(token)
      await store.seats.renew(row.workshop, row.id, hash, generation)
      forget((one) => one.workshop === row.workshop && one.id === row.id)
      return { ...row, hash, generation }
    },
    async revoke(workshop, seat) {
      forget((row) => row.workshop === workshop && row.id === seat)
      await store.seats.revoke(workshop, seat)
      forget((row) => row.workshop === workshop && row.id === seat)
    },
    forget: (workshop) => forget((row) => row.workshop === workshop),
  }
}
