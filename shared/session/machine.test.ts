// The session machine: the whole table of phases and commands, then rule by rule (SPEC.md).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type RefusalCode, type Role } from '../wire.ts'
import type { Command, CommandKind } from './commands.ts'
import { context, play } from './fixture.ts'
import { mayCommand, next, type Outcome } from './machine.ts'
import { newSession, openRound, roundOf, type Session } from './state.ts'

type Phase =
  | 'lobby'
  | 'sealed'
  | 'revealed'
  | 'sorting'
  | 'paused'
  | 'reading'
  | 'polling'
  | 'counted'
  | 'shown'
  | 'ended'
type Expected = 'ok' | RefusalCode

const lobby = newSession()
const sealed = play(lobby, [{ kind: 'open', activity: 'ideas' }])
const revealed = play(sealed, [{ kind: 'reveal' }])
const reading = play(sealed, [{ kind: 'open', activity: 'dots' }])
const polling = play(reading, [{ kind: 'step' }])
const counted = play(polling, [{ kind: 'pollClose' }])

const PHASES: Record<Phase, Session> = {
  lobby,
  sealed,
  revealed,
  sorting: play(revealed, [{ kind: 'step' }]),
  paused: play(sealed, [{ kind: 'pause' }]),
  reading,
  polling,
  counted,
  shown: play(counted, [{ kind: 'step' }]),
  ended: play(sealed, [{ kind: 'end' }]),
}

const SAMPLES: { [K in CommandKind]: Extract<Command, { kind: K }> } = {
  open: { kind: 'open', activity: 'dots' },
  step: { kind: 'step' },
  back: { kind: 'back' },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  addTime: { kind: 'addTime', seconds: 60 },
  reveal: { kind: 'reveal' },
  pollOpen: { kind: 'pollOpen' },
  pollClose: { kind: 'pollClose' },
  pick: { kind: 'pick', notes: ['n1'] },
  removeOption: { kind: 'removeOption', option: 'n1' },
  mergeOptions: { kind: 'mergeOptions', from: 'n1', into: 'n2' },
  addOption: { kind: 'addOption', option: { id: 'n3', label: 'Three' } },
  rewordOption: { kind: 'rewordOption', option: 'n1', label: 'Un' },
  enterBallots: { kind: 'enterBallots', poll: 'dots.1', ballots: [{ n1: 1 }] },
  pollCancel: { kind: 'pollCancel', reason: 'La question était mal posée.' },
  publish: { kind: 'publish' },
  look: { kind: 'look', at: ['plane'] },
  release: { kind: 'release' },
  judge: { kind: 'judge', objection: 'Trop cher.', reason: 'Le budget est voté.' },
  drawLots: { kind: 'drawLots', seed: 'AG-2018', among: ['n1', 'n2'] },
  approve: { kind: 'approve', note: 'n1' },
  hide: { kind: 'hide', note: 'n1' },
  remove: { kind: 'remove', seat: 's1' },
  rename: { kind: 'rename', seat: 's1', name: 'Zoé' },
  merge: { kind: 'merge', from: 's1', into: 's2' },
  spotlight: { kind: 'spotlight', note: 'n1' },
  lock: { kind: 'lock', on: true },
  door: { kind: 'door', open: false },
  registered: { kind: 'registered', count: 40 },
  screen: { kind: 'screen', show: 'code' },
  wall: { kind: 'wall', night: true },
  end: { kind: 'end' },
  undo: { kind: 'undo' },
  arrange: { kind: 'arrange', moves: [{ note: 'n1', under: null }] },
  hand: { kind: 'hand', up: true },
  giveFloor: { kind: 'giveFloor' },
  enlist: { kind: 'enlist', name: 'Omar' },
  enlistAll: { kind: 'enlistAll' },
  postpone: { kind: 'postpone', who: 's1' },
  unlist: { kind: 'unlist', who: 's1' },
  regroup: { kind: 'regroup' },
  joinGroup: { kind: 'joinGroup' },
  upvote: { kind: 'upvote', note: 'n1', on: true },
  react: { kind: 'react', note: 'n1', as: 'like' },
  askThumbs: { kind: 'askThumbs', on: true },
  thumb: { kind: 'thumb', as: 'up' },
  mark: { kind: 'mark', note: 'n1', as: 'answered' },
  done: { kind: 'done', on: true },
  name: { kind: 'name', name: 'Léa' },
}

