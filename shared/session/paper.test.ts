// Polls that may not open, further rounds, and what the desk does to an open paper (SPEC.md, S26 to S31).
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../limits.ts'
import { isRefusal, refuse } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, PAPER, play } from './fixture.ts'
import { next, type Context } from './machine.ts'
import { newSession, openRound, roundOf, type Session } from './state.ts'

const reading = play(newSession(), [{ kind: 'open', activity: 'dots' }])
const polling = play(reading, [{ kind: 'step' }])

function accept(session: Session, command: Command, over: Partial<Context> = {}) {
  const outcome = next(session, command, context(over))
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome
}

describe('S26 a poll that may not open', () => {
  const barred = refuse('not-now', { reason: 'quorum', needed: 10, counted: 7 })
  const shut: Partial<Context> = {
    poll: (_activity, last) => ({ paper: last ?? PAPER, type: 'single', secrecy: 'secret', barred }),
    steps: (activity) =>
      activity === 'first' ? context().steps('dots')!.slice(1) : context().steps(activity),
  }

  test('refuses pollOpen and step with its reason, and changes nothing', () => {
    for (const command of [{ kind: 'pollOpen' }, { kind: 'step' }, { kind: 'step', to: 'vote' }] as const)
      expect(next(reading, command, context(shut))).toEqual(barred)
  })
  test('open works, even where the first step is the vote, and so does going back to it', () => {
    expect(accept(newSession(), { kind: 'open', activity: 'dots' }, shut).session.at?.step).toBe(0)
    const opened = accept(newSession(), { kind: 'open', activity: 'first' }, shut).session
    expect(opened.at).toMatchObject({ activity: 'first', step: 0 })
    expect(openRound(opened)).toBeUndefined()
    expect(next(opened, { kind: 'pollOpen' }, context(shut))).toEqual(barred)
    const shown = accept(opened, { kind: 'step' }, shut).session
    expect(openRound(accept(shown, { kind: 'back' }, shut).session)).toBeUndefined()
  })
  test('once it may, the same commands open it, without a trace of the refusal', () => {
    const round = openRound(accept(reading, { kind: 'pollOpen' }).session)
    expect(round).toMatchObject({ id: 'dots.1', state: 'open' })
    expect(round).not.toHaveProperty('barred')
  })
})

describe('S27 a further round', () => {
  const closed = play(polling, [{ kind: 'removeOption', option: 'n1' }, { kind: 'pollClose' }])

  test('has the paper of the last one', () => {
    const round = openRound(play(closed, [{ kind: 'pollOpen' }]))!
    expect(round.id).toBe('dots.2')
    expect(round.paper).toEqual({ options: [PAPER.options[1]], rev: 2 })
  })
  test('has a new one where the desk asks for it, or the last had no options', () => {
    expect(openRound(play(closed, [{ kind: 'pollOpen', fresh: true }]))!.paper).toEqual(PAPER)
    const empty = accept(
      reading,
      { kind: 'step' },
      {
        poll: () => ({ paper: { options: [], rev: 1 }, type: 'dots', secrecy: 'secret' }),
      },
    ).session
    const again = play(empty, [{ kind: 'pollClose' }, { kind: 'pollOpen' }])
    expect(openRound(again)!.paper).toEqual(PAPER)
  })
})

describe('S29, S30 options leave the paper', () => {
  test('one option less, one revision more, ballots follow', () => {
    const { session, effects } = accept(polling, { kind: 'removeOption', option: 'n1' })
    expect(openRound(session)!.paper).toEqual({ options: [PAPER.options[1]], rev: 2 })
    expect(effects).toEqual([{ do: 'adjust', activity: 'dots', option: 'n1' }])
  })
  test('a merge names the option that stays', () => {
    const { session, effects } = accept(polling, { kind: 'mergeOptions', from: 'n2', into: 'n1' })
    expect(openRound(session)!.paper.options).toEqual([PAPER.options[0]])
    expect(effects).toEqual([{ do: 'adjust', activity: 'dots', option: 'n2', into: 'n1' }])
  })
  test.each<[Command, string]>([
    [{ kind: 'removeOption', option: 'n9' }, 'unknown-option'],
    [{ kind: 'mergeOptions', from: 'n1', into: 'n9' }, 'unknown-option'],
    [{ kind: 'mergeOptions', from: 'n9', into: 'n1' }, 'unknown-option'],
    [{ kind: 'mergeOptions', from: 'n1', into: 'n1' }, 'unknown-option'],
  ])('%j is refused: %s', (command, code) => {
    expect(next(polling, command, context())).toEqual({ ok: false, code })
  })
  test('the last option stays; fixed choices stay; a closed poll stays', () => {
    const one = play(polling, [{ kind: 'removeOption', option: 'n1' }])
    const remove: Command = { kind: 'removeOption', option: 'n2' }
    expect(next(one, remove, context())).toMatchObject({ code: 'not-now' })
    expect(next(polling, remove, context({ changesPaper: () => false }))).toMatchObject({
      code: 'not-allowed',
    })
    expect(next(play(polling, [{ kind: 'pollClose' }]), remove, context())).toMatchObject({ code: 'not-now' })
  })
})

describe('S31 ballots by hand', () => {
  const enter = (ballots: unknown[], poll = 'dots.1'): Command => ({ kind: 'enterBallots', poll, ballots })

  test('a second list takes the place of the first', () => {
    const entered = play(polling, [enter([{ n1: 1 }, { n2: 1 }]), enter([{ n2: 2 }])])
    expect(openRound(entered)).toMatchObject({ byHand: 1, pile: [{ n2: 2 }] })
  })
  test('one bad ballot refuses them all and says which', () => {
    expect(next(polling, enter([{ n1: 1 }, 'bad']), context())).toEqual({
      ok: false,
      code: 'unknown-option',
      params: { ballot: 2 },
    })
  })
  test('another poll, too many, slips', () => {
    expect(next(polling, enter([], 'dots.2'), context())).toMatchObject({ code: 'closed' })
    const many = new Array<unknown>(LIMITS.ballotsByHand + 1).fill({})
    expect(next(polling, enter(many), context())).toMatchObject({ code: 'too-many' })
    const slips = accept(
      reading,
      { kind: 'step' },
      {
        poll: () => ({ paper: PAPER, type: 'single', secrecy: 'secret', voices: { s1: [1] }, rolled: true }),
      },
    ).session
    expect(roundOf(slips, 'dots')).toMatchObject({ voices: { s1: [1] }, rolled: true })
    expect(next(slips, enter([{}]), context())).toMatchObject({ code: 'not-allowed' })
  })
})
