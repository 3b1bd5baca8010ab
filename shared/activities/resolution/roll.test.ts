// Slips: who is there, who votes with how many voices, when the poll may open, how voices are counted.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Amount, Assembly, Member } from '../../voting.ts'
import { resolution } from './activity.ts'
import { CHOICES, countResolution, type ResolutionRule } from './count.ts'
import { attendanceOf, voicesOf } from './roll.ts'

const member = (id: string, over: Partial<Member> = {}): Member => ({
  id,
  name: id,
  weight: 1,
  mandates: [],
  here: over.seat !== undefined,
  ...over,
})

/** Ada holds the mandates of Cleo and Dan; Dan came after all; Eve gave hers to Bob, who is not there. */
const members = [
  member('ada', { seat: 's1', weight: 3, mandates: ['cleo', 'dan'] }),
  member('bob', { mandates: ['eve'] }),
  member('cleo', { weight: 2 }),
  member('dan', { seat: 's2' }),
  member('eve'),
]
const persons = { base: 'persons', maxMandates: 2 } as const
const voices = { base: 'voices', maxMandates: 2 } as const
const own = (weight: Amount) => ({ weight })

describe('the roll', () => {
  test('voices: own first, then one for each mandate that stands', () => {
    expect(voicesOf({ here: 2, members }, persons)).toEqual({
      s1: [
        { ...own(1), refused: [{ of: 'dan', fault: 'giver-present' }] },
        { weight: 1, of: 'cleo' },
      ],
      s2: [own(1)],
    })
    expect(voicesOf({ here: 2, members }, voices)).toMatchObject({
      s1: [own(3), { weight: 2, of: 'cleo' }],
      s2: [own(1)],
    })
    expect(voicesOf({ here: 2, members }, { ...voices, maxMandates: 0 })).toMatchObject({
      s1: [
        {
          weight: 3,
          refused: [
            { of: 'cleo', fault: 'limit' },
            { of: 'dan', fault: 'giver-present' },
          ],
        },
      ],
      s2: [own(1)],
    })
  })
  test('present is who has used a slip and is connected; they bring those whom they represent', () => {
    expect(attendanceOf({ here: 2, members }, persons)).toEqual({ registered: 5, present: 2, represented: 1 })
    expect(attendanceOf({ here: 2, members }, voices)).toEqual({ registered: 8, present: 4, represented: 2 })
    const asleep = members.map((one) => (one.id === 'ada' ? { ...one, here: false } : one))
    expect(attendanceOf({ here: 1, members: asleep }, persons)).toEqual({
      registered: 5,
      present: 1,
      represented: 0,
    })
    expect(attendanceOf({ here: 9, members: [] }, persons)).toBeNull()
  })
})

describe('the gate', () => {
  const { poll } = resolution
  const answer = (settings: object, assembly: Assembly = { here: 2, members }) => {
    const s = resolution.settings.parse(settings)
    return poll!.mayOpen!(
      poll!.paper([], s, (key) => key, assembly),
      'vote',
    )
  }
  const half = { num: 1, den: 2 }

  test('reaching the quorum exactly is enough, by the roll', () => {
    expect(answer({ quorum: half })).toBeUndefined()
    expect(answer({ quorum: { num: 4, den: 5 } })).toEqual({
      ok: false,
      code: 'not-now',
      params: { reason: 'quorum', needed: 4, counted: 3 },
    })
  })
  test('without a roll the settings count, and whoever is connected', () => {
    const nobody = { here: 0, members: [] }
    const room = { registered: 40, present: 15, represented: 4 }
    expect(answer({ quorum: half, ...room }, nobody)).toMatchObject({ params: { needed: 20, counted: 19 } })
    expect(answer({ quorum: half, ...room, present: 16 }, nobody)).toBeUndefined()
    expect(answer({ quorum: half, ...room }, { here: 16, members: [] })).toBeUndefined()
  })
  test('a part of the registered cannot be asked of nobody: their number comes first', () => {
    const unknown = { here: 20, members: [] }
    expect(answer({ quorum: half }, unknown)).toMatchObject({ params: { reason: 'registered' } })
    expect(answer({ preset: 'ordinary' }, unknown)).toMatchObject({ params: { reason: 'registered' } })
    expect(answer({ quorum: half }, { ...unknown, registered: 40 })).toBeUndefined()
    const more = { ...unknown, registered: 41 }
    expect(answer({ quorum: half, registered: 10 }, more)).toMatchObject({ params: { reason: 'quorum' } })
    expect(answer({ quorum: { num: 0, den: 1, minAbsolute: 3 } }, unknown)).toBeUndefined()
  })
  test('slips without a roll open nothing', () => {
    const nobody = { here: 20, members: [] }
    expect(answer({ slips: 'required', registered: 20, present: 20 }, nobody)).toMatchObject({
      params: { reason: 'roll' },
    })
    expect(answer({ slips: 'required' })).toBeUndefined()
  })
})

describe('the count of voices', () => {
  const rule: ResolutionRule = {
    rule: 'simple',
    quorum: { num: 0, den: 1, minAbsolute: 0 },
    room: { registered: 8, present: 4, represented: 2 },
  }
  test('weights decide, persons are told beside, nothing is indicative', () => {
    const result = countResolution(rule, ['for', 'against', 'against'], [own(3), own(1), own(1)])
    expect(result).toMatchObject({
      counts: { for: 3, against: 2 },
      persons: { for: 1, against: 2 },
      outcome: 'adopted',
      n: 5,
    })
    expect(result.indicative).toBeUndefined()
    expect(countResolution(rule, ['for', 'against', 'against']).indicative).toBe(true)
  })
  test('one voice of weight k counts as k voices of weight one', () => {
    const cast = fc.array(
      fc.record({ choice: fc.constantFrom(...CHOICES), weight: fc.integer({ min: 1, max: 5 }) }),
    )
    fc.assert(
      fc.property(cast, (hands) => {
        const whole = countResolution(
          rule,
          hands.map(({ choice }) => choice),
          hands.map(({ weight }) => own(weight)),
        )
        const single = hands.flatMap(({ choice, weight }) => Array.from({ length: weight }, () => choice))
        const { persons: _persons, ...rest } = whole
        expect({ ...rest, indicative: true }).toEqual(countResolution(rule, single))
      }),
    )
  })
})