const no = 'not-now' as const
const everything = (outcome: Expected): Record<CommandKind, Expected> =>
  Object.fromEntries(Object.keys(SAMPLES).map((kind) => [kind, outcome])) as Record<CommandKind, Expected>

/** What each command of the desk meets in each phase; a missing cell does not compile. */
const TABLE: Record<Phase, Record<CommandKind, Expected>> = {
  lobby: {
    ...everything(no),
    open: 'ok',
    remove: 'ok',
    rename: 'ok',
    merge: 'ok',
    wall: 'ok',
    door: 'ok',
    registered: 'ok',
    screen: 'ok',
    end: 'ok',
    hand: 'not-allowed',
    upvote: 'not-allowed',
    react: 'not-allowed',
    thumb: 'not-allowed',
    name: 'ok',
  },
  sealed: desk({ step: 'ok', back: no, pause: 'ok', reveal: 'ok', undo: 'ok' }),
  revealed: desk({ step: 'ok', back: 'ok', pause: 'ok' }),
  sorting: desk({ step: no, back: 'ok', pause: no, undo: 'ok' }),
  paused: desk({ step: 'ok', back: no, pause: no, resume: 'ok', reveal: 'ok', undo: 'ok' }),
  reading: desk({ step: 'ok', back: no, pause: 'ok', pollOpen: 'ok', pick: 'ok', undo: 'ok' }),
  polling: desk({
    step: no,
    back: no,
    pause: 'ok',
    pollClose: 'ok',
    pollCancel: 'ok',
    removeOption: 'ok',
    mergeOptions: 'ok',
    addOption: 'ok',
    rewordOption: 'ok',
    enterBallots: 'ok',
  }),
  counted: desk({
    step: 'ok',
    back: 'ok',
    pollCancel: 'ok',
    pause: 'ok',
    pollOpen: 'ok',
    publish: 'ok',
    look: 'ok',
    drawLots: 'ok',
  }),
  shown: desk({
    step: no,
    back: 'ok',
    pause: no,
    undo: 'ok',
    pollOpen: 'ok',
    pollCancel: 'ok',
    look: 'ok',
    drawLots: 'ok',
  }),
  ended: everything('gone'),
}

/** The common row of an opened activity, with the cells that differ. */
function desk(cells: Partial<Record<CommandKind, Expected>>): Record<CommandKind, Expected> {
  const open: CommandKind[] = [
    'open',
    'addTime',
    'hide',
    'remove',
    'rename',
    'merge',
    'wall',
    'spotlight',
    'lock',
    'door',
    'registered',
    'screen',
    'end',
    'arrange',
    'mark',
    'done',
    'name',
  ]
  const fine = Object.fromEntries(open.map((kind) => [kind, 'ok' as const]))
  return {
    ...everything(no),
    ...fine,
    hand: 'not-allowed',
    upvote: 'not-allowed',
    react: 'not-allowed',
    thumb: 'not-allowed',
    ...cells,
  }
}

describe('the whole table', () => {
  for (const phase of Object.keys(TABLE) as Phase[]) {
    test.each(Object.entries(TABLE[phase]))(`${phase}: %s -> %s`, (kind, expected) => {
      const before = structuredClone(PHASES[phase])
      const outcome = next(PHASES[phase], SAMPLES[kind as CommandKind], context())
      expect(isRefusal(outcome) ? outcome.code : 'ok').toBe(expected)
      // S2, S3
      expect(PHASES[phase]).toEqual(before)
      if (!isRefusal(outcome)) expect(outcome.session.rev).toBe(before.rev + 1)
    })
  }
})

