// Time as an argument. Everything that waits or stamps gets a Clock, so that tests wind it by hand.

export interface Clock {
  /** Milliseconds since 1970, by the server. */
  now(): number
  /** Runs `fn` once after that many milliseconds; the answer cancels it. */
  after(ms: number, fn: () => void): () => void
}
