// Every exercise with a vote against every ballot that a phone may give wrongly: refused with its reason, the earlier
// ballot standing; and against an option that leaves while people vote: as if it had never been there.
import { expect, test } from 'vitest'
import type { AnyActivity } from '../../shared/activities/activity.ts'
import { ballotTypeOf } from '../../shared/activities/activity.ts'
import { activityOf, ACTIVITIES } from '../../shared/activities/index.ts'
import { faceTexts, LANGUAGES } from '../../shared/languages.ts'
import en from '../../shared/i18n/common.en.json' with { type: 'json' }
import fr from '../../shared/i18n/common.fr.json' with { type: 'json' }
import { LIMITS } from '../../shared/limits.ts'
import { programmeSchema } from '../../shared/programme.ts'
import { running } from '../../shared/session/running.ts'
import type { Round } from '../../shared/session/state.ts'
import type { Member, Paper } from '../../shared/voting.ts'
import { isRefusal, refuse } from '../../shared/wire.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createBallots } from './ballots.ts'
import { follow } from './hands.ts'

type AnyPaper = Paper & Record<string, number> & { grades: unknown[] }
type Wrong = [what: string, choice: unknown, code: string]

/** What is wrong with any ballot at all. */
const ANY: Wrong[] = [
  ['no ballot', undefined, 'bad-request'],
  ['a truth', true, 'bad-request'],
  ['a list of lists of lists', [[['a']]], '*'],
]
const unknown = (choice: unknown): Wrong => ['unknown option', choice, 'unknown-option']
const off = (choice: unknown): Wrong => ['out of scale', choice, 'bad-request']
const places = (value: unknown) => ({ a: { x: value, y: 1 } })
const picks = (most: number): Wrong[] => [
  ['the same twice', ['a', 'a'], 'bad-request'],
  unknown(['a', 'zz']),
  ['more than may be picked', Array.from({ length: most + 1 }, (_, i) => `o${i}`), '*'],
]

