// When a room screen makes a sound, and which.
import { expect, it } from 'vitest'
import { soundOf, type Heard, type Sound } from './sounds.ts'

const still: Heard = { activity: 'a1', step: 'write', poll: null, notes: 0, left: 1000 }

it.each<[string, Partial<Heard>, Partial<Heard>, Sound | null]>([
  ['nothing happens', {}, {}, null],
  ['the clock goes on', { left: 1000 }, { left: 500 }, null],
  ['time is up', { left: 250 }, { left: 0 }, 'end'],
  ['time stays up', { left: 0 }, { left: 0 }, null],
  ['a step without time follows one with time', { left: 250 }, { left: null, step: 'talk' }, null],
  ['a new step begins at nothing', { left: 250 }, { left: 0, step: 'talk' }, null],
  ['the first notes are turned over', { notes: 0 }, { notes: 12, step: 'reveal' }, 'reveal'],
  ['one more note comes', { notes: 12 }, { notes: 13 }, null],
  ['a vote opens', {}, { poll: 'a1.1' }, 'vote'],
  ['a vote is closed', { poll: 'a1.1' }, { poll: null }, null],
  ['another activity opens with notes on its board', {}, { activity: 'a2', notes: 9 }, null],
  ['another activity opens with a vote', {}, { activity: 'a2', poll: 'a2.1' }, 'vote'],
])('%s', (_what, before, now, sound) => {
  expect(soundOf({ ...still, ...before }, { ...still, ...now })).toBe(sound)
})
