// viewFor(): what each role is told, and above all what it is not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../activities/activity.ts'
import { programmeSchema } from '../programme.ts'
import type { Role } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, STEPS } from './fixture.ts'
import { next } from './machine.ts'
import { rememberRunning } from './running.ts'
import { newSession, type Session } from './state.ts'
import { viewFor } from './view.ts'

const programme = programmeSchema.parse({
  v: 1,
  title: 'Soirée',
  activities: [
    {
      id: 'ideas',
      kind: 'brainstorm',
      title: 'TITLE-IDEAS',
      question: 'QUESTION-IDEAS',
      notes: 'PRIVATE-IDEAS',
      settings: {},
    },
    {
      id: 'dots',
      kind: 'dot-vote',
      title: 'TITLE-DOTS',
      question: 'QUESTION-DOTS',
      notes: 'PRIVATE-DOTS',
      settings: {},
    },
  ],
})
const running = rememberRunning(programme)
const result = { totals: { n1: 'RESULT' } }

function view(session: Session, role: Role, over: object = {}) {
  return viewFor({
    workshop: { id: 'w', code: 'GRVKMT', title: 'Soirée', language: 'fr' },
    session,
    programme,
    programmeRev: 1,
    running,
    seat: { id: 's1', role },
    now: 0,
    stepLabel: (_kind, step) => step,
    ...over,
  })
}

const real = context({ steps: (activity) => running(activity)?.steps ?? null })

function play(...commands: Command[]): Session {
  return commands.reduce((session, command) => {
    const outcome = next(session, command, real)
    if (!('session' in outcome)) throw new Error(outcome.code)
    const rounds = outcome.session.rounds['dots']?.map((round) =>
      round.state === 'closed' ? { ...round, result } : round,
    )
    return rounds ? { ...outcome.session, rounds: { dots: rounds } } : outcome.session
  }, newSession())
}

const polling = play({ kind: 'open', activity: 'dots' }, { kind: 'step' })
const counted = play({ kind: 'open', activity: 'dots' }, { kind: 'step' }, { kind: 'pollClose' })
const published = play(
  { kind: 'open', activity: 'dots' },
  { kind: 'step' },
  { kind: 'pollClose' },
  { kind: 'publish' },
)

test('S11 who said what: of a public vote for walls and the desk, of a confidential one for the desk, of a secret one for nobody', () => {
  const named = [
    { seat: 's1', choice: { n1: 1 } },
    { seat: 's2', of: 'm9', choice: { n2: 1 } },
  ]
  const told = (session: Session, role: Role, secrecy: 'public' | 'facilitator' | 'secret') => {
    const [round] = session.rounds['dots']!
    const rounds = { dots: [{ ...round!, secrecy, named }] }
    const names = {
      voterName: (seat: string) => (seat === 's1' ? 'Léa' : undefined),
      memberName: () => 'Bob',
    }
    return view({ ...session, rounds }, role, names).poll?.named
  }
  const lines = [
    { name: 'Léa', choice: { n1: 1 } },
    { of: 'Bob', choice: { n2: 1 } },
  ]
  expect(told(published, 'wall', 'public')).toEqual(lines)
  expect(told(counted, 'wall', 'public')).toBeUndefined()
  expect([told(counted, 'facilitator', 'public'), told(counted, 'facilitator', 'facilitator')]).toEqual([
    lines,
    lines,
  ])
  expect(told(published, 'wall', 'facilitator')).toBeUndefined()
  for (const secrecy of ['public', 'facilitator', 'secret'] as const) {
    expect(told(published, 'participant', secrecy)).toBeUndefined()
    expect(told(published, 'scribe', secrecy)).toBeUndefined()
  }
  for (const role of ['facilitator', 'wall'] as const) expect(told(published, role, 'secret')).toBeUndefined()
})

test('of a public vote held again, what the same voice said before; not of a secret one, nor of another form', () => {
  const [round] = published.rounds['dots']!
  const line = (choice: object) => [{ seat: 's1', choice }]
  const told = (before: object) => {
    const first = { ...round!, secrecy: 'public' as const, named: line({ n1: 1 }), ...before }
    const again = { ...round!, id: 'dots.2', secrecy: 'public' as const, named: line({ n2: 1 }) }
    const session = { ...published, rounds: { dots: [first, again] } }
    return view(session, 'wall', { voterName: () => 'Léa' }).poll?.named
  }
  expect(told({})).toEqual([{ name: 'Léa', choice: { n2: 1 }, was: { n1: 1 } }])
  for (const other of [{ secrecy: 'secret' }, { type: 'single' }, { cancelled: 'x' }, { published: false }])
    expect(told(other)).toEqual([{ name: 'Léa', choice: { n2: 1 } }])
})

