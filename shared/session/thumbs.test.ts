// Thumbs: whether the room goes on with its topic, asked by the desk, answered once by each, told as numbers (S72).
import { describe, expect, test } from 'vitest'
import type { Thumb } from '../together.ts'
import { isRefusal, type Role } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, play } from './fixture.ts'
import { next } from './machine.ts'
import { withMerged } from './merging.ts'
import { newSession, type Session } from './state.ts'
import { goesOn, thumbed, thumbsView } from './thumbs.ts'

const lit: Command = { kind: 'spotlight', note: 'n1' }
const ask: Command = { kind: 'askThumbs', on: true }
const stop: Command = { kind: 'askThumbs', on: false }
const forum = play(newSession(), [{ kind: 'open', activity: 'forum' }, lit])
const asked = play(forum, [ask])
const say = (session: Session, command: Command, seat = 's1', role: Role = 'participant') =>
  next(session, command, context({ seat, role }))
function thumb(session: Session, seat: string, as: Thumb | null): Session {
  const outcome = say(session, { kind: 'thumb', as }, seat)
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome.session
}
const view = (session: Session, id: string, role: Role) => thumbsView(session, [4, 2], { id, role })

describe('S72 thumbs', () => {
  const three = thumb(thumb(thumb(asked, 's1', 'down'), 's1', 'up'), 's2', 'side')
  test('one for each person, the last one counts; screens learn how many, phones their own, nobody whose', () => {
    for (const role of ['facilitator', 'wall'] as const)
      expect(view(three, 'w1', role)).toEqual({
        minutes: 4,
        open: true,
        counts: { up: 1, side: 1, down: 0 },
      })
    expect(view(three, 's1', 'participant')).toEqual({ minutes: 4, open: true, mine: 'up' })
    expect(view(three, 's3', 'participant')).toEqual({ minutes: 4, open: true })
    expect(view(thumb(three, 's1', null), 's1', 'participant')).toEqual({ minutes: 4, open: true })
  })
  test('four minutes the first time, two from then on, and every time anew; another topic begins with four', () => {
    const minutes = (session: Session) => view(session, 'w1', 'wall')?.minutes
    const twice = play(three, [stop, ask])
    expect(minutes(play(three, [stop]))).toBeUndefined()
    expect(view(twice, 'w1', 'wall')).toMatchObject({ minutes: 2, counts: { up: 0, side: 0, down: 0 } })
    expect(minutes(play(twice, [stop, ask]))).toBe(2)
    const other = { ...twice, spotlight: 'n3' }
    expect(minutes(other)).toBeUndefined()
    expect(minutes(play(other, [ask]))).toBe(4)
  })
  test('what was answered stays as numbers for the report, each time by itself, the question in hand included', () => {
    const first = { up: 1, side: 1, down: 0 }
    expect(thumbed(three)).toEqual({ n1: [first] })
    const again = thumb(play(three, [stop, ask]), 's1', 'down')
    expect(thumbed(again)).toEqual({ n1: [first, { up: 0, side: 0, down: 1 }] })
    expect(thumbed(play(again, [{ kind: 'step', to: 'close' }]))).toEqual(thumbed(again))
    expect(thumbed(play(again, [{ kind: 'open', activity: 'ideas' }, { kind: 'end' }]))).toEqual(
      thumbed(again),
    )
    expect(thumbed(play(asked, [stop]))).toEqual({})
    expect(JSON.stringify(thumbed(again))).not.toContain('s1')
  })
  test('more thumbs up than down go on; as many, or nobody, stop', () => {
    expect(goesOn({ up: 2, side: 5, down: 1 })).toBe(true)
    expect(goesOn({ up: 2, side: 0, down: 2 })).toBe(false)
    expect(goesOn({ up: 0, side: 3, down: 0 })).toBe(false)
  })
  test('the step, once entered again, asks nothing', () => {
    expect(play(three, [{ kind: 'step', to: 'talk' }]).thumbs).toBeUndefined()
  })
  test('asked by the desk alone, about a topic on the screen, where the step has it, and not twice', () => {
    const answer = (session: Session, command = ask) => say(session, command, 'd1', 'facilitator')
    expect(say(forum, ask)).toMatchObject({ code: 'not-allowed' })
    expect(answer({ ...forum, spotlight: null })).toMatchObject({ code: 'not-now' })
    expect(answer(play(newSession(), [{ kind: 'open', activity: 'ideas' }, lit]))).toMatchObject({
      code: 'not-now',
    })
    expect(answer(asked)).toMatchObject({ code: 'not-now' })
    expect(answer(forum, stop)).toMatchObject({ code: 'not-now' })
  })
  test('answered by phones alone, while it is asked and nothing is locked', () => {
    const up: Command = { kind: 'thumb', as: 'up' }
    expect(say(asked, up, 'd1', 'facilitator')).toMatchObject({ code: 'not-allowed' })
    expect(say(asked, up, 'w1', 'wall')).toMatchObject({ code: 'not-allowed' })
    expect(say(forum, up)).toMatchObject({ code: 'not-now' })
    expect(say({ ...asked, spotlight: null }, up)).toMatchObject({ code: 'not-now' })
    expect(say(play(asked, [{ kind: 'lock', on: true }]), up)).toMatchObject({ code: 'not-now' })
  })
  test('who leaves takes it along; two devices that become one keep one', () => {
    expect(play(three, [{ kind: 'remove', seat: 's1' }]).thumbs!.by).toEqual({ s2: 'side' })
    expect(withMerged(three, 's1', 's2').thumbs!.by).toEqual({ s2: 'side' })
    expect(withMerged(three, 's1', 's3').thumbs!.by).toEqual({ s2: 'side', s3: 'up' })
  })
})
