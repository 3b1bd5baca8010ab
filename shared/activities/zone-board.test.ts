import { expect, test } from 'vitest'
import type { Note, Tone } from '../board/note.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import { backcasting } from './backcasting/activity.ts'
import { oneTwoFourAll } from './one-two-four-all/activity.ts'
import { pestel } from './pestel/activity.ts'
import { premortem } from './premortem/activity.ts'
import { scenarioAxes } from './scenario-axes/activity.ts'
import { swot } from './swot/activity.ts'
import { threeHorizons } from './three-horizons/activity.ts'
import type { AnyActivity } from './activity.ts'

const note = (id: string, under?: string, tone: Tone = 'craie'): Note => ({
  id,
  text: id.toUpperCase(),
  tone,
  at: [0.5, 0.5],
  order: id,
  ...(under === undefined ? {} : { under }),
})

const wordsOf = (activity: AnyActivity) =>
  createTranslate('en', activity.messages.en, { nothingYet: 'Nothing yet.', otherNotes: 'Others' })

function reportOf(activity: AnyActivity, notes: Note[], settings: object = {}): Block[] {
  const parsed = activity.settings.parse(settings)
  return activity.report({ settings: parsed, notes, rounds: [], language: 'en', t: wordsOf(activity) })
}

function zonesOf(activity: AnyActivity, settings: object = {}) {
  return activity.layout!(activity.settings.parse(settings), wordsOf(activity)).zones
}

test('notes are told place by place, what lies elsewhere last, and gaps are seen', () => {
  const notes = [note('a', 'threats'), note('b', 'a'), note('c', 'gone'), note('d', 'strengths')]
  expect(reportOf(swot, notes)).toEqual([
    {
      type: 'notes',
      groups: [
        { title: 'Strengths', notes: [notes[3]] },
        { title: 'Weaknesses', notes: [] },
        { title: 'Opportunities', notes: [] },
        { title: 'Threats', notes: [notes[0], notes[1]] },
        { title: 'Others', notes: [notes[2]] },
      ],
    },
  ])
  expect(reportOf(swot, [])).toEqual([{ type: 'text', text: 'Nothing yet.' }])
})

test('what is written unseen is revealed, unless the desk approves notes one by one', () => {
  const pads = (settings: object) =>
    swot
      .steps(swot.settings.parse({ vote: false, ...settings }))
      .map(({ pads, arrange }) => [pads, arrange === true])
  expect(pads({})).toEqual([
    ['sealed', false],
    ['live', false],
    ['off', true],
    ['off', true],
  ])
  expect(pads({ moderated: true, arrange: false })).toEqual([
    ['moderated', false],
    ['moderated', false],
    ['off', false],
    ['off', false],
  ])
})

test('a pre-mortem opens again to write preventions', () => {
  const steps = premortem.steps(premortem.settings.parse({}))
  expect(steps.map(({ id, pads }) => `${id} ${pads}`)).toEqual([
    'write sealed',
    'reveal live',
    'merge off',
    'rate off',
    'risks off',
    'prevent live',
  ])
})

test('three horizons are told in the order 1, 3, 2', () => {
  const steps = threeHorizons.steps(threeHorizons.settings.parse({}))
  expect(steps.slice(0, 3).map(({ id }) => id)).toEqual(['today', 'future', 'bridge'])
  const [table] = reportOf(threeHorizons, [note('a', 'h2-bridge', 'menthe'), note('b', 'a', 'menthe')])
  expect(table).toMatchObject({ type: 'table', rows: { 4: ['H2: the bridge', 0, 0, 2] } })
})

test('a scan has six domains, or five, and its papers say what the card asks for', () => {
  expect(zonesOf(pestel).map(({ id }) => id)).toContain('legal')
  expect(zonesOf(pestel, { frame: 'steep' })).toHaveLength(5)
  const kinds = (card: string) =>
    pestel.layout!(pestel.settings.parse({ card }), wordsOf(pestel)).kinds!.map(({ label }) => label)
  expect(kinds('trend')).toEqual(['heavy trend', 'uncertainty', 'weak signal', 'wild card'])
  expect(kinds('weak-signal')).toEqual(['now', 'soon', 'later'])
  expect(kinds('wild-card')).toEqual(['feared', 'hoped for'])
  const [table] = reportOf(pestel, [note('a', 'social', 'lilas'), note('b', 'social', 'lilas'), note('c')])
  expect(table).toMatchObject({ type: 'table', rows: { 2: ['Social', 0, 0, 2, 0] } })
})

test('backcasting runs from today to the horizon, its columns numbered or named', () => {
  const labels = (settings: object) => zonesOf(backcasting, settings).map(({ label }) => label)
  expect(labels({})).toEqual(['Now', '2027', '2030', '2033', '2035: it worked'])
  expect(labels({ dates: [], steps: 2 })).toEqual(['Now', 'Step 1', '2035: it worked'])
  expect(labels({ steps: 3, horizon: 2040, dates: ['The vote'] })).toEqual([
    'Now',
    'The vote',
    'Step 2',
    '2040: it worked',
  ])
})

test('the corners of a cross are named by the poles', () => {
  const poles = { xLow: 'open', xHigh: 'closed', yLow: 'poor', yHigh: 'rich' }
  expect(zonesOf(scenarioAxes, poles).map(({ label }) => label)).toEqual([
    'rich, open',
    'rich, closed',
    'poor, open',
    'poor, closed',
    'In any case',
    'The axes',
  ])
})

test('what has ripened from place to place is handed on from the last place that holds any', () => {
  const handed = (...notes: Note[]) =>
    oneTwoFourAll.legacy!({ settings: oneTwoFourAll.settings.parse({}), notes, t: wordsOf(oneTwoFourAll) })
  const [one, four, group, part] = [note('a', 'one'), note('b', 'four'), note('g', 'all'), note('p', 'g')]
  expect(handed(one, four, group, part)).toEqual({ notes: [group, part] })
  expect(handed(one, four)).toEqual({ notes: [four] })
  expect(handed(note('x'))).toEqual({ notes: [note('x')] })
})
