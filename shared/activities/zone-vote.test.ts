// A vote on the board's own notes: which are on the paper, when it is held, and what the report says of it.
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { AnyActivity } from './activity.ts'
import { rex } from './rex/activity.ts'
import rexMessages from './rex/messages.json' with { type: 'json' }
import { weighed } from './speedboat/anchors.ts'
import { speedboat } from './speedboat/activity.ts'
import { startStopContinue } from './start-stop-continue/activity.ts'
import { swot } from './swot/activity.ts'
import swotMessages from './swot/messages.json' with { type: 'json' }

const note = (id: string, under: string, more: Partial<Note> = {}): Note => ({
  ...{ id, text: id, tone: 'soleil', at: [0, 0], order: id, under },
  ...more,
})
const stepsOf = (activity: AnyActivity, settings: object) =>
  activity.steps(activity.settings.parse(settings)).map(({ id }) => id)

test('the vote comes before the talk, and can be left out', () => {
  expect(stepsOf(swot, { vote: false })).toEqual(['write', 'reveal', 'sort', 'talk'])
  expect(stepsOf(swot, {})).toEqual(['write', 'reveal', 'sort', 'vote', 'count', 'talk'])
  expect(stepsOf(rex, {}).slice(-3)).toEqual(['sort', 'vote', 'count'])
  for (const activity of [speedboat, startStopContinue]) {
    const talk = (settings: object) => activity.steps(activity.settings.parse(settings)).at(-1)
    expect(talk({})).toMatchObject({ id: 'talk', results: 'shown' })
    expect(talk({ vote: false })).toMatchObject({ id: 'talk', results: 'hidden', board: 'read' })
  }
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

test('only anchors are weighed; the heaviest three are to be cut, with whoever equals the third', () => {
  const t = createTranslate('en', speedboat.messages.en)
  const ids = ['a', 'b', 'c', 'd', 'e']
  const notes = [...ids.map((id) => note(id, 'anchors')), note('wind', 'wind')]
  const poll = speedboat.poll!
  const paper = poll.paper(notes, speedboat.settings.parse({}), t)
  expect(paper.options.map(({ id }) => id)).toEqual(ids)
  const ballots = [['a', 'b', 'c'], ['a', 'b', 'd'], ['a']]
  const anchors = weighed(paper.options, poll.count(paper, ballots) as never)
  expect(anchors.map(({ id, votes, heavy }) => [id, votes, heavy])).toEqual([
    ['a', 3, true],
    ['b', 2, true],
    ['c', 1, true],
    ['d', 1, true],
  ])
  expect(anchors.map(({ depth }) => depth)).toEqual([1, 2 / 3, 1 / 3, 1 / 3])
})
