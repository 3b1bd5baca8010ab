// Lean coffee: so many topics supported each, and a report that says what the room gave its time to.
import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { leanCoffee } from './activity.ts'

const topic = (id: string, state?: string): Note => ({
  ...{ id, text: id.toUpperCase(), tone: 'craie', at: [0.5, 0.5], order: id },
  ...(state ? { fields: { state } } : {}),
})
const t = createTranslate('en', leanCoffee.messages.en, { nothingYet: 'Nothing yet.' })
const settings = leanCoffee.settings.parse({})
const tableOf = () => {
  const notes = [topic('a'), topic('b', 'answered'), topic('c'), topic('d', 'parked')]
  const input = { settings, notes, rounds: [], upvotes: { b: 2, c: 3 }, language: 'en' as const, t }
  return leanCoffee.report(input)[0]
}

test('three topics are supported by each, or as many as is said', () => {
  const dots = (given: object) =>
    leanCoffee.steps(leanCoffee.settings.parse(given)).map(({ upvotes }) => upvotes)
  expect(dots({})).toEqual([3, 3])
  expect(dots({ dots: 5 })).toEqual([5, 5])
})

test('the report has the discussed topics first, then those left by their support', () => {
  expect(tableOf()).toMatchObject({
    head: ['Topic', 'Support', 'Outcome'],
    rows: [
      ['B', 2, 'Discussed'],
      ['C', 3, 'To be discussed'],
      ['A', 0, 'To be discussed'],
      ['D', 0, 'Put aside'],
    ],
  })
})
