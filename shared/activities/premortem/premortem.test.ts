import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import type { CausesResult, RiskPaper } from '../../counting/risks.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { premortem } from './activity.ts'
import messages from './messages.json' with { type: 'json' }

const poll = premortem.poll!
const t = createTranslate('en', messages.en)
const note = (id: string, under: string): Note => ({
  id,
  text: id,
  tone: 'soleil',
  at: [0, 0],
  order: id,
  under,
})
const notes = [note('finances', 'causes'), note('weather', 'causes'), note('two signatures', 'preventions')]
const paper = poll.paper(notes, premortem.settings.parse({}), t) as RiskPaper

test('causes are rated and preventions are not; without a rating the exercise goes straight to them', () => {
  expect(paper.options.map(({ id }) => id)).toEqual(['finances', 'weather'])
  const ids = (s: object) => premortem.steps(premortem.settings.parse(s)).map(({ id }) => id)
  expect(ids({})).toEqual(['write', 'reveal', 'merge', 'rate', 'risks', 'prevent'])
  expect(ids({ rate: false })).toEqual(['write', 'reveal', 'merge', 'prevent'])
})

test('of more than twenty causes those go to the vote that hold the most notes, and the desk is told before', () => {
  const many = Array.from({ length: 22 }, (_, i) => note(`cause-${String(i).padStart(2, '0')}`, 'causes'))
  const piled = [...many, note('again', 'cause-21'), note('and again', 'cause-21'), note('too', 'cause-20')]
  const { options } = poll.paper(piled, premortem.settings.parse({}), t)
  expect(options.map(({ id }) => id)).toEqual(
    ['cause-21', 'cause-20', ...many.map(({ id }) => id)].slice(0, 20),
  )
  const told = poll.before!(
    many.map(({ id }) => ({ id, label: id })),
    {},
  )
  expect(told).toEqual([{ key: 'advice.many', params: { count: 22, most: 20 } }])
})

test('the report says the risks first, then who prevents what', () => {
  const result = poll.count(paper, [{ finances: { x: 2.5, y: 5 }, weather: { x: 1, y: 2 } }]) as CausesResult
  expect(result.order).toEqual(['finances', 'weather'])
  const blocks = premortem.report({
    ...{ settings: premortem.settings.parse({}), notes, language: 'en', t },
    rounds: [{ paper, result, voted: 1 }],
  })
  expect(blocks[0]).toMatchObject({
    type: 'drawing',
    rows: [
      [1, 'finances', '2.5', '5', '12.5'],
      [2, 'weather', '1', '2', '2'],
    ],
  })
})
