// A vote on the board's own notes: which are on the paper, when it is held, and what the report says of it.
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { AnyActivity } from './activity.ts'
import { rex } from './rex/activity.ts'
import rexMessages from './rex/messages.json' with { type: 'json' }
import { swot } from './swot/activity.ts'
import swotMessages from './swot/messages.json' with { type: 'json' }

const note = (id: string, under: string, more: Partial<Note> = {}): Note => ({
  ...{ id, text: id, tone: 'soleil', at: [0, 0], order: id, under },
  ...more,
})
const stepsOf = (activity: AnyActivity, settings: object) =>
  activity.steps(activity.settings.parse(settings)).map(({ id }) => id)

test('the vote is a setting, and comes before the talk', () => {
  expect(stepsOf(swot, {})).toEqual(['write', 'reveal', 'sort', 'talk'])
  expect(stepsOf(swot, { vote: true })).toEqual(['write', 'reveal', 'sort', 'vote', 'count', 'talk'])
  expect(stepsOf(rex, { vote: true }).slice(-3)).toEqual(['sort', 'vote', 'count'])
})

test('a lessons-learned card puts its lessons to the vote, and no other part of the card', () => {
  const notes = [
    note('facts', 'facts'),
    note('plain', 'lessons'),
    note('pile', 'lessons', { fields: { group: 1 } }),
    note('grouped', 'pile'),
    note('loose', 'nowhere'),
  ]
  const t = createTranslate('en', rexMessages.en)
  const paper = rex.poll!.paper(notes, rex.settings.parse({ vote: true }), t)
  expect(paper.options.map(({ id }) => id).sort()).toEqual(['loose', 'pile', 'plain'])
})

test('three notes at most are picked, and the report begins with what the room picked', () => {
  const t = createTranslate('en', swotMessages.en)
  const notes = ['a', 'b', 'c', 'd'].map((id) => note(id, 'strengths'))
  const settings = swot.settings.parse({ vote: true })
  const poll = swot.poll!
  const paper = poll.paper(notes, settings, t)
  expect(poll.check(paper, ['a', 'b', 'c', 'd'])).toMatchObject({ code: 'too-many' })
  expect(poll.before!([], settings)).toEqual([{ key: 'advice.none' }])
  const result = poll.count(paper, [['a', 'b'], ['b']])
  const blocks = swot.report({ settings, notes, rounds: [{ paper, result, voted: 2 }], language: 'en', t })
  expect(blocks[0]).toMatchObject({
    type: 'ranking',
    rows: [{ label: 'b', value: 2 }, { label: 'a', value: 1 }, {}, {}],
  })
})
