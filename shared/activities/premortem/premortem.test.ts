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
