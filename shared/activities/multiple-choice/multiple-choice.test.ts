import { expect, test } from 'vitest'
import type { PickResult } from '../../counting/picks.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { refuse } from '../../wire.ts'
import { multipleChoice, type MultiplePaper } from './activity.ts'
import messages from './messages.json' with { type: 'json' }

const OPTIONS = ['salaires', 'statut', 'lieux', 'outils'].map((id) => ({ id, label: id }))
const poll = multipleChoice.poll!
const paperOf = (s: object) =>
  poll.paper([], multipleChoice.settings.parse({ options: OPTIONS, ...s }), (key) => key) as MultiplePaper

test('from one to all by default', () => {
  expect(paperOf({})).toMatchObject({ min: 1, max: 4, shuffle: true })
})

test('nobody is asked for more than there is, nor for more at least than at most', () => {
  expect(paperOf({ min: 9, max: 50 })).toMatchObject({ min: 4, max: 4 })
  expect(paperOf({ min: 3, max: 2 })).toMatchObject({ min: 2, max: 2 })
})

test('a choice is refused by the paper it was given on', () => {
  const paper = paperOf({ min: 2, max: 2 })
  expect(poll.check(paper, ['outils'])).toEqual(refuse('bad-request'))
  expect(poll.check(paper, ['outils', 'statut', 'lieux'])).toEqual(refuse('too-many'))
  expect(poll.check(paper, ['outils', 'statut'])).toEqual(['statut', 'outils'])
})

test('the report gives shares of those who voted, and says who left it blank', () => {
  const paper = paperOf({ max: 2 })
  const result = poll.count(paper, [['lieux', 'outils'], ['lieux'], ['statut'], []]) as PickResult
  const t = createTranslate('en', messages.en)
  const settings = multipleChoice.settings.parse({})
  const blocks = multipleChoice.report({
    settings,
    notes: [],
    rounds: [{ paper, result, voted: 4 }],
    language: 'en',
    t,
  })
  expect(blocks[0]).toMatchObject({
    type: 'ranking',
    rows: [
      { rank: 1, label: 'lieux', value: 2, detail: '66.7% of the voters' },
      { rank: 2, label: 'statut', value: 1, detail: '33.3% of the voters' },
      { rank: 2, label: 'outils', value: 1 },
      { rank: 4, label: 'salaires', value: 0 },
    ],
  })
  expect(blocks[1]).toEqual({ type: 'text', text: '3 ballots counted, 1 blank.' })
})
