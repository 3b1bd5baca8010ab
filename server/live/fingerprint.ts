// The fingerprint of a sealed poll: whoever holds the list of bare ballots and the salt can make it again. Called by effects.ts.
// Without its salt it tells nothing about the ballots, however few they are.
import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits, in hex. */
export const newSalt = (): string => randomBytes(16).toString('hex')

/** SHA-256, in hex, of the salt and then every ballot as JSON, sorted by text, each on a line of its own, in UTF-8. */
export function fingerprintOf(ballots: readonly unknown[], salt: string): string {
  const lines = ballots.map((ballot) => JSON.stringify(ballot)).sort()
  return createHash('sha256')
    .update([salt, ...lines].join('\n'))
    .digest('hex')
}
