// Which task the phone shows follows from the rights alone, in a fixed order.
import { describe, expect, it } from 'vitest'
import type { PollView, Snapshot } from '../../shared/wire.ts'
import { sceneOf } from './scene.ts'

const NONE = { pad: 'none', board: 'none', arrange: false, ballot: false } as const
const session = (part: Partial<Snapshot> = {}) =>
  ({ now: { activity: 'a1' }, may: NONE, ...part }) as Snapshot
const poll = (state: 'open' | 'closed') => ({ id: 'p1', state }) as PollView

describe('the scene', () => {
  it.each([
    ['nothing heard yet', null, null, 'lobby'],
    ['before the first activity', { may: NONE } as Snapshot, null, 'lobby'],
    ['writing', session({ may: { ...NONE, pad: 'sealed' } }), null, 'write'],
    [
      'an open poll comes before writing',
      session({ may: { ...NONE, pad: 'open' }, poll: poll('open') }),
      null,
      'face',
    ],
    [
      'a closed poll gives way to writing',
      session({ may: { ...NONE, pad: 'open' }, poll: poll('closed') }),
      null,
      'write',
    ],
    [
      'a published result comes before writing',
      session({
        may: { ...NONE, pad: 'open' },
        poll: { ...poll('closed'), published: true },
        result: {},
      }),
      null,
      'face',
    ],
    [
      'a step that asks for nothing new, though late notes are taken in',
      { now: { activity: 'a1', asks: { nothing: true } }, may: { ...NONE, pad: 'open' } } as Snapshot,
      null,
      'wait',
    ],
    ['a closed poll', session({ poll: poll('closed') }), null, 'face'],
    ['proposals to be read', session({ preview: [] }), null, 'face'],
    ['nothing to do', session(), null, 'wait'],
    ['the end', session({ ended: true }), null, 'ended'],
    ['the end, heard at the door', null, 'gone', 'ended'],
    ['a seat taken away', session(), 'not-your-seat', 'refused'],
  ] as const)('%s', (_name, snapshot, refusal, scene) => {
    expect(sceneOf(snapshot, refusal)).toBe(scene)
  })
})
