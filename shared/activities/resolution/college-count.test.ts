// Colleges of a roll: their lines in the settings, what they decide, and who is too few to be shown apart.
import { describe, expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import report from '../../i18n/report.fr.json' with { type: 'json' }
import type { Assembly, Member, Voice } from '../../voting.ts'
import { resolution, type ResolutionPaper } from './activity.ts'
import { isCollege, readColleges } from './college-lines.ts'
import { collegesOf, type CollegeRule } from './college-count.ts'
import type { Choice, ResolutionResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }

const poll = resolution.poll!
const RULE: CollegeRule = {
  colleges: readColleges(['Salariés : 40', 'Usagers 35', 'Partenaires 25 %']),
  mode: 'proportional',
  empty: 'renormalise',
  secret: true,
}

/** So many votes for and against of one college. */
function votes(college: string, inFavour: number, against: number): [Choice, Voice][] {
  const each = (choice: Choice, count: number) =>
    Array.from({ length: count }, (): [Choice, Voice] => [choice, { weight: 1, college }])
  return [...each('for', inFavour), ...each('against', against)]
}

function count(rule: CollegeRule, ...cast: [Choice, Voice][][]) {
  const all = cast.flat()
  return collegesOf(
    rule,
    'simple',
    all.map(([choice]) => choice),
    all.map(([, voice]) => voice),
  )
}

describe('lines of the settings', () => {
  test('a name and a weight, with or without a colon or a percent sign', () => {
    expect(readColleges(['Salariés : 40', 'Amis des 3 vallées 12,5', 'Partenaires 1/3'])).toEqual([
      { name: 'Salariés', weight: '40' },
      { name: 'Amis des 3 vallées', weight: '25/2' },
      { name: 'Partenaires', weight: '1/3' },
    ])
  })
  test.each(['Salariés', '40', 'Salariés 0', 'Salariés 1/0', ''])('%j is none', (line) => {
    expect(isCollege(line)).toBe(false)
  })
})

describe('in a secret vote', () => {
  test('from five voters on each college is told', () => {
    const { perCollege, shareFor, adopted } = count(
      RULE,
      votes('Salariés', 3, 2),
      votes('Usagers', 5, 1),
      votes('Partenaires', 0, 5),
    )
    expect(perCollege['Salariés']).toEqual({ weight: '40', voters: 5, for: 3, against: 2, brought: '24' })
    expect([shareFor, adopted]).toEqual(['319/600', true])
  })
  test('one with fewer is not, nor the one that would tell it', () => {
    const { perCollege, weightFor } = count(
      RULE,
      votes('Salariés', 3, 2),
      votes('Usagers', 5, 5),
      votes('Partenaires', 2, 0),
    )
    expect(perCollege['Partenaires']).toEqual({ weight: '25', voters: 2 })
    expect(perCollege['Salariés']).toEqual({ weight: '40', voters: 5 })
    expect(perCollege['Usagers']).toMatchObject({ for: 5, against: 5 })
    expect(weightFor).toBe('133/2')
  })
  test('two with fewer hide each other', () => {
    const { perCollege } = count(
      RULE,
      votes('Salariés', 3, 0),
      votes('Usagers', 5, 5),
      votes('Partenaires', 2, 0),
    )
    expect(perCollege['Usagers']).toHaveProperty('brought')
    expect(perCollege['Salariés']).not.toHaveProperty('for')
    expect(perCollege['Partenaires']).not.toHaveProperty('for')
  })
})

test('a show of hands hides nobody', () => {
  const { perCollege } = count({ ...RULE, secret: false }, votes('Salariés', 1, 0), votes('Usagers', 0, 1))
  expect(perCollege).toMatchObject({ Salariés: { for: 1, brought: '40' }, Partenaires: { brought: null } })
})

describe('a resolution by colleges', () => {
  const member = (id: string, over: Partial<Member>): Member => ({
    id,
    name: id,
    weight: 1,
    mandates: [],
    here: over.seat !== undefined,
    ...over,
  })
  const settings = resolution.settings.parse({
    colleges: ['Salariés 40', 'Usagers 60'],
    secrecy: 'public',
    base: 'voices',
    quorum: { num: 1, den: 2 },
  })
  const members = [
    member('ada', { seat: 's1', college: 'Salariés', weight: '1/2' }),
    member('bob', { seat: 's2', college: 'Usagers', weight: '3/2', mandates: ['cleo', 'ada'] }),
    member('cleo', { college: 'Usagers' }),
  ]
  const room: Assembly = { here: 2, members }
  const paper = poll.paper([], settings, (key) => key, room) as ResolutionPaper

  test('asks for slips, and counts exact voices', () => {
    expect(paper).toMatchObject({ slips: true, room: { registered: 3, present: 2, represented: 1 } })
    expect(poll.mayOpen!(paper, 'vote')).toBeUndefined()
    const voices = poll.voices!(settings, room)!
    expect(voices['s2']!.map(({ weight, college }) => [weight, college])).toEqual([
      ['3/2', 'Usagers'],
      [1, 'Usagers'],
    ])
    expect(voices['s2']![0]!.refused).toEqual([{ of: 'ada', fault: 'giver-present' }])
    const result = poll.count(paper, ['for', 'against', 'against'], [voices['s1']![0]!, ...voices['s2']!])
    expect(result).toMatchObject({
      counts: { for: '1/2', against: '5/2' },
      n: 3,
      colleges: { shareFor: '2/5', adopted: false },
      outcome: 'rejected',
    })
  })
  test('a college of the roll without a weight keeps it closed, and is named', () => {
    const stray: Assembly = { here: 1, members: [...members, member('dan', { college: 'Amis' })] }
    const papers = poll.paper([], settings, (key) => key, stray)
    expect(poll.mayOpen!(papers, 'vote')).toMatchObject({ params: { reason: 'college', college: 'Amis' } })
  })
  test('its minutes: who was there, mandates set aside, the rule, each college, in both languages', () => {
    const voices = poll.voices!(settings, room)!
    const result = poll.count(paper, ['for', 'for', 'for'], [voices['s1']![0]!, ...voices['s2']!])
    const rounds = [{ paper, result: result as ResolutionResult, voted: 2 }]
    const opening = { registered: 3, counted: 1, needed: 2, reached: false }
    for (const language of ['fr', 'en'] as const) {
      const t = createTranslate(language, { ...report, ...messages[language] })
      const blocks = resolution.report({ settings, notes: [], rounds, language, t, opening })
      const text = JSON.stringify(blocks)
      const expected =
        language === 'fr'
          ? [
              'Procès-verbal',
              'Pouvoirs écartés',
              'la personne est là',
              'Quorum non atteint',
              '100\u00a0% des poids',
            ]
          : [
              'Minutes',
              'Mandates set aside',
              'the giver is here',
              'Quorum not reached',
              '100% of the weights',
            ]
      for (const words of [...expected, 'Salariés', 'Usagers']) expect(text).toContain(words)
    }
  })
})
