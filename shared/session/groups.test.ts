// Groups: nobody is lost, people meet new people, sheets go round, and only members write (SPEC.md, S45 to S47).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../wire.ts'
import { access } from './access.ts'
import type { Command } from './commands.ts'
import { context, STEPS } from './fixture.ts'
import { formGroups, groupsView, meetings, writerOf, type Group } from './groups.ts'
import { next, type Context } from './machine.ts'
import { newSession, type Session } from './state.ts'

const seats = (many: number) => Array.from({ length: many }, (_, i) => `s${i + 1}`)
const NOBODY_MET: ReadonlyMap<string, number> = new Map()
const listed = (groups: Group[]) => groups.flatMap((group) => group.seats).sort()

describe('forming', () => {
  test('everybody is in one group, and no group is too small', () => {
    const people = fc.integer({ min: 2, max: 40 }).map(seats)
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 2, max: 5 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (all, size, r) => {
          const groups = formGroups({ set: 'g', size }, all, {}, NOBODY_MET, () => r)
          expect(listed(groups)).toEqual([...all].sort())
          if (all.length >= size)
            expect(Math.min(...groups.map((group) => group.seats.length))).toBeGreaterThanOrEqual(size)
        },
      ),
    )
  })
  test('pairs become fours, the odd one out joins a group, and late comers the smallest', () => {
    const pairs = ['a b', 'c d', 'e f g'].map((names, i) => ({
      id: `pairs-${i + 1}`,
      seats: names.split(' '),
    }))
    const all = [...'abcdefgh']
    const fours = formGroups({ set: 'fours', size: 4, from: 'pairs' }, all, { pairs }, NOBODY_MET, () => 0)
    expect(fours).toEqual([{ id: 'fours-1', seats: [...'abcdefgh'] }])
    const many = [...pairs, { id: 'pairs-4', seats: ['i', 'j'] }]
    const two = formGroups(
      { set: 'fours', size: 4, from: 'pairs' },
      [...all, 'i', 'j'],
      { pairs: many },
      NOBODY_MET,
      () => 0,
    )
    expect(two.map((group) => group.seats.length)).toEqual([5, 5])
  })
  test('those who have met are kept apart', () => {
    const met = new Map([
      ['s1 s2', 1],
      ['s3 s4', 1],
    ])
    let turn = 0
    const random = () => (turn += 0.37) % 1
    const pairs = formGroups({ set: 'g', size: 2 }, seats(4), {}, met, random)
    const together = pairs.map((group) => [...group.seats].sort().join(' '))
    expect(together).not.toContain('s1 s2')
    expect(together).not.toContain('s3 s4')
  })
  test('in a world café the hosts stay and nobody meets anybody twice, where tables are a prime number', () => {
    const first = formGroups({ set: 'r1', count: 5 }, seats(25), {}, NOBODY_MET, () => 0.3)
    const rounds = [
      first,
      ...[1, 2].map((rotate) =>
        formGroups({ set: `r${rotate + 1}`, from: 'r1', rotate }, [], { r1: first }, NOBODY_MET, () => 0),
      ),
    ]
    for (const round of rounds) {
      expect(listed(round)).toEqual(seats(25).sort())
      expect(round.map((group) => group.seats[0])).toEqual(first.map((group) => group.seats[0]))
    }
    const session = {
      ...newSession(),
      groups: { a: Object.fromEntries(rounds.map((list, i) => [`r${i}`, list])) },
    }
    expect(Math.max(...meetings(session).values())).toBe(1)
  })
  test('sheets go round the room, and nobody sees one twice', () => {
    const all = seats(6)
    const first = formGroups({ set: 'r1', ring: 0 }, all, {}, NOBODY_MET, () => 0.6)
    const rounds = all.map((_, ring) =>
      formGroups({ set: `r${ring}`, ring, from: 'r1' }, all, { r1: first }, NOBODY_MET, () => 0),
    )
    for (const sheet of first.map(({ id }) => id)) {
      const hands = rounds.map((round) => round.find(({ id }) => id === sheet)!.seats[0])
      expect(hands.sort()).toEqual([...all].sort())
    }
  })
})

function run(session: Session, command: Command, over: Partial<Context> = {}): Session {
  const outcome = next(session, command, context({ hasSeat: () => true, ...over }))
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome.session
}
const present = ['s1', 's2', 's3', 's4']
const paired = run(newSession(), { kind: 'open', activity: 'together' }, { present })
const pairOf = (session: Session, seat: string) => writerOf(session, STEPS['together']![0], seat)

describe('S45 S46 in the session', () => {
  test('a pair shares a sheet that nobody else may have', () => {
    const [one, two] = paired.groups!['together']!['pairs']!
    const [a, b] = one!.seats as [string, string]
    expect(pairOf(paired, a)).toBe(pairOf(paired, b))
    const may = (id: string) =>
      access(
        paired,
        { id, role: 'participant' },
        { sort: 'pad', activity: 'together', writer: one!.id },
        () => STEPS['together']!,
      )
    expect([may(a), may(b), may(two!.seats[0]!), may('s9')]).toEqual(['write', 'write', 'none', 'none'])
  })
  test('whoever comes later joins the smallest group, or the one they name', () => {
    const late = run(paired, { kind: 'joinGroup' }, { role: 'participant', seat: 's5', present })
    expect(pairOf(late, 's5')).toBe('pairs-1')
    const other = run(late, { kind: 'joinGroup', group: 'pairs-2' }, { role: 'participant', seat: 's5' })
    expect(pairOf(other, 's5')).toBe('pairs-2')
    const refusal = (command: Command, over: Partial<Context>) =>
      next(other, command, context({ hasSeat: () => true, ...over }))
    expect(refusal({ kind: 'joinGroup', group: 'nowhere' }, {})).toMatchObject({ code: 'unknown-option' })
    expect(refusal({ kind: 'joinGroup', seat: 's1' }, { role: 'participant', seat: 's5' })).toMatchObject({
      code: 'not-allowed',
    })
  })
  test('the same groups stand when the step is entered again, until they are formed anew', () => {
    const four = run(paired, { kind: 'step' }, { present })
    expect(four.groups!['together']!['fours']).toHaveLength(1)
    const back = run(four, { kind: 'back' }, { present: [] })
    expect(back.groups!['together']!['pairs']).toEqual(paired.groups!['together']!['pairs'])
    expect(
      run(back, { kind: 'regroup' }, { present: ['s1', 's2'] }).groups!['together']!['pairs'],
    ).toHaveLength(1)
  })
  test('S47 a phone learns its number and no name', () => {
    const seen = (id: string, role: 'participant' | 'wall') =>
      groupsView(paired, STEPS['together']![0]!, { id, role }, (seat) => `Name-${seat}`)
    expect(seen('s1', 'participant')?.mine).toMatch(/^pairs-/)
    expect(JSON.stringify(seen('s1', 'participant'))).not.toMatch(/Name|"s\d"/)
    expect(JSON.stringify(seen('wall', 'wall'))).toContain('Name-s3')
  })
})
