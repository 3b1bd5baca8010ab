import { expect, test } from 'vitest'
import { refuse } from '../wire.ts'
import { checkEach, checkLevel } from './choices.ts'

const OPTIONS = [{ id: 'a' }, { id: 'constructor' }, { id: 'b' }]
const level = (value: unknown) => checkLevel({ min: 0, max: 5 }, value)
const check = (choice: unknown) =>
  checkEach(OPTIONS, choice, (value) => (value === null ? undefined : level(value)))

test('a ballot names its options in the order of the paper', () => {
  expect(JSON.stringify(check({ b: 1, a: 5 }))).toBe('{"a":5,"b":1}')
})

test('what is left out is not named, and nothing at all is a ballot too', () => {
  expect(check({ a: null, b: 0 })).toEqual({ b: 0 })
  expect(check({})).toEqual({})
})

test.each([[null], [undefined], ['a'], [4], [['a']], [{ a: 6 }], [{ a: 1.5 }], [{ a: '1' }], [{ a: NaN }]])(
  '%j is refused whole',
  (choice) => {
    expect(check(choice)).toEqual(refuse('bad-request'))
  },
)

test('an unknown option refuses the ballot, whatever it is called', () => {
  expect(check({ a: 1, c: 1 })).toEqual(refuse('unknown-option'))
  expect(check(JSON.parse('{"__proto__": {"a": 1}}'))).toEqual(refuse('unknown-option'))
  expect(check({ toString: 1 })).toEqual(refuse('unknown-option'))
})

test('what an object is born with is not a value of its own', () => {
  expect(check(Object.create({ a: 1 }))).toEqual({})
  expect(check({ constructor: 2 })).toEqual({ constructor: 2 })
})

test('minus zero is zero, as it comes back from the disk', () => {
  expect(Object.is(level(-0), 0)).toBe(true)
})
