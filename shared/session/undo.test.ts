// Taking back an exercise opened too early, and what was done while a vote is open (S24).
import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { context, PAPER, play } from './fixture.ts'
import { next, type Outcome } from './machine.ts'
import { newSession, openRound, type Session } from './state.ts'

const accept = (session: Session, command: Command) => next(session, command, context()) as Outcome
const undo = (session: Session) => accept(session, { kind: 'undo' }).session
const refused = (session: Session) => next(session, { kind: 'undo' }, context())

const sealed = play(newSession(), [{ kind: 'open', activity: 'ideas' }])
const sorting = play(sealed, [{ kind: 'reveal' }, { kind: 'step' }])

describe('S24 an exercise opened too early', () => {
  test('the room is back in the step where it was, with its clock, and phones may do again what they could', () => {
    const early = play(sorting, [{ kind: 'open', activity: 'dots' }])
    expect(early.preview).toEqual(PAPER.options)
    const { session, effects } = next(early, { kind: 'undo' }, context({ now: 2_000_000 })) as Outcome
    expect(session).toMatchObject({ at: { activity: 'ideas', step: 2, since: 2_000_000 }, preview: null })
    expect(effects).toEqual([{ do: 'reconsider' }])
    expect(undo(session).at).toMatchObject({ activity: 'ideas', step: 1 })
  })
  test('what has been written there meanwhile stays within reach', () => {
    expect(Object.keys(undo(play(sorting, [{ kind: 'open', activity: 'coffee' }])).played)).toContain(
      'coffee',
    )
  })
  test('the first one leads back to the lobby', () => {
    expect(undo(sealed)).toMatchObject({ at: null, clock: null, preview: null })
  })
  test('back in a step that comes before a vote, its paper is there again', () => {
    const reading = play(sealed, [
      { kind: 'open', activity: 'dots' },
      { kind: 'open', activity: 'ideas' },
    ])
    expect(reading.preview).toBeNull()
    expect(undo(reading)).toMatchObject({ at: { activity: 'dots', step: 0 }, preview: PAPER.options })
  })
  test('a vote that was closed by it stays closed: nothing is taken back', () => {
    const left = play(sealed, [
      { kind: 'open', activity: 'dots' },
      { kind: 'step' },
      { kind: 'open', activity: 'ideas' },
    ])
    expect(refused(left)).toMatchObject({ code: 'not-now' })
  })
})

describe('S24 while a vote is open', () => {
  const polling = play(sealed, [
    { kind: 'lock', on: true },
    { kind: 'open', activity: 'dots' },
    { kind: 'step' },
  ])
  test('its opening is not taken back, nor what came before', () => {
    expect(refused(polling)).toMatchObject({ code: 'not-now' })
  })
  test('what was done since is, and the vote goes on', () => {
    const busy = play(polling, [
      { kind: 'addTime', seconds: 60 },
      { kind: 'wall', night: true },
    ])
    const once = undo(busy)
    expect([once.wall, openRound(once)?.id]).toEqual([undefined, 'dots.1'])
    const twice = undo(once)
    expect([twice.clock, twice.at, openRound(twice)?.id]).toEqual([polling.clock, polling.at, 'dots.1'])
    expect(refused(twice)).toMatchObject({ code: 'not-now' })
  })
})
