// The floor: the fair order, the time of each, and who learns what (SPEC.md, S35 to S38).
import type { FloorRules } from '../together.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Role } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, play } from './fixture.ts'
import { floorOf } from './floor-moves.ts'
import { endTurn, floorView, insideOf, newFloor, speakingOrder, type Floor } from './floor.ts'
import { next } from './machine.ts'
import { newSession, type Session } from './state.ts'
import { upvotesView } from './upvotes.ts'

const RULES: FloorRules = {
  turn: 60,
  firstSpeakers: true,
  order: 'arrival',
  alternate: false,
  groups: [
    { id: 'north', label: 'North' },
    { id: 'south', label: 'South' },
  ],
  panel: [{ id: 'panel-1', label: 'Ada' }],
  names: true,
}
const calm: FloorRules = { ...RULES, firstSpeakers: false }
const order = (floor: Floor, rules: FloorRules) => speakingOrder(floor, rules).map(({ who }) => who)
const waits = (who: string, at: number, group?: string) =>
  group === undefined ? { who, at } : { who, at, group }

describe('the fair order', () => {
  test('new voices come before those already heard, each in the order of asking', () => {
    const floor: Floor = {
      ...newFloor(),
      queue: [waits('a', 1), waits('b', 2), waits('c', 3)],
      spoken: { a: { ms: 1000, turns: 1 } },
    }
    expect(order(floor, RULES)).toEqual(['b', 'c', 'a'])
    expect(order(floor, calm)).toEqual(['a', 'b', 'c'])
  })
  test('whoever spoke least comes first where the rule says so', () => {
    const spoken = { a: { ms: 90_000, turns: 1 }, b: { ms: 20_000, turns: 3 }, c: { ms: 40_000, turns: 1 } }
    const floor: Floor = { ...newFloor(), queue: [waits('a', 1), waits('b', 2), waits('c', 3)], spoken }
    expect(order(floor, { ...calm, order: 'least' })).toEqual(['b', 'c', 'a'])
  })
  test('groups take turns, the one with the least time beginning', () => {
    const floor: Floor = {
      ...newFloor(),
      queue: [waits('a', 1, 'north'), waits('b', 2, 'north'), waits('c', 3, 'south'), waits('d', 4, 'south')],
      spoken: { e: { ms: 5000, turns: 1, group: 'north' } },
    }
    const rules = { ...calm, alternate: true }
    expect(order(floor, rules)).toEqual(['c', 'a', 'd', 'b'])
    expect(order({ ...floor, last: 'south' }, rules)).toEqual(['a', 'c', 'b', 'd'])
  })
  test('those put back come after everybody else', () => {
    const floor: Floor = {
      ...newFloor(),
      queue: [{ who: 'a', at: 1, late: 9 }, waits('b', 2), waits('c', 3)],
    }
    expect(order(floor, RULES)).toEqual(['b', 'c', 'a'])
  })
  test('nobody is lost or called twice, and the order of the list makes no difference', () => {
    const person = fc.record(
      {
        who: fc.constantFrom(...'abcdefgh'),
        at: fc.nat(5),
        group: fc.constantFrom('north', 'south'),
        late: fc.nat(3),
      },
      { requiredKeys: ['who', 'at'] },
    )
    const people = fc.uniqueArray(person, { selector: ({ who }) => who })
    const spoken = fc.dictionary(
      fc.constantFrom(...'abcdefgh'),
      fc.record({ ms: fc.nat(9), turns: fc.nat(2) }),
    )
    const rules = fc.record({
      firstSpeakers: fc.boolean(),
      alternate: fc.boolean(),
      order: fc.constantFrom('arrival' as const, 'least' as const),
    })
    fc.assert(
      fc.property(people, spoken, rules, (queue, said, some) => {
        const floor = { ...newFloor(), queue, spoken: said } as Floor
        const all = { ...RULES, ...some }
        expect(order(floor, all).sort()).toEqual(queue.map(({ who }) => who).sort())
        expect(order({ ...floor, queue: [...queue].reverse() } as Floor, all)).toEqual(order(floor, all))
      }),
    )
  })
})

/** Runs a command of the forum's floor. */
function say(session: Session, command: Command, seat = 's1', role: Role = 'participant', now = 1_000_000) {
  return next(session, command, context({ seat, role, now, floor: () => RULES }))
}
function done(...args: Parameters<typeof say>): Session {
  const outcome = say(...args)
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome.session
}
const desk = (session: Session, command: Command, now = 1_000_000) =>
  done(session, command, 'desk', 'facilitator', now)
const forum = play(newSession(), [{ kind: 'open', activity: 'forum' }])

