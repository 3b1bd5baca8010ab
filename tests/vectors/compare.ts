// Compares what a vector expects with what came out: same members, exact fractions, numbers within a tolerance.
// Called by the vector runner.
import { parseFraction, showFraction } from '../../shared/counting/fraction.ts'

const FRACTION = /^-?\d+(\/[1-9]\d*)?$/

/** The first difference as `path: expected 1, got 2`, or null where there is none. */
export function firstDifference(
  expected: unknown,
  got: unknown,
  tolerance: number,
  path = '',
): string | null {
  if (isTree(expected) && isTree(got) && Array.isArray(expected) === Array.isArray(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const at = path === '' ? key : `${path}.${key}`
      const found = firstDifference(member(expected, key), member(got, key), tolerance, at)
      if (found) return found
    }
    return null
  }
  return sameLeaf(expected, got, tolerance) ? null : `${path}: expected ${show(expected)}, got ${show(got)}`
}

type Tree = Record<string, unknown>

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function member(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined
}

function sameLeaf(expected: unknown, got: unknown, tolerance: number): boolean {
  if (expected === got) return true
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= tolerance
  if (typeof expected !== 'string' || typeof got !== 'string') return false
  if (!FRACTION.test(expected) || !FRACTION.test(got)) return false
  return showFraction(parseFraction(expected)) === showFraction(parseFraction(got))
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}