describe('who may command', () => {
  const own: CommandKind[] = ['arrange', 'hand', 'joinGroup', 'upvote', 'react', 'thumb', 'done', 'name']
  test.each(Object.keys(SAMPLES) as CommandKind[])('%s', (kind) => {
    expect(mayCommand('facilitator', kind)).toBe(true)
    expect(mayCommand('participant', kind)).toBe(own.includes(kind))
    expect(mayCommand('scribe', kind)).toBe(own.includes(kind))
    expect(mayCommand('wall', kind)).toBe(false)
  })
  test('S16 a wall changes nothing, in any phase', () => {
    for (const session of Object.values(PHASES)) {
      for (const command of Object.values(SAMPLES))
        expect(isRefusal(next(session, command, context({ role: 'wall' })))).toBe(true)
    }
  })
  test('S17 participants arrange only in the step that says so', () => {
    const answer = (session: Session) => next(session, SAMPLES.arrange, context({ role: 'participant' }))
    expect(answer(revealed)).toEqual({ ok: false, code: 'not-now' })
    expect(isRefusal(answer(PHASES.sorting))).toBe(false)
  })
})

function accept(session: Session, command: Command, over = {}): Outcome {
  const outcome = next(session, command, context(over))
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome
}

describe('rules', () => {
  test('S6 pause keeps what is left, resume makes a new end', () => {
    const start = accept(lobby, { kind: 'open', activity: 'ideas' }, { now: 0 }).session
    const paused = accept(start, { kind: 'pause' }, { now: 60_000 }).session
    expect(paused.clock).toEqual({ left: 420_000 })
    expect(accept(paused, { kind: 'resume' }, { now: 1_000_000 }).session.clock).toEqual({
      endsAt: 1_420_000,
    })
  })
  test('addTime adds from now when the clock has run out, and never goes below zero', () => {
    const start = accept(lobby, { kind: 'open', activity: 'ideas' }, { now: 0 }).session
    expect(accept(start, { kind: 'addTime', seconds: 60 }, { now: 500_000 }).session.clock).toEqual({
      endsAt: 560_000,
    })
    expect(accept(start, { kind: 'addTime', seconds: -3600 }, { now: 1000 }).session.clock).toEqual({
      endsAt: 1000,
    })
    const paused = accept(start, { kind: 'pause' }, { now: 0 }).session
    expect(accept(paused, { kind: 'addTime', seconds: -3600 }).session.clock).toEqual({ left: 0 })
  })
  test('S7 the paper is frozen at the opening', () => {
    expect(openRound(polling)?.paper).toEqual(context().poll('dots', 'vote').paper)
    expect(openRound(polling)?.id).toBe('dots.1')
  })
  test('S13 the reveal projects before it enters, S23 it lands on the revealed step', () => {
    const { session, effects } = accept(sealed, { kind: 'reveal' })
    expect(session.at?.step).toBe(1)
    expect(effects.filter((effect) => effect.do === 'project')).toEqual([
      { do: 'project', activity: 'ideas' },
    ])
  })
  test('S13 stepping into a live step projects just as a reveal does', () => {
    expect(accept(sealed, { kind: 'step' }).effects).toContainEqual({ do: 'project', activity: 'ideas' })
  })
  test('S57 the reveal shows, then forgets, once and for good', () => {
    const writing = play(lobby, [{ kind: 'open', activity: 'nameless' }])
    for (const command of [{ kind: 'reveal' }, { kind: 'step' }, { kind: 'step', to: 'sort' }] as const) {
      const { session, effects } = accept(writing, command)
      const told = effects.map((effect) => effect.do)
      expect(told).toEqual(['checkpoint', 'project', 'forget', 'reconsider'])
      expect(session.forgotten).toEqual(['nameless'])
      expect(session.past).toEqual([])
      const back = accept(session, { kind: 'back' })
      expect(back.effects.map((effect) => effect.do)).not.toContain('forget')
      expect(back.session.forgotten).toEqual(['nameless'])
    }
  })

  test('a moderated step reveals without showing what was not approved', () => {
    const screened = play(lobby, [{ kind: 'open', activity: 'screened' }])
    const { session, effects } = accept(screened, { kind: 'reveal' })
    expect(session.at?.step).toBe(1)
    expect(effects.some((effect) => effect.do === 'project')).toBe(false)
  })
  test('S15 going back reopens no sealed poll, S21 entering neither; opening again is a new round', () => {
    const back = play(counted, [{ kind: 'back' }])
    expect(openRound(back)).toBeUndefined()
    const again = play(back, [{ kind: 'step' }])
    expect(openRound(again)).toBeUndefined()
    expect(openRound(play(again, [{ kind: 'pollOpen' }]))?.id).toBe('dots.2')
  })
  test('S19 opening another activity closes the open poll and keeps it unpublished', () => {
    const { session, effects } = accept(polling, { kind: 'open', activity: 'ideas' })
    expect(effects).toContainEqual({ do: 'seal', activity: 'dots', poll: 'dots.1' })
    expect(roundOf(session, 'dots')).toMatchObject({ state: 'closed', published: false })
  })
  test('ending closes the open poll too, S1 and nothing is current any more', () => {
    const { session, effects } = accept(polling, { kind: 'end' })
    expect(effects.map((effect) => effect.do)).toContain('seal')
    expect(session).toMatchObject({ at: null, clock: null, ended: 1_000_000 })
  })
  test('S43 the desk names a seat; an unknown one and a long name are refused', () => {
    const rename = (seat: string, name: string) => next(lobby, { kind: 'rename', seat, name }, context())
    expect(rename('s1', 'Zoé')).toMatchObject({ effects: [{ do: 'name', seat: 's1', name: 'Zoé' }] })
    expect(rename('s9', 'Zoé')).toMatchObject({ code: 'unknown-option' })
    expect(rename('s1', 'z'.repeat(41))).toMatchObject({ code: 'too-long' })
  })
  test('S44 the look of walls stays until it is said again', () => {
    const dark = play(lobby, [
      { kind: 'wall', night: true },
      { kind: 'wall', sound: 'soft' },
    ])
    expect(dark.wall).toEqual({ night: true, sound: 'soft' })
    const later = play(dark, [
      { kind: 'open', activity: 'ideas' },
      { kind: 'wall', night: false },
    ])
    expect(later.wall).toEqual({ night: false, sound: 'soft' })
    const shown = play(dark, [{ kind: 'wall', wifi: { name: 'Salle' }, address: 'http://10.0.0.7:3000' }])
    expect(shown.wall).toMatchObject({
      sound: 'soft',
      wifi: { name: 'Salle' },
      address: 'http://10.0.0.7:3000',
    })
    expect(play(shown, [{ kind: 'wall', wifi: null, address: null }]).wall).toEqual(dark.wall)
  })
  test('S20 a step by name, an unknown name', () => {
    expect(accept(sealed, { kind: 'step', to: 'sort' }).session.at?.step).toBe(2)
    expect(next(sealed, { kind: 'step', to: 'nowhere' }, context())).toEqual({
      ok: false,
      code: 'unknown-option',
    })
  })
  test('S22 entering the step of results publishes', () => {
    expect(roundOf(counted, 'dots')?.published).toBe(false)
    expect(roundOf(PHASES.shown, 'dots')?.published).toBe(true)
  })
  test('S24 undo takes back the lock, the spotlight and the step, in reverse', () => {
    const done = play(revealed, [
      { kind: 'lock', on: true },
      { kind: 'spotlight', note: 'n1' },
      { kind: 'step' },
    ])
    const one = play(done, [{ kind: 'undo' }])
    expect(one).toMatchObject({ at: { step: 1 }, spotlight: 'n1', locked: true })
    const three = play(one, [{ kind: 'undo' }, { kind: 'undo' }])
    expect(three).toMatchObject({ spotlight: null, locked: false })
    expect(next(three, { kind: 'undo' }, context())).toEqual({ ok: false, code: 'not-now' })
  })
  test('S24 undoing a hide shows the note again', () => {
    const hidden = play(revealed, [{ kind: 'hide', note: 'n1' }])
    expect(accept(hidden, { kind: 'undo' }).effects).toEqual([{ do: 'hide', note: 'n1', on: false }])
  })
  test('time spent in an activity adds up over its steps and visits', () => {
    let session = accept(lobby, { kind: 'open', activity: 'ideas' }, { now: 0 }).session
    session = accept(session, { kind: 'step' }, { now: 10_000 }).session
    session = accept(session, { kind: 'open', activity: 'dots' }, { now: 15_000 }).session
    session = accept(session, { kind: 'open', activity: 'ideas' }, { now: 20_000 }).session
    session = accept(session, { kind: 'open', activity: 'dots' }, { now: 22_000 }).session
    expect(session.played['ideas']?.spent).toBe(17_000)
  })
  test('too long, too many, unknown', () => {
    const long = next(lobby, { kind: 'name', name: 'x'.repeat(41) }, context({ role: 'participant' as Role }))
    expect(long).toMatchObject({ code: 'too-long' })
    const moves = Array.from({ length: 101 }, () => ({ note: 'n1' }))
    expect(next(revealed, { kind: 'arrange', moves }, context())).toMatchObject({ code: 'too-many' })
    expect(next(lobby, { kind: 'open', activity: 'none' }, context())).toMatchObject({
      code: 'unknown-option',
    })
    expect(next(revealed, { kind: 'hide', note: 'n9' }, context())).toMatchObject({ code: 'unknown-option' })
    expect(next(lobby, { kind: 'remove', seat: 's9' }, context())).toMatchObject({ code: 'unknown-option' })
  })
})

