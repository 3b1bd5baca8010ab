// Tokens of the people in the room.
import { expect, it } from 'vitest'
import { initials } from './initials.ts'

const person = (name?: string) => ({
  id: 's',
  online: true,
  writing: false,
  done: false,
  hand: false,
  ...(name === undefined ? {} : { name }),
})

it('takes two letters of a name, whole characters only', () => {
  expect(initials(person('Naïma'), 0)).toBe('NA')
  expect(initials(person('  aïssa'), 0)).toBe('AÏ')
  expect(initials(person('😀lu'), 0)).toBe('😀L')
  expect(initials(person('Ô'), 0)).toBe('Ô')
})

it('counts people without a name', () => {
  expect(initials(person(), 16)).toBe('17')
  expect(initials(person('  '), 0)).toBe('1')
})
