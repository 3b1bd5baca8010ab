// World café: a question for each round, and a harvest that later activities take over.
import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { worldCafe } from './activity.ts'

const t = createTranslate('en', worldCafe.messages.en, { otherNotes: 'Others' })
const parse = (settings: object) => worldCafe.settings.parse(settings)
const note = (id: string, under: string): Note => ({
  id,
  text: id,
  tone: 'craie',
  at: [0, 0],
  order: id,
  under,
})

test('each round has its own question where one is given, else that of the activity', () => {
  const steps = worldCafe.steps(parse({ questions: ['What works?', 'What is missing?'] }))
  expect(steps.map(({ id, asks }) => [id, asks?.question])).toEqual([
    ['round-1', 'What works?'],
    ['round-2', 'What is missing?'],
    ['round-3', undefined],
    ['harvest', undefined],
    ['sort', undefined],
  ])
})

test('at the end each table writes in the harvest, the sheets being those of the last round', () => {
  const harvest = worldCafe.steps(parse({ rounds: 2 })).find(({ id }) => id === 'harvest')
  expect(harvest).toMatchObject({
    ...{ pads: 'live', board: 'read', writers: 'table', asks: { zones: ['harvest'] } },
    groups: { set: 'round-2', host: true, plenary: true },
  })
})

test('later activities take over the harvest with what was grouped in it, and everything where there is none', () => {
  const legacy = (notes: Note[]) => worldCafe.legacy!({ settings: parse({}), notes, t })
  const talk = [note('said', 'round-1-1'), note('kept', 'harvest'), note('near', 'kept')]
  expect(legacy(talk).notes?.map(({ id }) => id)).toEqual(['kept', 'near'])
  expect(legacy(talk.slice(0, 1))).toEqual({})
})

test('the report says what was asked in each round, then the harvest, then the tables by their topics', () => {
  const settings = parse({ tables: 2, rounds: 2, questions: ['What works?'], topics: ['Housing'] })
  const notes = [note('kept', 'harvest'), note('said', 'round-1-1')]
  const [asked, told] = worldCafe.report({ settings, notes, rounds: [], language: 'en', t })
  expect(asked).toEqual({ type: 'text', text: 'First round: What works?' })
  expect(told).toMatchObject({
    groups: [{ title: 'The harvest' }, { title: 'Housing' }, { title: 'Table 2', notes: [] }],
  })
})
