import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, fraction, showFraction, toNumber } from '../../counting/fraction.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { resolution, type ResolutionPaper } from './activity.ts'
import { countColleges, countHeads, type College } from './colleges.ts'
import { CHOICES, countResolution, type Choice } from './count.ts'
import { majorityOf, RULES, type Votes } from './majority.ts'
import { readMandates, type Mandate } from './mandates.ts'
import messages from './messages.json' with { type: 'json' }
import { quorumOf } from './quorum.ts'
import { minutesText } from './report.ts'

const few = fc.nat(60)

describe('quorum', () => {
  test.each([
    [30, 10, 200, 1, 5, 0, { counted: 40, needed: 40, reached: true }],
    [29, 10, 200, 1, 5, 0, { counted: 39, needed: 40, reached: false }],
    [30, 7, 150, 1, 4, 0, { counted: 37, needed: 38, reached: false }],
    [10, 0, 40, 1, 5, 12, { counted: 10, needed: 12, reached: false }],
    [3, 0, 200, 0, 1, 0, { counted: 3, needed: 0, reached: true }],
  ])(
    '%i present, %i represented of %i, %i/%i and at least %i',
    (present, represented, registered, num, den, minAbsolute, expected) => {
      expect(quorumOf({ present, represented, registered }, { num, den, minAbsolute })).toEqual(expected)
    },
  )

  test('it is reached exactly where the fraction is, and one more person never loses it', () => {
    const monotone = fc.property(
      few,
      few,
      few,
      few,
      fc.integer({ min: 1, max: 60 }),
      (present, represented, registered, num, den) => {
        const rule = { num, den, minAbsolute: 0 }
        const { reached } = quorumOf({ present, represented, registered }, rule)
        expect(reached).toBe((present + represented) * den >= num * registered)
        if (reached)
          expect(quorumOf({ present: present + 1, represented, registered }, rule).reached).toBe(true)
      },
    )
    fc.assert(monotone)
  })
})

describe('majority', () => {
  const votes: fc.Arbitrary<Votes> = fc.record({ for: few, against: few, abstain: few, blank: few })

  test.each([
    ['simple', [41, 39, 8, 12], { base: 80, needed: 41, adopted: true }],
    ['absolute-present', [41, 39, 8, 12], { base: 100, needed: 51, adopted: false }],
    ['simple', [40, 40, 0, 5], { base: 80, needed: 41, adopted: false }],
    ['two-thirds', [41, 20, 1, 3], { base: 61, needed: 41, adopted: true }],
    ['two-thirds', [40, 21, 1, 3], { base: 61, needed: 41, adopted: false }],
    ['unanimity', [5, 0, 9, 9], { base: 5, needed: 5, adopted: true }],
    ['unanimity', [5, 1, 0, 0], { base: 6, needed: 6, adopted: false }],
  ] as const)('%s on %j', (rule, [inFavour, against, abstain, blank], expected) => {
    expect(majorityOf(rule, { for: inFavour, against, abstain, blank })).toEqual(expected)
  })

  test('the needed votes are those of the definition', () => {
    const same = fc.property(votes, few, (all, more) => {
      const { for: yes, against: no, abstain, blank } = all as Record<Choice, number>
      const expressed = yes + no
      const present = expressed + abstain + blank + more
      expect(majorityOf('simple', all).adopted).toBe(yes > no)
      expect(majorityOf('two-thirds', all).adopted).toBe(expressed > 0 && 3 * yes >= 2 * expressed)
      expect(majorityOf('absolute-present', all, present).adopted).toBe(2 * yes > present)
      expect(majorityOf('unanimity', all).adopted).toBe(yes > 0 && no === 0)
    })
    fc.assert(same)
  })

  test.each(RULES)('%s: one vote more for it never rejects, and nothing expressed adopts nothing', (rule) => {
    const monotone = fc.property(votes, (all) => {
      if (majorityOf(rule, all).adopted)
        expect(majorityOf(rule, { ...all, for: Number(all.for) + 1 }).adopted).toBe(true)
      expect(majorityOf(rule, { ...all, for: 0, against: 0 }).adopted).toBe(false)
    })
    fc.assert(monotone)
  })
})