describe('viewFor', () => {
  test('everybody learns the places of the board that is open, and of no other', () => {
    const layout = (it: { entry: { kind: string } }) => ({
      kind: 'groups',
      zones: [{ id: it.entry.kind, label: 'Z' }],
    })
    for (const role of ['participant', 'wall', 'facilitator'] as const)
      expect(view(polling, role, { layout }).now?.layout?.zones).toEqual([{ id: 'dot-vote', label: 'Z' }])
    expect(view(polling, 'wall', { layout: () => undefined }).now).not.toHaveProperty('layout')
  })

  test('before the first step everybody learns the planned start, and nothing else of the programme', () => {
    const planned = { programme: { ...programme, start: '18:30' } }
    for (const role of ['participant', 'wall', 'facilitator'] as const)
      expect(view(newSession(), role, planned).starts).toBe('18:30')
    expect(view(newSession(), 'wall').starts).toBeUndefined()
    expect(view(play({ kind: 'open', activity: 'ideas' }), 'wall', planned).starts).toBeUndefined()
    expect(JSON.stringify(view(newSession(), 'wall', planned))).not.toContain('TITLE')
  })

  test('a participant learns the current titles, never an upcoming one, never private notes', () => {
    const text = JSON.stringify(view(play({ kind: 'open', activity: 'ideas' }), 'participant'))
    expect(text).toContain('TITLE-IDEAS')
    expect(text).not.toContain('DOTS')
    expect(text).not.toContain('PRIVATE')
  })
  test('the desk learns the programme and its notes', () => {
    expect(JSON.stringify(view(newSession(), 'facilitator'))).toContain('PRIVATE-DOTS')
  })
  test('rights follow the step', () => {
    const may = (session: Session, role: Role) => view(session, role).may
    const writing = play({ kind: 'open', activity: 'ideas' })
    const sorting = play({ kind: 'open', activity: 'ideas' }, { kind: 'reveal' }, { kind: 'step' })
    expect(may(newSession(), 'participant')).toEqual({
      pad: 'none',
      board: 'none',
      arrange: false,
      ballot: false,
    })
    expect(may(writing, 'participant')).toEqual({
      pad: 'sealed',
      board: 'none',
      arrange: false,
      ballot: false,
    })
    expect(may(writing, 'wall')).toEqual({ pad: 'none', board: 'read', arrange: false, ballot: false })
    expect(may(sorting, 'participant')).toEqual({ pad: 'none', board: 'read', arrange: true, ballot: false })
    expect(may({ ...sorting, locked: true }, 'participant').arrange).toBe(false)
    expect(may(sorting, 'facilitator')).toEqual({ pad: 'none', board: 'write', arrange: true, ballot: false })
    expect(may(polling, 'participant').ballot).toBe(true)
    expect(may(polling, 'wall').ballot).toBe(false)
    expect(may(counted, 'participant').ballot).toBe(false)
  })
  test('the lock shows and closes the pad', () => {
    const locked = view(play({ kind: 'open', activity: 'ideas' }, { kind: 'lock', on: true }), 'participant')
    expect(locked).toMatchObject({ locked: true, may: { pad: 'none' } })
  })
  test('writer is told to those who have a pad', () => {
    const session = play({ kind: 'open', activity: 'ideas' })
    expect(view(session, 'participant').now?.writer).toBe('s1')
    expect(view(session, 'wall').now?.writer).toBeUndefined()
  })
  test('no result before publication but at the desk, once counted', () => {
    for (const role of ['participant', 'wall', 'scribe'] as const) {
      expect(view(polling, role).result).toBeUndefined()
      expect(view(counted, role).result).toBeUndefined()
      expect(view(published, role).result).toEqual(result)
    }
    expect(view(polling, 'facilitator').result).toBeUndefined()
    expect(view(counted, 'facilitator').result).toEqual(result)
  })
  test('live figures reach nobody unless the step is live', () => {
    expect(view(polling, 'wall', { live: { totals: {} } }).result).toBeUndefined()
  })
  test('while a step is about notes nobody but the desk is told of the poll', () => {
    const steps: Record<string, Step[]> = {
      dots: [
        { id: 'write', pads: 'live', board: 'read', results: 'hidden' },
        ...STEPS['dots']!.slice(1),
        { id: 'more', pads: 'live', board: 'read', results: 'hidden' },
      ],
    }
    const go = (...commands: Command[]) =>
      commands.reduce((state, command) => {
        const outcome = next(state, command, context({ steps: (activity) => steps[activity] ?? null }))
        if (!('session' in outcome)) throw new Error(outcome.code)
        return outcome.session
      }, newSession())
    const at = (session: Session, role: Role) =>
      view(session, role, { running: (id: string) => ({ ...running(id)!, steps: steps[id]! }) })
    const writing = go({ kind: 'open', activity: 'dots' })
    expect(at(writing, 'participant').preview).toBeUndefined()
    const after = [{ kind: 'step' }, { kind: 'pollClose' }, { kind: 'step' }, { kind: 'step' }] as const
    const more = go({ kind: 'open', activity: 'dots' }, ...after)
    expect(at(more, 'wall').poll).toBeUndefined()
    expect(at(more, 'participant').poll).toBeUndefined()
    expect(at(more, 'facilitator').poll?.state).toBe('closed')
  })
  test('the reading step previews the options, the frozen paper replaces them', () => {
    expect(view(play({ kind: 'open', activity: 'dots' }), 'participant').preview).toHaveLength(2)
    expect(view(polling, 'participant').preview).toBeUndefined()
    expect(view(polling, 'participant').poll?.paper.options).toHaveLength(2)
  })
  test('earlier rounds: only those that were published, in their order', () => {
    const again = (...before: Command[]) =>
      view(play({ kind: 'open', activity: 'dots' }, { kind: 'step' }, ...before), 'participant')
    const round: Command[] = [{ kind: 'pollClose' }, { kind: 'pollOpen' }]
    expect(again(...round).earlier).toBeUndefined()
    const shown = again({ kind: 'pollClose' }, { kind: 'publish' }, { kind: 'pollOpen' })
    expect(shown.earlier).toEqual([result])
    expect(shown.result).toBeUndefined()
  })
  test('voices: a seat learns its own, a seat without a slip may not vote', () => {
    const [round] = polling.rounds['dots']!
    const slips = {
      ...polling,
      rounds: {
        dots: [
          {
            ...round!,
            voices: {
              s1: [
                { weight: 3, refused: [{ of: 'm3', fault: 'limit' }] },
                { weight: '1/2', of: 'm2' },
              ],
              s2: [{ weight: 1 }],
            },
          },
        ],
      },
    }
    const memberName = (id: string) => (id === 'm2' ? 'Bea' : 'Zoe')
    const own = view(slips, 'participant', { memberName })
    expect(own.poll).toMatchObject({ slips: true, voices: [3, '1/2'], givers: ['Bea'] })
    expect(own.poll?.refused).toEqual([{ name: 'Zoe', fault: 'limit' }])
    expect(own.may.ballot).toBe(true)
    const other = view(slips, 'participant', { seat: { id: 's9', role: 'participant' } })
    expect(other.poll).toMatchObject({ slips: true })
    expect(other.poll?.voices).toBeUndefined()
    expect(other.may.ballot).toBe(false)
    expect(view(slips, 'participant', { seat: { id: 'constructor', role: 'participant' } }).may.ballot).toBe(
      false,
    )
  })
  test('what was entered by hand: its number for everybody, its content for the desk', () => {
    const [round] = polling.rounds['dots']!
    const entered = { ...polling, rounds: { dots: [{ ...round!, byHand: 1, pile: ['PILE'] }] } }
    expect(view(entered, 'facilitator').poll).toMatchObject({ byHand: 1, pile: ['PILE'] })
    for (const role of ['participant', 'wall', 'scribe'] as const) {
      expect(view(entered, role).poll?.byHand).toBe(1)
      expect(JSON.stringify(view(entered, role))).not.toContain('PILE')
    }
  })
  test('own choice only while the poll is open', () => {
    expect(view(polling, 'participant', { mine: { n1: 1 } }).poll?.mine).toEqual({ n1: 1 })
    expect(view(counted, 'participant', { mine: { n1: 1 } }).poll?.mine).toBeUndefined()
  })
  test('clock and times are ISO', () => {
    const session = play({ kind: 'open', activity: 'ideas' })
    expect(view(session, 'wall').clock).toEqual({ endsAt: new Date(1_000_000 + 8 * 60_000).toISOString() })
    expect(view(session, 'wall').time).toBe('1970-01-01T00:00:00.000Z')
  })
  test('whatever happened, only the desk is told titles to come, private notes and unpublished results', () => {
    const anyCommand = fc.constantFrom<Command>(
      { kind: 'open', activity: 'ideas' },
      { kind: 'open', activity: 'dots' },
      { kind: 'step' },
      { kind: 'back' },
      { kind: 'pollOpen' },
      { kind: 'pollClose' },
      { kind: 'end' },
    )
    fc.assert(
      fc.property(
        fc.array(anyCommand, { maxLength: 30 }),
        fc.constantFrom<Role>('participant', 'wall', 'scribe'),
        (commands, role) => {
          let session = newSession()
          for (const command of commands) {
            const outcome = next(session, command, real)
            if ('session' in outcome) session = outcome.session
            const rounds = session.rounds['dots']?.map((round) =>
              round.state === 'closed' ? { ...round, result } : round,
            )
            if (rounds) session = { ...session, rounds: { dots: rounds } }
          }
          const text = JSON.stringify(view(session, role))
          expect(text).not.toContain('PRIVATE')
          for (const name of ['IDEAS', 'DOTS'])
            if (session.at?.activity !== name.toLowerCase()) expect(text).not.toContain(name)
          if (!session.rounds['dots']?.some((round) => round.published)) expect(text).not.toContain('RESULT')
        },
      ),
    )
  })
})
