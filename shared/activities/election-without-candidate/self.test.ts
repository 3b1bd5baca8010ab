// Who may be proposed: oneself or not, and absent people who agreed.
import { expect, test } from 'vitest'
import { electionWithoutCandidate as election, type ElectionPaper } from './activity.ts'

const options = [
  { id: 'a', label: 'Ada' },
  { id: 'z', label: 'Zoé' },
]
const paperOf = (given: object) =>
  election.poll!.paper([], election.settings.parse({ options, ...given }), (key, params) =>
    key === 'absentPerson' ? `${String(params?.['name'])} (absent)` : key,
  ) as ElectionPaper

test('where nobody names themselves, one’s own name is refused, whatever its case', () => {
  const paper = paperOf({ self: false })
  const bars = (option: unknown, name: string) => election.poll!.bars!(paper, { option }, name)
  expect(bars('z', ' zoÉ ')).toMatchObject({ code: 'not-allowed' })
  expect([bars('a', 'Zoé'), bars('z', ''), bars('nobody', 'Zoé')]).toEqual([undefined, undefined, undefined])
  expect(election.poll!.bars!(paper, null, 'Zoé')).toBeUndefined()
  expect(election.poll!.bars!(paperOf({}), { option: 'z' }, 'Zoé')).toBeUndefined()
})

test('absent people who agreed are proposed like the others, and marked', () => {
  const paper = paperOf({ absent: ['Omar'] })
  expect(paper.options.at(-1)).toEqual({ id: 'absent-1', label: 'Omar (absent)' })
  expect(election.poll!.check(paper, { option: 'absent-1' })).toEqual({ option: 'absent-1' })
  expect(paperOf({}).options).toEqual(options)
})