describe('mandates', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
  const name = fc.constantFrom(...NAMES, 'stranger')
  const lists = fc.record({
    present: fc.subarray(NAMES),
    mandates: fc.array(fc.tuple(name, name)),
    most: fc.nat(3),
  })

  test.each<[Mandate[], string[]]>([
    [[['e', 'z']], ['unknown']],
    [[['z', 'a']], ['unknown']],
    [[['a', 'a']], ['self']],
    [[['b', 'a']], ['giver-present']],
    [[['e', 'f']], ['holder-absent']],
    [
      [
        ['e', 'a'],
        ['e', 'b'],
      ],
      ['duplicate'],
    ],
    [
      [
        ['d', 'a'],
        ['e', 'a'],
        ['f', 'a'],
      ],
      ['limit'],
    ],
    [
      [
        ['d', 'a'],
        ['e', 'a'],
        ['f', 'a'],
        ['f', 'b'],
      ],
      ['limit'],
    ],
  ])('%j: refused for %j', (mandates, faults) => {
    const { rejected } = readMandates(NAMES, ['a', 'b', 'c'], mandates, 2)
    expect(rejected.map(([, , fault]) => fault)).toEqual(faults)
  })

  test('each mandate is accepted or refused, each accepted one is a voice in the room and nobody holds too many', () => {
    const fair = fc.property(lists, ({ present, mandates, most }) => {
      const { voices, accepted, rejected, totalVoices } = readMandates(NAMES, present, mandates, most)
      expect(accepted.length + rejected.length).toBe(mandates.length)
      expect(new Set(accepted.map(([giver]) => giver)).size).toBe(accepted.length)
      for (const [giver, holder] of accepted)
        expect([present.includes(giver), present.includes(holder)]).toEqual([false, true])
      expect(Object.keys(voices).sort()).toEqual([...present].sort())
      expect(Math.max(1, ...Object.values(voices))).toBeLessThanOrEqual(1 + most)
      expect(totalVoices).toBe(Object.values(voices).reduce((sum, count) => sum + count, 0))
    })
    fc.assert(fair)
  })

  test('the giver who arrives late takes the voice back and may hold one', () => {
    const mandates: Mandate[] = [
      ['e', 'a'],
      ['b', 'a'],
      ['f', 'b'],
    ]
    expect(readMandates(NAMES, ['a', 'c'], mandates, 2).voices).toEqual({ a: 3, c: 1 })
    expect(readMandates(NAMES, ['a', 'b', 'c'], mandates, 2).voices).toEqual({ a: 2, b: 2, c: 1 })
  })
})

describe('colleges', () => {
  const college: fc.Arbitrary<College> = fc.record({
    weight: fc.integer({ min: 1, max: 50 }).map((weight) => fraction(weight)),
    for: few,
    against: few,
  })
  const some = fc.dictionary(fc.constantFrom('w', 'x', 'y', 'z'), college)
  const scani: Record<string, College> = {
    workers: { weight: fraction(40), for: 9, against: 7 },
    users: { weight: fraction(25), for: 80, against: 120 },
    partners: { weight: fraction(25), for: 30, against: 20 },
    friends: { weight: fraction(10), for: 40, against: 60 },
  }

  test('weights 40, 25, 25, 10: adopted by colleges, rejected by heads', () => {
    expect(showFraction(countColleges(scani, 'proportional', 'lost').shareFor!)).toBe('103/200')
    expect(showFraction(countColleges(scani, 'majority', 'lost').weightFor)).toBe('65')
    expect(countHeads(scani)).toEqual({ for: 159, against: 207, adopted: false })
  })

  test('a tie inside a college splits its weight, and half of all is not enough', () => {
    const tied = { one: { weight: fraction(5), for: 2, against: 2 } }
    expect(countColleges(tied, 'majority', 'lost')).toMatchObject({
      weightFor: fraction(5, 2),
      adopted: false,
    })
  })

  test('what each brings adds up, and the other side has the rest', () => {
    const whole = fc.property(
      some,
      fc.constantFrom('proportional' as const, 'majority' as const),
      (colleges, mode) => {
        const { weightFor, weightTotal, shareFor, perCollege } = countColleges(colleges, mode, 'renormalise')
        const sum = Object.values(perCollege).reduce(
          (all, value) => (value ? add(all!, value) : all),
          fraction(0),
        )
        expect(sum).toEqual(weightFor)
        const swapped = Object.entries(colleges).map(([key, it]) => [
          key,
          { ...it, for: it.against, against: it.for },
        ])
        const other = countColleges(Object.fromEntries(swapped), mode, 'renormalise')
        expect(add(other.weightFor, weightFor)).toEqual(weightTotal)
        expect(shareFor === null).toBe(
          Object.values(colleges).every((it) => it.for === 0 && it.against === 0),
        )
      },
    )
    fc.assert(whole)
  })

  test('a lost weight never helps', () => {
    const lost = fc.property(some, (colleges) => {
      const [kept, given] = [
        countColleges(colleges, 'proportional', 'renormalise'),
        countColleges(colleges, 'proportional', 'lost'),
      ]
      if (kept.shareFor && given.shareFor)
        expect(compare(given.shareFor, kept.shareFor)).toBeLessThanOrEqual(0)
      else expect([kept.adopted, given.adopted]).toEqual([false, false])
      expect(toNumber(given.shareFor ?? fraction(0))).toBeLessThanOrEqual(1)
    })
    fc.assert(lost)
  })
})

