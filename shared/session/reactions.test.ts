// Reactions: one for each person and note, counted for screens, never told by person (S71); and authors forgotten on leaving (S57).
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../limits.ts'
import { isRefusal, type Role } from '../wire.ts'
import { access } from './access.ts'
import type { Command } from './commands.ts'
import { context, play, STEPS } from './fixture.ts'
import { next, type Outcome } from './machine.ts'
import { withMerged } from './merging.ts'
import { reactionCounts, reactionsView } from './reactions.ts'
import { newSession, type Session } from './state.ts'

const coffee = play(newSession(), [{ kind: 'open', activity: 'coffee' }])
const say = (session: Session, command: Command, seat = 's1', role: Role = 'participant', over = {}) =>
  next(session, command, context({ seat, role, ...over }))
const done = (...given: Parameters<typeof say>) => {
  const outcome = say(...given)
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome as Outcome
}
const react = (session: Session, seat: string, as: 'like' | 'dig' | null) =>
  done(session, { kind: 'react', note: 'n1', as }, seat).session

describe('S71 reactions', () => {
  const two = react(react(react(coffee, 's1', 'dig'), 's1', 'like'), 's2', 'like')
  test('one for each person and note; another one takes its place, null takes it away', () => {
    expect(two.reactions).toEqual({ coffee: { n1: { s1: 'like', s2: 'like' } } })
    expect(reactionCounts(two, 'coffee')).toEqual({ n1: { like: 2 } })
    expect(reactionCounts(react(react(two, 's1', null), 's2', null), 'coffee')).toEqual({})
  })
  test('screens learn how many, phones their own, nobody whose', () => {
    for (const role of ['facilitator', 'wall'] as const)
      expect(reactionsView(two, { id: 'w1', role }, true)).toEqual({
        counts: { n1: { like: 2 } },
        mine: {},
        open: true,
      })
    expect(reactionsView(two, { id: 's2', role: 'participant' }, true)).toEqual({
      mine: { n1: 'like' },
      open: true,
    })
  })
  test('refused for the desk, where the step takes none, while locked, for a note that is not shown, and too many', () => {
    const it: Command = { kind: 'react', note: 'n1', as: 'like' }
    expect(say(coffee, it, 's1', 'facilitator')).toMatchObject({ code: 'not-allowed' })
    expect(say(coffee, it, 'w1', 'wall')).toMatchObject({ code: 'not-allowed' })
    expect(say(play(newSession(), [{ kind: 'open', activity: 'ideas' }]), it)).toMatchObject({
      code: 'not-now',
    })
    expect(say(newSession(), it)).toMatchObject({ code: 'not-now' })
    expect(say(play(coffee, [{ kind: 'lock', on: true }]), it)).toMatchObject({ code: 'not-now' })
    expect(say(coffee, { ...it, note: 'n2' })).toMatchObject({ code: 'unknown-option' })
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.reactions }, (_, i) => [`x${i}`, { s1: 'like' as const }]),
    )
    const full = { ...coffee, reactions: { coffee: many } }
    expect(say(full, it)).toMatchObject({ code: 'too-many' })
    expect(isRefusal(say(full, it, 's2'))).toBe(false)
  })
  test('who leaves takes them along; two devices that become one keep one', () => {
    const left = play(two, [{ kind: 'remove', seat: 's1' }])
    expect(reactionCounts(left, 'coffee')).toEqual({ n1: { like: 1 } })
    const mixed = react(two, 's2', 'dig')
    expect(withMerged(mixed, 's1', 's2').reactions).toEqual({ coffee: { n1: { s2: 'dig' } } })
    expect(withMerged(react(two, 's2', null), 's1', 's2').reactions).toEqual({
      coffee: { n1: { s2: 'like' } },
    })
  })
})

describe('S57 where people write until the last step', () => {
  const steps = (activity: string) => STEPS[activity] ?? null
  const pad = { sort: 'pad', activity: 'coffee', writer: 's1' } as const
  const seat = { id: 's1', role: 'participant' } as const
  test('going on to another activity forgets the authors, and closes their sheets for good', () => {
    const { session, effects } = done(coffee, { kind: 'open', activity: 'ideas' }, 's1', 'facilitator')
    expect(effects).toContainEqual({ do: 'forget', activity: 'coffee' })
    expect(session.forgotten).toEqual(['coffee'])
    expect([access(coffee, seat, pad, steps), access(session, seat, pad, steps)]).toEqual(['write', 'none'])
    const back = done(session, { kind: 'open', activity: 'coffee' }, 's1', 'facilitator')
    const again = done(back.session, { kind: 'end' }, 's1', 'facilitator')
    expect([...back.effects, ...again.effects].some(({ do: what }) => what === 'forget')).toBe(false)
  })
  test('so does the end; opening the same activity again does not', () => {
    expect(done(coffee, { kind: 'end' }, 's1', 'facilitator').effects).toContainEqual({
      do: 'forget',
      activity: 'coffee',
    })
    const again = done(coffee, { kind: 'open', activity: 'coffee' }, 's1', 'facilitator')
    expect(again.session.forgotten).toBeUndefined()
  })
})
