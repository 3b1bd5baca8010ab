import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { backcasting } from './activity.ts'
import messages from './messages.json' with { type: 'json' }

const t = createTranslate('en', messages.en)
const step = (id: string, fields?: Note['fields'], tone: Note['tone'] = 'ciel'): Note => ({
  ...{ id, text: id, tone, at: [0, 0], order: id, under: 'step-1' },
  ...(fields ? { fields } : {}),
})
const saysOf = (notes: Note[]) =>
  backcasting
    .report({ settings: backcasting.settings.parse({}), notes, rounds: [], language: 'en', t })
    .flatMap((block) => (block.type === 'text' ? block.text : []))

test('walking back asks what each milestone is needed for; first steps ask for owner and month too', () => {
  const asks = backcasting.steps(backcasting.settings.parse({})).map(({ id, asks }) => [id, asks?.fields])
  expect(asks).toContainEqual(['back', ['for']])
  expect(asks).toContainEqual(['first', undefined])
})

test('actions that are needed for nothing are counted in the report, once some are tied', () => {
  const tied = step('a', { for: 'the vision' })
  expect(saysOf([tied, step('b'), step('c', undefined, 'corail')])).toContain(
    '1 action out of 2 does not say what it is needed for: read the chain again there.',
  )
  expect(saysOf([tied])).toContain('Every action says what it is needed for.')
  expect(saysOf([step('b')])).toEqual([])
})

test('links say what needs what, from the vision back, and tie an action as its words do', () => {
  const vision: Note = { ...step('vision-note'), under: 'vision', tone: 'soleil' }
  const linked = (id: string, to: string, under: string): Note => ({
    ...{ ...step(id), under, links: { [to]: 'needed' } },
  })
  const notes = [vision, linked('law', 'vision-note', 'step-2'), linked('vote', 'law', 'now')]
  const blocks = backcasting.report({
    ...{ settings: backcasting.settings.parse({}), notes, rounds: [], language: 'en', t },
  })
  expect(blocks).toContainEqual({
    type: 'table',
    title: 'What needs what',
    head: ['Place', 'Note', 'What it needs'],
    rows: [
      ['2035: it worked', 'vision-note', 'needs law'],
      ['2030', 'law', 'needs vote'],
    ],
  })
  expect(saysOf(notes)).toEqual(['Every action says what it is needed for.'])
  expect(saysOf(notes.slice(1, 2))).toEqual([])
})

test('the columns are years on the way to the horizon; years that do not fit give way to numbers', () => {
  const namesOf = (s: object) => {
    const layout = backcasting.layout!(backcasting.settings.parse(s), (key, params) =>
      key === 'zone.step' ? `step ${params!['number']}` : key,
    )
    return layout.zones.slice(1, -1).map(({ label }) => label)
  }
  expect(namesOf({})).toEqual(['2027', '2030', '2033'])
  expect(namesOf({ horizon: 2032 })).toEqual(['step 1', 'step 2', 'step 3'])
  expect(namesOf({ steps: 6 })).toEqual(['step 1', 'step 2', 'step 3', 'step 4', 'step 5'])
  expect(namesOf({ dates: ['Le vote'] })).toEqual(['Le vote', 'step 2', 'step 3'])
})