describe('a resolution', () => {
  const poll = resolution.poll!
  const paper = (settings: object) =>
    poll.paper([], resolution.settings.parse(settings), (key) => key) as ResolutionPaper
  const ballots = (...counts: number[]) =>
    CHOICES.flatMap((choice, i) => new Array<Choice>(counts[i] ?? 0).fill(choice))

  test.each(CHOICES)('%s is a choice', (choice) => {
    expect(poll.check(paper({}), choice)).toBe(choice)
  })

  test.each([
    ['yes', 'unknown-option'],
    ['__proto__', 'unknown-option'],
    [['for'], 'bad-request'],
    [{ for: 1 }, 'bad-request'],
  ])('%j is refused: %s', (choice, code) => {
    expect(poll.check(paper({}), choice)).toMatchObject({ ok: false, code })
  })

  test('a second call has a quorum of its own, none unless it is asked for', () => {
    const quorum = { num: 1, den: 4, minAbsolute: 10 }
    expect(paper({ quorum }).quorum).toEqual(quorum)
    expect(paper({ quorum, call: 'second' }).quorum).toEqual({ num: 0, den: 1, minAbsolute: 0 })
    const secondQuorum = { num: 1, den: 5 }
    expect(paper({ quorum, call: 'second', secondQuorum }).quorum).toEqual({ num: 1, den: 5, minAbsolute: 0 })
  })

  test('the quorum comes first, then the majority', () => {
    const room = { registered: 50, present: 0, represented: 0 }
    const rule = { rule: 'simple' as const, quorum: { num: 1, den: 5, minAbsolute: 0 }, room }
    expect(countResolution(rule, ballots(9))).toMatchObject({
      outcome: 'no-quorum',
      adopted: false,
      indicative: true,
    })
    expect(countResolution(rule, ballots(6, 4))).toMatchObject({ outcome: 'adopted', adopted: true })
    expect(countResolution(rule, ballots(5, 5))).toMatchObject({ outcome: 'rejected', adopted: false })
    expect(
      countResolution({ ...rule, room: { ...room, present: 6, represented: 4 } }, ballots(2, 1)).quorum,
    ).toEqual({
      counted: 10,
      needed: 10,
      reached: true,
    })
  })

  test('the sentence for the minutes, in both languages', () => {
    const result = countResolution(paper({ present: 100 }), ballots(41, 39, 8, 12))
    expect(minutesText(result, createTranslate('fr', messages.fr))).toBe(
      'Résolution adoptée\u00a0: 41 pour, 39 contre, 12 blancs, 8 abstentions (80 exprimés, 41 requis sur 80).',
    )
    expect(minutesText(result, createTranslate('en', messages.en))).toBe(
      'Resolution adopted: 41 for, 39 against, 12 blank, 8 abstentions (80 expressed, 41 needed of 80).',
    )
  })

  test('where nobody is for or against, the sentence speaks of no majority of nothing', () => {
    const result = countResolution(paper({ present: 100 }), ballots(0, 0, 1, 2))
    expect(minutesText(result, createTranslate('fr', messages.fr))).toBe(
      'Résolution rejetée\u00a0: aucun vote exprimé, 2 blancs, 1 abstention.',
    )
  })

  test('its text is what is written or named, never the notes that happen to lie before it', () => {
    const notes = [
      { id: 'n1', text: 'Une note', tone: 'soleil' as const, at: [0, 0] as [number, number], order: 'a' },
    ]
    const textOf = (settings: object) =>
      (poll.paper(notes, resolution.settings.parse(settings), (key) => key) as ResolutionPaper).text.map(
        ({ label }) => label,
      )
    expect(textOf({})).toEqual([])
    expect(textOf({ from: 'a1' })).toEqual(['Une note'])
    expect(textOf({ options: [{ id: 'r', label: 'Article 1' }] })).toEqual(['Article 1'])
  })
})
