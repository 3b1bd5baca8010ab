// Randomness that can be played again: everything a fault test draws comes from one seed. Called by the fault tests and the soak.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number
  pick<T>(items: readonly T[]): T
  chance(part: number): boolean
  bytes(length: number): Uint8Array<ArrayBuffer>
  shuffled<T>(items: readonly T[]): T[]
}

/** Mulberry32: 32 bits of state, the same numbers for the same seed on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    chance: (part) => next() < part,
    bytes: (length) => Uint8Array.from({ length }, () => int(0, 255)),
    shuffled(items) {
      const drawn = items.map((item) => ({ item, lot: next() }))
      return drawn.sort((a, b) => a.lot - b.lot).map(({ item }) => item)
    },
  }
}

/** A seed nobody has tried: put into the title of its test, so that a failure can be played again with SEED. */
export function freshSeed(): number {
  return Number(process.env['SEED']) || Math.floor(Math.random() * 1_000_000)
}
