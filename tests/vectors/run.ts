// Runs vectors through our counting functions. Called by `npm run vectors` and by the house test.
import { firstDifference } from './compare.ts'
import { METHODS } from './methods.ts'

/** One worked example; see `notation` in tests/vectors.json. */
export interface Vector {
  id: string
  method: string
  input: unknown
  expected: unknown
  /** Absolute, for numbers; 0 means exact. */
  tolerance: number
}

/** Null where our function gives what the vector expects, else what is wrong, in one line. */
export function faultOf({ method, input, expected, tolerance }: Vector): string | null {
  const count = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
  if (!count) return `no code for method ${method}`
  try {
    return firstDifference(expected, count(input as never, Object.keys(Object(expected))), tolerance)
  } catch (error) {
    return `threw ${String(error).replaceAll('\n', ' ')}`
  }
}

/** The vectors of a file of the form of tests/vectors.json. Throws where it has another form. */
export function parseVectors(text: string): Vector[] {
  const { vectors } = JSON.parse(text) as { vectors?: Vector[] }
  if (!Array.isArray(vectors)) throw new Error('the file has no list "vectors"')
  return vectors
}
