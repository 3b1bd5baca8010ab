// Ready rules: what a paper says of quorum, majority and voices under each name.
import { expect, test } from 'vitest'
import { resolution, type ResolutionPaper } from './activity.ts'

const OWN = { rule: 'unanimity', quorum: { num: 1, den: 2 }, base: 'voices', registered: 200 }

test.each([
  ['own', 'first', { rule: 'unanimity', quorum: { num: 1, den: 2 }, base: 'voices' }],
  ['ordinary', 'first', { rule: 'simple', quorum: { num: 1, den: 5 }, base: 'voices' }],
  ['ordinary', 'second', { rule: 'simple', quorum: { num: 0, den: 1 }, base: 'voices' }],
  ['extraordinary', 'first', { rule: 'two-thirds', quorum: { num: 1, den: 4 }, base: 'voices' }],
  ['extraordinary', 'second', { rule: 'two-thirds', quorum: { num: 1, den: 5 }, base: 'voices' }],
  ['cooperative', 'first', { rule: 'simple', quorum: { num: 1, den: 2 }, base: 'persons' }],
])('%s, %s call', (preset, call, expected) => {
  const settings = resolution.settings.parse({ ...OWN, preset, call })
  const paper = resolution.poll!.paper([], settings, (key) => key) as ResolutionPaper
  expect(paper).toMatchObject(expected)
})

test('an extraordinary assembly may not open its vote with 49 of 200, and may with 50', () => {
  const opening = (present: number) => {
    const given = { preset: 'extraordinary', registered: 200, present }
    const paper = resolution.poll!.paper([], resolution.settings.parse(given), (key) => key)
    return resolution.poll!.mayOpen!(paper, 'vote')
  }
  expect(opening(49)).toMatchObject({
    code: 'not-now',
    params: { reason: 'quorum', needed: 50, counted: 49 },
  })
  expect(opening(50)).toBeUndefined()
})
