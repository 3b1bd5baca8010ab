// Polls that may not open, further rounds, and what the desk does to an open paper (SPEC.md, S26 to S31).
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../limits.ts'
import { isRefusal, refuse } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, PAPER, play } from './fixture.ts'
import { next, type Context } from './machine.ts'
import { withOptions } from './paper.ts'
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
    poll: (_activity, _step, again) => ({
      paper: again?.last ?? PAPER,
      type: 'single',
      secrecy: 'secret',
      barred,
    }),
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
        poll: () => ({
          paper: PAPER,
          type: 'single',
          secrecy: 'secret',
          voices: { s1: [{ weight: 1 }] },
          rolled: true,
        }),
      },
    ).session
    expect(roundOf(slips, 'dots')).toMatchObject({ voices: { s1: [{ weight: 1 }] }, rolled: true })
    expect(next(slips, enter([{}]), context())).toMatchObject({ code: 'not-allowed' })
  })
})

describe('S53 a further round on options that the desk has set', () => {
  const counted = accept(polling, { kind: 'pollClose' }).session
  const set: Partial<Context> = {
    poll: (_activity, step, again) => ({
      paper: { options: again?.options ?? again?.last?.options ?? [], rev: 1 },
      type: step,
      secrecy: 'secret',
    }),
  }
  const options = [{ id: 'n2', label: 'Two' }]

  test('from the step of the vote, from one before it, and from that of the result', () => {
    const before = accept(counted, { kind: 'back' }).session
    const shown = accept(counted, { kind: 'step' }).session
    for (const from of [counted, before, shown]) {
      const again = accept(from, { kind: 'pollOpen', options }, set).session
      expect(openRound(again)).toMatchObject({ id: 'dots.2', type: 'vote', paper: { options } })
      expect(again.at?.step).toBe(1)
    }
  })
  test('options that the activity does not take are refused with its reason', () => {
    const barred = refuse('unknown-option')
    const shut: Partial<Context> = { poll: () => ({ paper: PAPER, type: 'dots', secrecy: 'secret', barred }) }
    expect(next(counted, { kind: 'pollOpen', options }, context(shut))).toEqual(barred)
  })
})

describe('S54 a public lot', () => {
  const counted = accept(polling, { kind: 'pollClose' }).session
  const draw = (among: string[], seed = 'AG-2018') => ({ kind: 'drawLots', seed, among }) as const

  test('is kept with its seed, the same for everybody who draws it again', () => {
    const drawn = accept(counted, draw(['n2', 'n1'])).session
    const [lot] = roundOf(drawn, 'dots')!.lots!
    expect(lot!.seed).toBe('AG-2018')
    expect([...lot!.order].sort()).toEqual(['n1', 'n2'])
    expect(roundOf(accept(counted, draw(['n1', 'n2'])).session, 'dots')!.lots).toEqual([lot])
  })
  test('is drawn once, after the closing, among options of the paper', () => {
    expect(next(polling, draw(['n1', 'n2']), context())).toMatchObject({ code: 'not-now' })
    expect(next(counted, draw(['n1', 'n9']), context())).toMatchObject({ code: 'unknown-option' })
    expect(next(counted, draw(['n1', 'n1']), context())).toMatchObject({ code: 'bad-request' })
    const drawn = accept(counted, draw(['n1', 'n2'])).session
    expect(next(drawn, draw(['n1', 'n2'], 'another word'), context())).toMatchObject({
      code: 'not-now',
      params: { reason: 'drawn' },
    })
  })
})

