import { expect, test } from 'vitest'
import { horizonHeights } from './curves.ts'

test('the first horizon gives way to the third, the second is highest between', () => {
  const times = Array.from({ length: 101 }, (_, i) => i / 100)
  const heights = times.map(horizonHeights)
  for (const [i, { H1, H2, H3 }] of heights.entries()) {
    for (const height of [H1, H2, H3]) expect(height > 0 && height < 1).toBe(true)
    if (i > 0) expect(H1 < heights[i - 1]!.H1 && H3 > heights[i - 1]!.H3).toBe(true)
  }
  const top = heights.findIndex(({ H2 }) => H2 === Math.max(...heights.map((each) => each.H2)))
  expect(times[top]).toBe(0.55)
})
