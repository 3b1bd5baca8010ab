// Authors: which steps keep the promise, for each way of writing.
import { expect, test } from 'vitest'
import { ACTIVITIES, activityOf } from './index.ts'

const rows = (settings: object, kind = 'brainstorm') => {
  const activity = activityOf(kind)!
  return activity
    .steps(activity.settings.parse(settings))
    .map(
      ({ id, pads, forgets }) =>
        `${id} ${pads}${forgets ? (forgets === 'after' ? ' forgets after' : ' forgets') : ''}`,
    )
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

/** Kinds in which only tables write: no note of theirs has one author. */
const BY_TABLES = ['brainwriting', 'breakouts', 'world-cafe']
/** Statements are voted on: whose they are must not weigh. */
const NAMELESS = 'opinion-groups'

test('every exercise whose notes have authors lets the room choose, and keeps the promise exactly once', () => {
  for (const { kind, settings, steps } of ACTIVITIES) {
    const given = settings.parse({ authors: 'forgotten' }) as { authors?: string }
    const writes = steps(given).some(({ pads, groups }) => pads !== 'off' && !groups)
    const offers = given.authors === 'forgotten'
    if (BY_TABLES.includes(kind) || kind === NAMELESS) expect([kind, offers]).toEqual([kind, false])
    else if (writes) expect([kind, offers]).toEqual([kind, true])
    if (!offers || !writes) continue
    const after = steps(given)
    const first = after.findIndex(({ forgets }) => forgets)
    expect(first, kind).toBeGreaterThanOrEqual(0)
    for (const [i, { pads, forgets }] of after.entries()) {
      if (i > first) expect([kind, pads, forgets]).toEqual([kind, 'off', true])
    }
  }
})

test('writing that asks for something else after the reveal goes on; the promise is kept once all of it is over', () => {
  expect(rows({ authors: 'forgotten', rate: false }, 'premortem')).toEqual([
    'write sealed',
    'reveal live',
    'merge off',
    'prevent live forgets after',
  ])
  expect(rows({ authors: 'forgotten' }, 'one-two-four-all')).toEqual([
    'one sealed',
    'two live',
    'four live',
    'all live',
    'sort off forgets',
  ])
  expect(rows({ authors: 'forgotten' }, 'questions')).toEqual(['ask live', 'answer live forgets after'])
  expect(rows({ authors: 'forgotten' }, 'crazy-eights')).toEqual([
    'draw sealed',
    'gallery off forgets',
    'choose off forgets',
  ])
})

test('phones react where they read the board, and only where the facilitator wants it', () => {
  const steps = (settings: object, kind: string) => {
    const activity = activityOf(kind)!
    return activity
      .steps(activity.settings.parse(settings))
      .flatMap(({ id, reactions }) => (reactions ? [id] : []))
  }
  expect(steps({}, 'brainstorm')).toEqual([])
  expect(steps({ reactions: true }, 'brainstorm')).toEqual(['reveal', 'sort', 'talk'])
  expect(steps({ reactions: true }, 'world-cafe')).toEqual(['harvest', 'sort'])
  expect(steps({ reactions: true }, 'dot-vote')).toEqual([])
})
