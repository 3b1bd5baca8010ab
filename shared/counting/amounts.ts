// Voices may be halves or thirds: exact amounts, whole ones as plain numbers. Called by rolls, quorums and majorities.
import type { Amount } from '../voting.ts'
import { add, fraction, parseFraction, showFraction, toNumber, type Fraction } from './fraction.ts'

/** The amount as an exact fraction. */
export function fractionOf(amount: Amount): Fraction {
  return parseFraction(amount)
}

/** A plain number where it is whole, else '5/2'. */
export function amountOf(value: Fraction): Amount {
  return value.den === 1n ? Number(value.num) : showFraction(value)
}

/** The nearest float, for drawing and for words. */
export function figureOf(amount: Amount): number {
  return toNumber(parseFraction(amount))
}

/** The exact sum of all. */
export function sumAmounts(amounts: readonly Amount[]): Amount {
  const whole = amounts.every((amount) => typeof amount === 'number')
  if (whole) return amounts.reduce((sum, amount) => sum + amount, 0)
  return amountOf(amounts.map(fractionOf).reduce(add, fraction(0)))
}

/** The smallest part that all of them are whole multiples of: 1 / this number. */
export function commonUnit(amounts: readonly Amount[]): bigint {
  return amounts.reduce((unit, amount) => {
    const { den } = fractionOf(amount)
    return (unit / commonDivisor(unit, den)) * den
  }, 1n)
}

/** In whole units of 1 / `unit`. */
export function inUnits(amount: Amount, unit: bigint): bigint {
  const { num, den } = fractionOf(amount)
  return (num * unit) / den
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