describe('any run of commands', () => {
  const anyCommand = fc.constantFrom<Command>(
    ...Object.values(SAMPLES),
    { kind: 'open', activity: 'ideas' },
    { kind: 'open', activity: 'screened' },
  )
  const anyRole = fc.constantFrom<Role>('facilitator', 'facilitator', 'participant', 'scribe', 'wall')
  test('S1, S2, S7 hold after each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, anyRole, fc.nat(60_000)), { maxLength: 60 }), (run) => {
        let session = newSession()
        let now = 0
        for (const [command, role, wait] of run) {
          now += wait
          const outcome = next(session, command, context({ role, now }))
          if (isRefusal(outcome)) continue
          expect(outcome.session.rev).toBe(session.rev + 1)
          const open = Object.values(outcome.session.rounds)
            .flat()
            .filter((round) => round.state === 'open')
          expect(open.length).toBeLessThanOrEqual(1)
          if (open[0]) expect(open[0].activity).toBe(outcome.session.at?.activity)
          if (outcome.session.ended !== null) expect(outcome.session.at).toBeNull()
          session = outcome.session
        }
      }),
    )
  })
})

describe('S24 everything that is taken back', () => {
  const undo = (session: Session, over = {}) => accept(session, { kind: 'undo' }, over)

  test('a name, a mark, an approval and a hidden note are put back by their reverse', () => {
    for (const [command, reverse] of [
      [
        { kind: 'rename', seat: 's1', name: 'Ada' },
        { do: 'name', seat: 's1', name: 'Zoé' },
      ],
      [
        { kind: 'mark', note: 'n1', as: 'answered' },
        { do: 'mark', note: 'n1', as: null },
      ],
      [
        { kind: 'hide', note: 'n1' },
        { do: 'hide', note: 'n1', on: false },
      ],
      [
        { kind: 'hide', note: 'n1', on: false },
        { do: 'hide', note: 'n1', on: true },
      ],
    ] as [Command, object][])
      expect(undo(accept(revealed, command).session).effects).toEqual([reverse])
    const screened = play(lobby, [{ kind: 'open', activity: 'screened' }])
    const approved = accept(screened, { kind: 'approve', note: 'n1' }).session
    expect(undo(approved).effects).toEqual([{ do: 'hide', note: 'n1', on: true }])
  })

  test('walls look as they did, and the step is not begun anew by it', () => {
    const night = play(revealed, [
      { kind: 'wall', sound: 'soft' },
      { kind: 'wall', night: true },
    ])
    const back = undo(night, { now: 9_000_000 }).session
    expect(back.wall).toEqual({ sound: 'soft' })
    expect(back.at).toEqual(revealed.at)
    expect(undo(back).session.wall).toBeUndefined()
  })

  test('the floor goes back to whoever had it, with the hands that went up since', () => {
    const rules = { turn: 0, firstSpeakers: true, order: 'arrival', alternate: false } as const
    const floor = () => ({ ...rules, groups: [], panel: [], names: true })
    const over = { floor, hasSeat: () => true }
    const hand = (seat: string) => ({ ...over, role: 'participant' as const, seat })
    let forum = play(lobby, [{ kind: 'open', activity: 'forum' }])
    forum = accept(forum, { kind: 'hand', up: true }, hand('s1')).session
    const given = accept(forum, { kind: 'giveFloor' }, over).session
    const later = accept(given, { kind: 'hand', up: true }, hand('s2')).session
    const { speaking, queue } = undo(later, over).session.floors!.forum!
    expect([speaking, queue.map(({ who }) => who)]).toEqual([null, ['s2', 's1']])
  })

  test('a door, a publication, a turned drawing and the step that published are taken back', () => {
    const shut = play(lobby, [{ kind: 'door', open: false }])
    expect([shut.door, undo(shut).session.door]).toEqual(['closed', undefined])
    expect(undo(play(shut, [{ kind: 'door', open: true }])).session.door).toBe('closed')
    const round = (session: Session) => session.rounds['dots']!.at(-1)!
    const published = play(PHASES.counted, [{ kind: 'publish' }])
    expect([round(published).published, round(undo(published).session).published]).toEqual([true, false])
    const shown = play(PHASES.counted, [{ kind: 'step' }])
    expect([round(shown).published, round(undo(shown).session).published]).toEqual([true, false])
    const turned = play(published, [
      { kind: 'look', at: ['a'] },
      { kind: 'look', at: ['b'] },
    ])
    const once = undo(turned).session
    expect([round(once).look, round(undo(once).session).look]).toEqual([['a'], undefined])
    expect(round(undo(once).session).published).toBe(true)
  })

  test('who sat together sits there again, and whom the desk put on the list leaves it', () => {
    const seated = play(lobby, [{ kind: 'open', activity: 'together' }])
    const again = accept(seated, { kind: 'regroup' }, { random: () => 0 }).session
    expect(undo(again).session.groups).toEqual(seated.groups)
    const floor = () => ({
      ...{ turn: 0, firstSpeakers: true, order: 'arrival' as const, alternate: false },
      ...{ groups: [], panel: [], names: true },
    })
    const forum = play(lobby, [{ kind: 'open', activity: 'forum' }])
    const named = accept(forum, { kind: 'enlist', name: 'Omar' }, { floor }).session
    const all = accept(named, { kind: 'enlistAll' }, { floor }).session
    expect(all.floors!.forum!.queue).toHaveLength(4)
    const one = undo(all, { floor }).session
    expect(one.floors!.forum!.queue).toEqual(named.floors!.forum!.queue)
    expect(undo(one, { floor }).session.floors!.forum!.queue).toEqual([])
  })
})