describe('S55 statements that join an open paper', () => {
  const held = [
    { id: 'n3', label: 'Three' },
    { id: 'n4', label: 'Four' },
  ]
  const growing: Partial<Context> = {
    poll: () => ({ paper: PAPER, type: 'opinions', secrecy: 'secret', held }),
  }
  const open = accept(reading, { kind: 'step' }, growing).session

  test('the next one, or the named one, each with a new revision of the paper', () => {
    const one = accept(open, { kind: 'release', option: 'n4' }).session
    expect(openRound(one)).toMatchObject({ paper: { rev: 2 }, held: [held[0]] })
    const both = accept(one, { kind: 'release' }).session
    expect(openRound(both)!.paper.options.map(({ id }) => id)).toEqual(['n1', 'n2', 'n4', 'n3'])
    expect(openRound(both)).toMatchObject({ paper: { rev: 3 }, held: [] })
    expect(next(both, { kind: 'release' }, context())).toMatchObject({ code: 'not-now' })
    expect(next(both, { kind: 'release', option: 'n4' }, context())).toMatchObject({ code: 'unknown-option' })
  })
  test('only where statements are written during the vote', () => {
    const fixed = context({ growsPaper: () => false })
    expect(next(open, { kind: 'release' }, fixed)).toMatchObject({ code: 'not-allowed' })
  })
  test('what is there already stays once, and the paper has its limit', () => {
    const round = openRound(open)!
    expect(withOptions(round, PAPER.options)).toBe(round)
    const many = Array.from({ length: LIMITS.options + 5 }, (_, i) => ({ id: `m${i}`, label: 'M' }))
    expect(withOptions(round, many).paper.options).toHaveLength(LIMITS.options)
  })
  test('an approved note joins at once', () => {
    const screened = accept(open, { kind: 'pollClose' }).session
    const steps = () => [
      { id: 'vote', pads: 'moderated', board: 'none', poll: true, results: 'hidden' } as const,
    ]
    const voting = accept(newSession(), { kind: 'open', activity: 'dots' }, { steps }).session
    const effects = accept(voting, { kind: 'approve', note: 'n9' }, { steps }).effects
    expect(effects.map((effect) => effect.do)).toEqual(['approve', 'release'])
    expect(openRound(screened)).toBeUndefined()
  })
})

test('S56 who is there for the poll to come is told at each step, and remembered as of the opening', () => {
  const room = (counted: number) => ({ registered: 20, counted, needed: 10, reached: counted >= 10 })
  const there = (counted: number): Partial<Context> => ({
    poll: () => ({ paper: PAPER, type: 'single', secrecy: 'secret', gathering: room(counted) }),
  })
  const opened = accept(newSession(), { kind: 'open', activity: 'dots' }, there(7)).session
  const later = accept(opened, { kind: 'step' }, there(12)).session
  expect([opened.gathering, later.gathering]).toEqual([room(7), room(12)])
  expect(later.played['dots']?.gathering).toEqual(room(7))
  expect(accept(later, { kind: 'open', activity: 'ideas' }).session.gathering).toBeUndefined()
})

describe('S62 an objection found without reasons', () => {
  const judge = { kind: 'judge', objection: 'Trop cher.', reason: 'Le budget est voté.' } as const
  const counted = accept(polling, { kind: 'pollClose' }).session
  const round = { ...roundOf(counted, 'dots')!, result: { n: 3 } }
  const known = { ...counted, rounds: { dots: [round] } }

  test('the activity works the result of the closed turn out again', () => {
    const judged = accept(known, judge, {
      judge: (_activity, result, { objection }) => ({ ...(result as object), objection }),
    }).session
    expect(roundOf(judged, 'dots')!.result).toEqual({ n: 3, objection: 'Trop cher.' })
  })
  test('not while people answer, not before the count, and not against the rules of the exercise', () => {
    expect(next(polling, judge, context())).toMatchObject({ code: 'not-now' })
    expect(next(counted, judge, context())).toMatchObject({ code: 'not-now' })
    const shut = context({ judge: () => refuse('not-allowed') })
    expect(next(known, judge, shut)).toMatchObject({ code: 'not-allowed' })
    expect(next(known, judge, context({ role: 'participant' }))).toMatchObject({ code: 'not-allowed' })
  })
})

