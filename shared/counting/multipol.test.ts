import { expect, test } from 'vitest'
import { fraction, showFraction } from './fraction.ts'
import { comparePolicies } from './multipol.ts'

const one = fraction(1)

test('a policy with one criterion is that criterion; the mean of opposites is the middle', () => {
  const scores = {
    a: { cost: fraction(20), time: fraction(0) },
    b: { cost: fraction(10), time: fraction(10) },
  }
  const zero = fraction(0)
  const policies = { thrifty: { cost: one, time: zero }, quick: { cost: zero, time: one } }
  const { perPolicy, summary } = comparePolicies(scores, policies)
  expect(showFraction(perPolicy['a']!['thrifty']!)).toBe('20')
  expect(showFraction(perPolicy['a']!['quick']!)).toBe('0')
  expect([summary['a']!.mean, summary['a']!.sd]).toEqual([summary['b']!.mean, 10])
  expect(summary['b']!.sd).toBe(0)
})

test('a policy that weighs nothing is an error', () => {
  expect(() => comparePolicies({ a: { cost: one } }, { none: { cost: fraction(0) } })).toThrow('denominator')
})
