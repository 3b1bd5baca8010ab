import { expect, test } from 'vitest'
import { coneZone } from './cone.ts'

test('the cone is narrow today and wide at its end', () => {
  expect([coneZone([5, 50]), coneZone([5, 50.1]), coneZone([4.9, 50])]).toEqual([
    'projected',
    'outside',
    'outside',
  ])
  expect(coneZone([95, 72])).toBe('plausible')
  expect(coneZone([50, 72])).toBe('preposterous')
})

test('it is the same above and below its axis', () => {
  for (const off of [0, 1, 5, 11, 20, 43, 45]) expect(coneZone([80, 50 - off])).toBe(coneZone([80, 50 + off]))
})
