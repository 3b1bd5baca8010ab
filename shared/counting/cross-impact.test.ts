import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCoherence } from './cross-impact.ts'
import { add, fraction, multiply, showFraction, subtract, sumOf } from './fraction.ts'

const part = fc.integer({ min: 0, max: 20 }).map((num) => fraction(num, 20))

test('answers that follow from each other are coherent, and their scenarios fill the whole', () => {
  const whole = fc.property(part, part, part, (pj, piGivenJ, piGivenNotJ) => {
    const pi = add(multiply(piGivenJ, pj), multiply(piGivenNotJ, subtract(fraction(1), pj)))
    const { coherent, scenarios, pJGivenI } = checkCoherence({ pi, pj, piGivenJ, piGivenNotJ })
    expect(coherent).toBe(true)
    expect(showFraction(sumOf(Object.values(scenarios!)))).toBe('1')
    expect(add(scenarios!.both, scenarios!.onlyJ)).toEqual(pj)
    expect(pJGivenI === null).toBe(pi.num === 0n)
  })
  fc.assert(whole)
})

test('a hair off is not coherent', () => {
  const half = fraction(1, 2)
  const stated = { pi: fraction(501, 1000), pj: half, piGivenJ: half, piGivenNotJ: half }
  expect(checkCoherence(stated)).toMatchObject({ coherent: false, scenarios: null, pJGivenI: null })
})
