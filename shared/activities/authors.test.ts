// Authors: which steps keep the promise, for each way of writing.
import { expect, test } from 'vitest'
import { activityOf } from './index.ts'

const rows = (settings: object) => {
  const brainstorm = activityOf('brainstorm')!
  return brainstorm
    .steps(brainstorm.settings.parse(settings))
    .map(({ id, pads, forgets }) => `${id} ${pads}${forgets ? ' forgets' : ''}`)
}

test('by default nothing is forgotten, and one may write on after the reveal', () => {
  expect(rows({})).toEqual(['write sealed', 'reveal live', 'sort off', 'talk off'])
})

test('at the reveal the authors are forgotten, and nobody writes from then on', () => {
  const after = ['reveal off forgets', 'sort off forgets', 'talk off forgets']
  expect(rows({ authors: 'forgotten' })).toEqual(['write sealed', ...after])
})

test('where notes are approved one by one, they are forgotten once that is over', () => {
  const rest = ['sort off forgets', 'talk off forgets']
  expect(rows({ authors: 'forgotten', moderated: true })).toEqual([
    'write moderated',
    'reveal moderated',
    ...rest,
  ])
})