/** By ballot type: a ballot that is taken, and those that are not. Options are a, b and c. */
const BALLOTS: Record<string, (paper: AnyPaper) => { good: unknown; wrong: Wrong[] }> = {
  single: ({ options: [{ id: first } = { id: '' }] }) => ({
    good: first,
    wrong: [unknown('zz'), ['two at once', ['a', 'b'], 'bad-request'], ['a number', 1, 'bad-request']],
  }),
  multiple: ({ options }) => ({ good: ['a'], wrong: picks(options.length) }),
  approval: ({ options }) => ({ good: ['a'], wrong: picks(options.length) }),
  dots: ({ dotsPerPerson = 0, maxPerItem = 0 }) => ({
    good: { a: 1 },
    wrong: [
      ['overspent', { a: dotsPerPerson, b: dotsPerPerson }, 'too-many'],
      ['too many on one', { a: maxPerItem + 1 }, 'too-many'],
      unknown({ zz: 1 }),
      off({ a: -1 }),
      off({ a: 0.5 }),
    ],
  }),
  credits: ({ credits = 0 }) => ({
    good: { a: 2 },
    wrong: [
      ['overspent', { a: Math.sqrt(credits), b: 1 }, 'too-many'],
      unknown({ zz: 1 }),
      off({ a: 0.5 }),
      ['votes against where there are none', { a: -1 }, 'bad-request'],
    ],
  }),
  grades: ({ grades, options }) => ({
    good: Object.fromEntries(options.map(({ id }) => [id, 0])),
    wrong: [
      off({ a: grades.length, b: 0, c: 0 }),
      off({ a: -1, b: 0, c: 0 }),
      off({ a: 'good', b: 0, c: 0 }),
      unknown({ a: 0, b: 0, c: 0, zz: 0 }),
    ],
  }),
  score: ({ max = 0, options: [{ id: first } = { id: '' }] }) => ({
    good: { [first]: max },
    wrong: [off({ [first]: max + 1 }), off({ [first]: 1.5 }), off({ [first]: '3' }), unknown({ zz: 1 })],
  }),
  ranking: () => ({
    good: [['a'], ['b', 'c']],
    wrong: [
      ['ranked twice', [['a'], ['b'], ['a']], 'bad-request'],
      ['twice on one rank', [['a', 'a']], 'bad-request'],
      unknown([['zz']]),
    ],
  }),
  scale: ({ min = 0, max = 0 }) => ({
    good: max,
    wrong: [
      off(max + 1),
      off(min - 1),
      off(min + 0.5),
      off('3'),
      ['a reason too long', { value: min, reason: 'x'.repeat(LIMITS.note + 1) }, 'too-long'],
    ],
  }),
  axes: ({ min = 0, max = 0, options }) => {
    const first = options[0]!.id
    const at = (value: unknown) => ({ [first]: Object.values(places(value))[0] })
    return {
      good: at(min),
      wrong: [
        off(at(max + 1)),
        off(at(min - 1)),
        off(at(NaN)),
        off({ [first]: { x: 1 } }),
        unknown({ zz: { x: 1, y: 1 } }),
      ],
    }
  },
  pairs: ({ perPerson = 0 }) => ({
    good: [['a', 'b', 1]],
    wrong: [
      [
        'a pair twice',
        [
          ['a', 'b', 1],
          ['b', 'a', 1],
        ],
        'bad-request',
      ],
      ['against itself', [['a', 'a', 1]], 'bad-request'],
      ['more duels than asked', Array.from({ length: perPerson + 1 }, () => ['a', 'b', 1]), 'too-many'],
      off([['a', 'b', 2]]),
      unknown([['a', 'zz', 1]]),
    ],
  }),
  opinions: () => ({ good: { a: 1, b: -1 }, wrong: [off({ a: 2 }), off({ a: '1' }), unknown({ zz: 1 })] }),
  consent: () => ({
    good: { answer: 'consent' },
    wrong: [
      ['an objection without its reason', { answer: 'objection', reason: ' ' }, 'bad-request'],
      unknown({ answer: 'maybe' }),
      ['a reason too long', { answer: 'concern', reason: 'x'.repeat(LIMITS.note + 1) }, 'too-long'],
    ],
  }),
  nomination: () => ({
    good: { option: 'a' },
    wrong: [unknown({ option: 'zz' }), ['two people', { option: ['a', 'b'] }, 'bad-request']],
  }),
  number: ({ min = 0, max = 0 }) => ({
    good: { value: min },
    wrong: [off({ value: max + 1 }), off({ value: 'much' }), off({ value: null })],
  }),
  cells: ({ options }) => {
    const first = options[0]!.id
    return { good: {}, wrong: [off({ [first]: 99 }), off({ [first]: 'x' }), unknown({ zz: 1 })] }
  },
}

const NOTES = ['a', 'b', 'c'].map((id) => ({
  id,
  text: id,
  tone: 'ciel' as const,
  at: [0, 0] as [number, number],
  order: id,
}))
const OPTIONS = NOTES.map(({ id }) => ({ id, label: id }))

/** The exercise on three options, written by hand where it takes them so, else as notes. */
function roundOf(activity: AnyActivity, settings: object = {}) {
  const asked = activity.settings.safeParse({ options: OPTIONS, ...settings })
  const plan = {
    v: 1,
    title: 'T',
    activities: [
      {
        id: 'v',
        kind: activity.kind,
        title: 'V',
        settings: asked.success ? { options: OPTIONS, ...settings } : settings,
      },
    ],
  }
  const it = running(programmeSchema.parse(plan), 'v')!
  const paper = activity.poll!.paper(NOTES, it.settings, (key) => key)
  const type = ballotTypeOf(activity.poll!, paper)
  const round: Round = {
    ...{ id: 'v.1', activity: 'v', type, secrecy: 'secret', state: 'open', paper, published: false },
  }
  return { it, round, type, poll: activity.poll! }
}

const KINDS = ACTIVITIES.filter(({ poll }) => poll).flatMap((activity) => {
  const { round, type } = roundOf(activity)
  return round.paper.options.length > 0 || type === 'scale' ? [{ kind: activity.kind, activity }] : []
})
const fake = (seat: string, n: number) => `${seat}${n}`.padStart(32, '0')

