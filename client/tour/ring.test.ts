// Stops stand apart, inside the drawing, in order.
import { expect, test } from 'vitest'
import { ringOf } from './ring.ts'

test.each([1, 2, 3, 12, 13, 30])('%d places are inside and apart', (count) => {
  const places = ringOf(count)
  expect(places).toHaveLength(count)
  for (const { x, y } of places) {
    expect(x).toBeGreaterThanOrEqual(40)
    expect(x).toBeLessThanOrEqual(520)
    expect(y).toBeGreaterThanOrEqual(40)
    expect(y).toBeLessThanOrEqual(440)
  }
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(28)
})
