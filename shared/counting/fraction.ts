// Exact rational numbers: what results are compared and kept with, never rounded floats (methods, section 0.5).
// Called by the counting rules; written as '10/3' wherever a result is stored.

/** Always in lowest terms with a positive denominator. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

/** `num / den` in lowest terms. Throws on a zero denominator. */
export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(num), BigInt(den)]
  if (d === 0n) throw new Error('a fraction needs a denominator')
  const part = commonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n)
  return { num: n / part, den: d / part }
}

/** '10/3', '5', '-2.5', 0.1 or 1e-7, taken as the decimal it shows. Throws on anything else. */
export function parseFraction(value: string | number): Fraction {
  const match = /^(-?\d+)(?:\/(\d+)|(?:\.(\d+))?(?:e([+-]?\d+))?)$/i.exec(String(value).trim())
  if (!match) throw new Error(`not a fraction: ${value}`)
  const [, whole = '', under, decimals = '', exponent = '0'] = match
  if (under !== undefined) return fraction(BigInt(whole), BigInt(under))
  const scale = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals)
  return scale >= 0 ? fraction(digits * 10n ** BigInt(scale)) : fraction(digits, 10n ** BigInt(-scale))
}

/** '10/3', or '5' where the denominator is one. */
export function showFraction({ num, den }: Fraction): string {
  return den === 1n ? String(num) : `${num}/${den}`
}

/** The nearest float, for drawing only. */
export function toNumber({ num, den }: Fraction): number {
  return Number(num) / Number(den)
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den)
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den)
}

/** Throws where b is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num)
}

/** The sum of all; zero without any. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, fraction(0))
}

/** The exact mean; null without values. */
export function averageOf(values: readonly Fraction[]): Fraction | null {
  return values.length === 0 ? null : divide(sumOf(values), fraction(values.length))
}

/** The mean of the squared distances from the mean (of the whole population); null without values. */
export function varianceOf(values: readonly Fraction[]): Fraction | null {
  const mean = averageOf(values)
  return mean && averageOf(values.map((value) => multiply(subtract(value, mean), subtract(value, mean))))
}

/** Below zero where a is less than b, zero where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The greatest whole number that is not above. */
export function floor({ num, den }: Fraction): bigint {
  const whole = num / den
  return num < 0n && whole * den !== num ? whole - 1n : whole
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