test.each(KINDS)('$kind: what cannot stand is refused, the ballot before it stands', async ({ activity }) => {
  const { it, round, type } = roundOf(activity)
  const { good, wrong } = BALLOTS[type]!(round.paper as AnyPaper)
  const memory = createMemoryStore()
  const ballots = createBallots(memory, 'w')
  expect(await ballots.cast(round, it, 's1', fake('a', 0), good)).toMatchObject({ receipt: 1 })
  const before = await ballots.count(round, it)
  for (const [i, [what, choice, code]] of [...ANY, ...wrong].entries()) {
    const answer = await ballots.cast(round, it, 's1', fake('b', i), choice)
    expect([what, isRefusal(answer) ? answer.code : 'taken']).toEqual([
      what,
      code === '*' ? expect.not.stringContaining('taken') : code,
    ])
    expect(await ballots.cast(round, it, 's2', fake('c', i), choice)).toMatchObject({ ok: false })
  }
  expect(await ballots.count(round, it)).toEqual(before)
  expect([...ballots.voters]).toEqual(['s1'])
  await memory.close()
})

test('every reason has its sentence for the phone, in every language', () => {
  const codes = ['bad-request', 'unknown-option', 'too-many', 'too-long', 'closed', 'not-allowed', 'not-now']
  for (const language of LANGUAGES) {
    const texts = faceTexts('common', { fr, en }, language)
    expect(codes.filter((code) => !texts[`refusal.${code}`])).toEqual([])
  }
})

const REMOVING = KINDS.filter(
  ({ activity }) =>
    activity.poll!.withoutOption && roundOf(activity).round.paper.options.some(({ id }) => id === 'c'),
)

test.each(REMOVING)('$kind: an option that leaves takes along what was said of it alone', ({ activity }) => {
  const { it, round, type, poll } = roundOf(activity)
  const { good } = BALLOTS[type]!(round.paper as AnyPaper)
  const left = {
    ...round,
    paper: { ...round.paper, options: round.paper.options.filter(({ id }) => id !== 'c'), rev: 2 },
  }
  const ballot = poll.check(round.paper, good)
  const after = follow(left, it, { option: 'c' })(ballot)
  expect(after).not.toBeNull()
  expect(JSON.stringify(after)).not.toContain('"c"')
  // Counted again it is a ballot of the paper that is left, and what was removed has no place in the result.
  expect(isRefusal(poll.check(left.paper, after))).toBe(false)
  expect(JSON.stringify(poll.count(left.paper, [after]))).not.toContain('"c"')
})

test.each(['single-choice', 'approval', 'multiple-choice', 'election-without-candidate'])(
  '%s: a ballot that said nothing but the option that leaves is to be done again, not blank',
  (kind) => {
    const { it, round, type } = roundOf(activityOf(kind)!)
    const only = { single: 'c', approval: ['c'], multiple: ['c'], nomination: { option: 'c' } }[type]
    const left = { ...round, paper: { ...round.paper, options: OPTIONS.slice(0, 2), rev: 2 } }
    expect(follow(left, it, { option: 'c' })(only)).toBeNull()
  },
)

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: id,
  weight: 1,
  mandates: [],
  here: true,
  seat: `s-${id}`,
  ...more,
})

test('a wrong college keeps the poll shut and says which; a chain of mandates is told to its holder', () => {
  const { poll, settings } = activityOf('resolution')!
  const parsed = settings.parse({ colleges: ['Salariés 40', 'Usagers 60'] })
  const wrong = { here: 1, members: [member('ada', { college: 'Amis' })] }
  const paper = poll!.paper([], parsed, (key) => key, wrong)
  expect(poll!.mayOpen!(paper, 'vote')).toEqual(refuse('not-now', { reason: 'college', college: 'Amis' }))
  // Cleo gave Bob a mandate, and Bob, who is not here, gave his to Ada: Cleo's does not travel on.
  const { seat: _, ...away } = member('bob', { mandates: ['cleo'], here: false })
  const { seat: __, ...cleo } = member('cleo', { here: false })
  const chain = { here: 1, members: [member('ada', { mandates: ['bob'] }), away, cleo] }
  const slips = settings.parse({ slips: 'required' })
  expect(poll!.voices!(slips, chain)).toEqual({ 's-ada': [{ weight: 1 }, { weight: 1, of: 'bob' }] })
  expect(poll!.paper([], slips, (key) => key, chain)).toMatchObject({
    mandates: { accepted: 1, refused: { 'holder-absent': 1 } },
    room: { registered: 3, present: 1, represented: 1 },
  })
})
