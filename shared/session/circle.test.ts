// Who must answer in a turn of a circle, who left it and who joined it (S75).
import { expect, test } from 'vitest'
import { circleSeats } from './circle.ts'

const said = (...seats: string[]) => seats.map((seat) => ({ seat, choice: { answer: 'consent' } }))

test('who has not answered, who left and who joined; a person on two devices is one', () => {
  const first = { circle: ['s1', 's2', 's3'], named: said('s1', 's9'), state: 'closed' as const }
  expect(circleSeats(first, undefined, {})).toEqual({ missing: ['s2', 's3'], left: [], joined: [] })
  const second = { circle: ['s1', 's4', 's9'], state: 'open' as const }
  expect(circleSeats(second, first, {})).toEqual({ missing: [], left: ['s2', 's3'], joined: ['s4'] })
  const merged = { s4: 's2' }
  expect(circleSeats(second, first, { merged })).toEqual({ missing: [], left: ['s3'], joined: [] })
})

test('a turn without a circle tells nothing, a first one is left by nobody', () => {
  expect(circleSeats({ state: 'closed' }, undefined, {})).toBeUndefined()
  expect(circleSeats({ circle: ['s1'], state: 'open' }, { state: 'closed' }, {})).toEqual({
    missing: [],
    left: [],
    joined: [],
  })
})
