// One device on one document: its socket, its rights while it lasts, and how much of it is still unsent.
// Made by docs.ts, used by doc.ts.
import { createBudget, type Budget } from '../../shared/budget.ts'
import type { DocRef } from '../../shared/ids.ts'
import type { Role } from '../../shared/wire.ts'
import { wireMessage } from '../wire-socket.ts'
import type { DocSocket, Sign } from './doc-socket.ts'
import type { Writer } from './guard.ts'

export interface Seat {
  id: string
  role: Role
}

/** What a connection is from its beginning to its end; other rights mean another connection. */
export interface Opening {
  seat: Seat
  ref: DocRef
  rights: 'read' | 'write'
  /** Offered `tablee.saved`. */
  saved: boolean
  /** Shared by all devices of the seat. */
  budget: Budget
}

/** Bytes that may wait in a socket before its reader is left out. */
const FULL = 1024 * 1024
/** A reader that catches up gets news again below this. */
const DRAINED = FULL / 4
const MOST_STRIKES = 20
const STRIKES_FORGOTTEN = 60_000
/** A full answer may cost 40 ms; a client asks once for each connection. */
const ANSWERS_PER_SECOND = 0.2
const ANSWERS_AT_ONCE = 3
/** A check reads the whole document where it has changed. */
const CHECKS_PER_SECOND = 0.2
const CHECKS_AT_ONCE = 3
/** Beats without a sign of life. */
const MOST_SILENT = 2

export class Connection {
  readonly socket: DocSocket
  readonly seat: Seat
  readonly ref: DocRef
  readonly rights: 'read' | 'write'
  readonly trusted: boolean
  readonly saved: boolean
  readonly writer: Writer
  /** While set, this reader is left out: the state it was sent last, and the bytes that wait for it since when. */
  behind: { vector: Uint8Array; unsent: number; since: number } | null = null
  /** The step 1 that is not answered yet. */
  asked: Uint8Array | null = null
  /** It is about to be asked for what the server misses; one question a window is enough. */
  resyncing = false
  /** Its document is loaded and knows it. */
  joined = false
  open = true
  readonly #budget: Budget
  readonly #answers = createBudget(ANSWERS_PER_SECOND, ANSWERS_AT_ONCE)
  readonly #checks = createBudget(CHECKS_PER_SECOND, CHECKS_AT_ONCE)
  #strikes: number[] = []
  #silent = 0

  constructor(socket: DocSocket, { seat, ref, rights, saved, budget }: Opening) {
    this.socket = socket
    this.seat = seat
    this.ref = ref
    this.rights = rights
    this.trusted = isTrusted(seat.role)
    this.saved = saved
    this.writer = writerOf(ref, seat)
    this.#budget = budget
  }

  get writes(): boolean {
    return this.rights === 'write'
  }

  /** Sends one frame, unless the reader is closed or left out. */
  send(frame: Uint8Array): void {
    this.relay(wireMessage(frame))
  }

  /** Sends what many are sent: one or more frames, made for the wire. */
  relay(message: Buffer): void {
    if (this.open && !this.behind) this.socket.relay(message)
  }

  get isFull(): boolean {
    return this.socket.bufferedAmount > FULL
  }

  get isDrained(): boolean {
    return this.socket.bufferedAmount < DRAINED
  }

  /** Leaves this reader out until it has caught up; `vector` is all that it was sent. */
  leaveOut(vector: Uint8Array, now: number): void {
    this.behind = { vector, unsent: this.socket.bufferedAmount, since: now }
  }

  /** True once nothing at all has gone out for `ms`. */
  isStuck(now: number, ms: number): boolean {
    const { behind } = this
    if (!behind) return false
    const unsent = this.socket.bufferedAmount
    if (unsent < behind.unsent) Object.assign(behind, { unsent, since: now })
    return now - behind.since >= ms
  }

  /** Takes one message from the seat's budget; false when it is spent. */
  spend(now: number): boolean {
    this.#silent = 0
    return this.#budget.take(now)
  }

  /** Milliseconds that the answer to a step 1 has to wait. */
  patience(now: number): number {
    const wait = this.#answers.wait(now)
    this.#answers.take(now + wait)
    return wait
  }

  /** True where its replica may be compared now. */
  mayCheck(now: number): boolean {
    return this.saved && this.#checks.take(now)
  }

  /** Counts an update that ran ahead; true when there were too many of them lately. */
  strike(now: number): boolean {
    this.#strikes = [...this.#strikes.filter((at) => now - at < STRIKES_FORGOTTEN), now]
    return this.#strikes.length > MOST_STRIKES
  }

  /** Sends a sign of life, which asks whoever was silent since the last one for theirs; a peer that has given none for a while is gone. */
  beat({ bare, asking }: Sign): void {
    if (this.behind) return
    const silent = this.#silent++
    if (silent >= MOST_SILENT) return this.socket.terminate()
    this.relay(silent === 0 ? bare : asking)
  }

  heard(): void {
    this.#silent = 0
  }

  /** Closes for the reason `code` says; what still arrives is not looked at. */
  close(code: number): void {
    if (!this.open) return
    this.open = false
    this.socket.close(code)
    this.socket.resume()
  }
}

export function isTrusted(role: Role): boolean {
  return role === 'facilitator' || role === 'scribe'
}

/**
 * Under whose name a seat writes. A pad belongs to its writer, a board to all trusted hands together: clientIDs are
 * claimed under these names, and a document loaded again gives its ids back to them.
 */
export function ownerOf(ref: DocRef): string {
  return ref.sort === 'pad' ? ref.writer : 'trusted'
}

function writerOf(ref: DocRef, seat: Seat): Writer {
  return { seat: ownerOf(ref), trusted: ref.sort !== 'pad' && isTrusted(seat.role) }
}
