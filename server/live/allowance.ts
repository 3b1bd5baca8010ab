// How much phones may add to a board by arranging it: each overwritten place leaves a trace in the document for good.
// Made by session.ts, asked by effects.ts. The desk and the scribe are not counted.
import { LIMITS } from '../../shared/limits.ts'
import type { Move } from '../../shared/session/commands.ts'

export interface Allowance {
  /** Counts these moves of a seat; false, and nothing is counted, when the seat or all seats have had their share. */
  take(seat: string, moves: readonly Move[]): boolean
  /** A new step. */
  reset(): void
}

/** Bytes of one entry of a document besides its value. */
const ENTRY = 24

export function createAllowance(): Allowance {
  const seats = new Map<string, number>()
  let all = 0
  return {
    take(seat, moves) {
      const bytes = moves.reduce((sum, move) => sum + bytesOf(move), 0)
      const own = (seats.get(seat) ?? 0) + bytes
      if (own > LIMITS.arranged || all + bytes > LIMITS.arrangedByAll) return false
      seats.set(seat, own)
      all += bytes
      return true
    },
    reset() {
      seats.clear()
      all = 0
    },
  }
}

/** About what a move adds to the encoded document: an entry for each thing it says. */
function bytesOf({ note: _note, ...said }: Move): number {
  const values = Object.values(said)
  return values.reduce<number>((sum, value) => sum + ENTRY + Buffer.byteLength(JSON.stringify(value)), 0)
}