describe('asking and giving', () => {
  test('S35 a hand waits once, whatever is sent twice, and is taken down again', () => {
    const once = done(forum, { kind: 'hand', up: true, group: 'north' })
    const again = done(once, { kind: 'hand', up: true }, 's1', 'participant', 2_000_000)
    expect(floorOf(again).queue).toEqual([{ who: 's1', at: 1_000_000, group: 'north' }])
    expect(floorOf(done(again, { kind: 'hand', up: false })).queue).toEqual([])
    expect(say(forum, { kind: 'hand', up: true, group: 'east' })).toMatchObject({ code: 'unknown-option' })
  })
  test('S35 without a floor a hand is a passing sign', () => {
    const outcome = next(forum, { kind: 'hand', up: true }, context({ role: 'participant' }))
    expect(outcome).toMatchObject({ effects: [{ do: 'hand', up: true }] })
  })
  test('S36 S37 time is added up when the floor goes on, and when the step is left', () => {
    const asked = done(done(forum, { kind: 'hand', up: true }), { kind: 'hand', up: true }, 's2')
    const first = desk(asked, { kind: 'giveFloor' }, 10_000)
    expect(floorOf(first).speaking).toEqual({ who: 's1', since: 10_000 })
    const second = desk(first, { kind: 'giveFloor' }, 40_000)
    expect(floorOf(second)).toMatchObject({
      speaking: { who: 's2' },
      spoken: { s1: { ms: 30_000, turns: 1 } },
    })
    expect(say(second, { kind: 'giveFloor' }, 'desk', 'facilitator')).toMatchObject({ code: 'not-now' })
    const left = desk(second, { kind: 'step' }, 45_000)
    expect(floorOf(left)).toMatchObject({ speaking: null, spoken: { s2: { ms: 5000, turns: 1 } } })
  })
  test('the desk calls whom it likes, of the room, of the panel or without a phone', () => {
    expect(floorOf(desk(forum, { kind: 'giveFloor', who: 's1' })).speaking?.who).toBe('s1')
    expect(floorOf(desk(forum, { kind: 'giveFloor', who: 'panel-1' })).speaking?.who).toBe('panel-1')
    const listed = desk(forum, { kind: 'enlist', name: 'Mamie', group: 'south' })
    expect(floorOf(desk(listed, { kind: 'giveFloor' })).speaking).toMatchObject({
      who: 'guest-1',
      group: 'south',
    })
    expect(say(forum, { kind: 'giveFloor', who: 'nobody' }, 'desk', 'facilitator')).toMatchObject({
      code: 'unknown-option',
    })
  })
  test('everybody is put on the list, and one who passes comes at the end', () => {
    const all = (session: Session) => {
      const outcome = next(session, { kind: 'enlistAll' }, context({ floor: () => RULES }))
      return isRefusal(outcome) ? session : outcome.session
    }
    const round = all(all(forum))
    expect(floorOf(round).queue.map(({ who }) => who)).toEqual(['s1', 's2', 's3'])
    const passed = desk(desk(round, { kind: 'giveFloor' }), { kind: 'postpone', who: 's1' })
    expect(floorOf(passed).speaking).toBeNull()
    expect(order(floorOf(passed), RULES)).toEqual(['s2', 's3', 's1'])
    expect(floorOf(passed).spoken).toEqual({})
    expect(order(floorOf(desk(passed, { kind: 'unlist', who: 's2' })), RULES)).toEqual(['s3', 's1'])
  })
  test('who is removed waits no more', () => {
    const asked = done(forum, { kind: 'hand', up: true })
    expect(floorOf(desk(asked, { kind: 'remove', seat: 's1' })).queue).toEqual([])
  })
  test('so many people without a phone, and no more; names have their length', () => {
    let session = forum
    for (let i = 0; i < 200; i++) session = desk(session, { kind: 'enlist', name: `n${i}` })
    expect(say(session, { kind: 'enlist', name: 'more' }, 'desk', 'facilitator')).toMatchObject({
      code: 'too-many',
    })
    const long = 'x'.repeat(41)
    expect(say(forum, { kind: 'enlist', name: long }, 'desk', 'facilitator')).toMatchObject({
      code: 'too-long',
    })
  })
})

describe('S38 who learns what', () => {
  const floor: Floor = {
    ...newFloor(),
    queue: [waits('s1', 1, 'north'), waits('s2', 2, 'south')],
    speaking: { who: 's3', since: 0 },
    spoken: { s2: { ms: 9000, turns: 1, group: 'south' } },
  }
  const name = (seat: string) => `Name-${seat}`
  const seen = (role: Role, id: string, rules = RULES) =>
    JSON.stringify(floorView(floor, rules, { id, role }, name))
  test('a phone learns its place and no name', () => {
    expect(floorView(floor, RULES, { id: 's2', role: 'participant' }, name)).toMatchObject({
      place: 2,
      waiting: 2,
    })
    expect(seen('participant', 's2')).not.toMatch(/Name-|s1|s3|"queue"/)
  })
  test('in the round of a circle a phone learns the name of who speaks, of nobody else', () => {
    const told = floorView(floor, { ...RULES, circled: true }, { id: 's2', role: 'participant' }, name)
    expect(told.speaking).toEqual({ name: 'Name-s3', since: expect.any(String) })
    expect(JSON.stringify(told)).not.toMatch(/Name-s1|Name-s2|"queue"/)
    expect(seen('participant', 's2', { ...RULES, names: false, circled: true })).not.toContain('Name-')
  })
  test('in the round of a circle a wall learns who was heard, who speaks and who comes, where names are shown', () => {
    const round = (role: Role, names = true) =>
      floorView(floor, { ...RULES, groups: [], names, circled: true }, { id: 'x', role }, name).round
    expect(round('wall')).toEqual([
      { who: 's2', name: 'Name-s2', state: 'done' },
      { who: 's3', name: 'Name-s3', state: 'speaking' },
      { who: 's1', name: 'Name-s1', state: 'next' },
    ])
    const room = floorView(
      floor,
      { ...RULES, groups: [], circled: true },
      { id: 'x', role: 'wall' },
      name,
      () => ['s1', 's9'],
    )
    expect(room.round).toEqual([...round('wall')!, { who: 's9', name: 'Name-s9', state: 'here' }])
    expect([round('wall', false), round('participant'), round('facilitator')]).toEqual(
      Array(3).fill(undefined),
    )
  })
  test('a wall learns names where they are shown', () => {
    expect(seen('wall', 'wall')).toContain('Name-s1')
    expect(seen('wall', 'wall', { ...RULES, names: false })).not.toContain('Name-')
    expect(seen('facilitator', 'desk', { ...RULES, names: false })).toContain('Name-s1')
  })
})

