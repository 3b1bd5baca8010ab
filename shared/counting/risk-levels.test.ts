import { expect, test } from 'vitest'
import { levelOf, onBands } from './risk-levels.ts'

test('the worked example: finances high, fatigue high, weather low', () => {
  expect([12.5, 12, 2].map(levelOf)).toEqual(['high', 'high', 'low'])
  expect([25, 15, 5].map(levelOf)).toEqual(['critical', 'critical', 'watch'])
})

test('a value lies in the middle of its band', () => {
  expect([1, 3, 5].map(onBands)).toEqual([0.1, 0.5, 0.9])
})