describe('S67 an option that joins an open paper, or is worded anew', () => {
  const add = { kind: 'addOption', option: { id: 'n3', label: 'Trois' } } as const
  const reword = { kind: 'rewordOption', option: 'n1', label: 'Un' } as const

  test('comes last, or stays in its place; the paper says so by its number, and the round remembers', () => {
    const { session, effects } = accept(accept(polling, add).session, reword)
    const { paper, changes } = openRound(session)!
    expect(paper.options.map(({ label }) => label)).toEqual(['Un', 'Two', 'Trois'])
    expect(paper.rev).toBe(3)
    expect(effects).toEqual([])
    expect(changes).toEqual([
      { what: 'added', label: 'Trois' },
      { what: 'reworded', was: 'One', label: 'Un' },
    ])
  })
  test('not twice, not beyond what fits, not without a poll, not where options are fixed', () => {
    const twice = next(accept(polling, add).session, add, context())
    expect(twice).toMatchObject({ code: 'bad-request' })
    const full = Array.from({ length: 200 }, (_, i) => ({ id: `o${i}`, label: 'x' }))
    const crowded = { ...openRound(polling)!, paper: { options: full, rev: 1 } }
    const much = next({ ...polling, rounds: { dots: [crowded] } }, add, context())
    expect(much).toMatchObject({ code: 'too-many' })
    const fixed = context({ joins: () => null, changesPaper: () => false })
    for (const command of [add, reword]) {
      expect(next(polling, command, fixed)).toMatchObject({ code: 'not-allowed' })
      expect(next(newSession(), command, context())).toMatchObject({ code: 'not-now' })
    }
    expect(next(polling, { ...reword, option: 'n9' }, context())).toMatchObject({ code: 'unknown-option' })
  })
  test('what was taken off or merged is remembered without repeating what it said', () => {
    const merged = accept(polling, { kind: 'mergeOptions', from: 'n1', into: 'n2' }).session
    expect(openRound(merged)!.changes).toEqual([{ what: 'merged', into: 'Two' }])
    const removed = accept(polling, { kind: 'removeOption', option: 'n1' }).session
    expect(openRound(removed)!.changes).toEqual([{ what: 'removed' }])
  })
})

describe('S63 a poll that is withdrawn', () => {
  const cancel = { kind: 'pollCancel', reason: 'La question était mal posée.' } as const

  test('has its reason and no ballot on paper, and can never be published, turned or drawn', () => {
    const hand = accept(polling, { kind: 'enterBallots', poll: 'dots.1', ballots: [{ n1: 1 }] }).session
    const { session, effects } = accept(hand, cancel)
    const round = roundOf(session, 'dots')!
    expect(round).toMatchObject({ state: 'closed', published: false, cancelled: cancel.reason })
    expect(round).not.toHaveProperty('pile')
    expect(effects).toEqual([{ do: 'discard', activity: 'dots', poll: 'dots.1' }])
    const shown = accept(session, { kind: 'step' }).session
    expect(roundOf(shown, 'dots')!.published).toBe(false)
    const draw: Command = { kind: 'drawLots', seed: 'x', among: ['n1', 'n2'] }
    for (const command of [cancel, { kind: 'publish' }, { kind: 'look', at: [] }, draw] satisfies Command[])
      expect(next(shown, command, context())).toMatchObject({ code: 'not-now' })
  })
  test('once counted keeps what was counted and tells it to nobody', () => {
    const counted = accept(polling, { kind: 'pollClose' }).session
    const round = { ...roundOf(counted, 'dots')!, result: { n: 3 }, voted: 3, published: true }
    const { session, effects } = accept({ ...counted, rounds: { dots: [round] } }, cancel)
    expect(roundOf(session, 'dots')).toMatchObject({ published: false, result: { n: 3 }, voted: 3 })
    expect(effects).toEqual([{ do: 'reconsider' }])
    const draw: Command = { kind: 'drawLots', seed: 'x', among: ['n1', 'n2'] }
    const judge: Command = { kind: 'judge', objection: 'a', reason: 'b' }
    for (const command of [cancel, { kind: 'publish' }, draw, judge] satisfies Command[])
      expect(next(session, command, context())).toMatchObject({ code: 'not-now' })
  })
  test('is held again as a round of its own', () => {
    const again = accept(accept(polling, cancel).session, { kind: 'pollOpen' }).session
    expect(openRound(again)).toMatchObject({ id: 'dots.2', paper: PAPER })
    expect(openRound(again)).not.toHaveProperty('cancelled')
    expect(again.rounds['dots']).toHaveLength(2)
  })
})

describe('S44 pages of a result', () => {
  const closed = play(polling, [{ kind: 'pollClose' }])
  const turned = (session: Session, page?: number) =>
    next(session, { kind: 'screen', show: 'step', ...(page === undefined ? {} : { page }) }, context())
  test('turn with the counted round, and are not taken back', () => {
    const shown = accept(closed, { kind: 'screen', show: 'step', page: 2 }).session
    expect(roundOf(shown, 'dots')!.page).toBe(2)
    expect(shown.past).toEqual(closed.past)
    const explained = accept(shown, { kind: 'screen', show: 'why' }).session
    expect(roundOf(explained, 'dots')!.page).toBe(2)
    const again = play(shown, [{ kind: 'pollOpen' }])
    expect(roundOf(again, 'dots')).not.toHaveProperty('page')
  })
  test('there is none while people vote', () => {
    expect(turned(polling, 1)).toEqual(refuse('not-now'))
  })
})