describe('S39 up-votes', () => {
  const up = (session: Session, seat: string, on = true) =>
    done(session, { kind: 'upvote', note: 'n1', on }, seat)
  test('each seat counts once, and takes it back', () => {
    const two = up(up(up(forum, 's1'), 's1'), 's2')
    expect(two.upvotes).toEqual({ forum: { n1: ['s1', 's2'] } })
    expect(up(two, 's1', false).upvotes).toEqual({ forum: { n1: ['s2'] } })
  })
  test('where they are counted, a seat gives no more than it has, and learns how many are left', () => {
    const coffee = play(newSession(), [{ kind: 'open', activity: 'coffee' }])
    const other = { kind: 'upvote', note: 'n3', on: true } as const
    const given = up(coffee, 's1')
    expect(say(given, other)).toMatchObject({ code: 'too-many' })
    expect(up(given, 's1').upvotes).toEqual(given.upvotes)
    expect(upvotesView(given, 's1', true, 1)).toEqual({
      counts: { n1: 1 },
      mine: ['n1'],
      open: true,
      left: 0,
    })
    expect(upvotesView(given, 's2', true, 1)).toMatchObject({ mine: [], left: 1 })
    expect(upvotesView(given, 's2', true)).not.toHaveProperty('left')
    expect(done(up(given, 's1', false), other).upvotes!.coffee).toMatchObject({ n3: ['s1'] })
  })
  test('S65 those of a person who is removed go', () => {
    const two = up(up(forum, 's1'), 's2')
    expect(desk(two, { kind: 'remove', seat: 's1' }).upvotes).toEqual({ forum: { n1: ['s2'] } })
  })
  test('only while the step takes them, and only for what is shown', () => {
    expect(say(forum, { kind: 'upvote', note: 'n2', on: true })).toMatchObject({ code: 'unknown-option' })
    const closed = desk(forum, { kind: 'step' })
    expect(say(closed, { kind: 'upvote', note: 'n1', on: true })).toMatchObject({ code: 'not-now' })
    const locked = desk(forum, { kind: 'lock', on: true })
    expect(say(locked, { kind: 'upvote', note: 'n1', on: true })).toMatchObject({ code: 'not-now' })
  })
})

describe('the circle in the middle', () => {
  const panel = ['panel-1', 'panel-2', 'panel-3'].map((id) => ({ id, label: id }))
  const rules: FloorRules = { ...RULES, groups: [], panel, chairs: 4 }
  const turn = (floor: Floor, who: string) => endTurn({ ...floor, speaking: { who, since: 0 } }, 1000)

  test('a newcomer takes the free chair, and whoever has been silent the longest leaves theirs', () => {
    const begun = turn(turn(newFloor(), 'panel-1'), 'panel-3')
    expect(insideOf(begun, rules)).toEqual(['panel-1', 'panel-2', 'panel-3'])
    const taken: Floor = { ...begun, speaking: { who: 's1', since: 0 } }
    expect(insideOf(taken, rules)).toEqual(['panel-1', 'panel-2', 'panel-3', 's1'])
    const second = turn(begun, 's1')
    expect(insideOf(second, rules)).toEqual(['panel-1', 'panel-3', 's1'])
    expect(insideOf(turn(turn(second, 'panel-1'), 's2'), rules)).toEqual(['panel-1', 's1', 's2'])
  })
  test('walls learn who sits there by name where names are shown, participants never', () => {
    const floor = turn(newFloor(), 's2')
    const seen = (role: Role, names = true) =>
      floorView(floor, { ...rules, names }, { id: 'x', role }, () => 'Noor').circle
    expect(seen('wall')?.inside.at(-1)).toEqual({ who: 's2', name: 'Noor' })
    expect(seen('wall', false)?.inside.at(-1)).toEqual({ who: 's2' })
    expect(seen('participant')).toBeUndefined()
    expect(floorView(floor, RULES, { id: 'x', role: 'wall' }, () => 'Noor').circle).toBeUndefined()
  })
})
