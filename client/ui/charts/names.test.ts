// Names on a wall: of public votes alone, each beside what it said.
import { expect, test } from 'vitest'
import { namesBy, saidBy } from './names.ts'

const t = (key: string, params: object = {}) => `${key} ${Object.values(params).join('/')}`
const named = [
  { name: 'Omar', choice: { answer: 'objection', reason: 'le coût' } },
  { name: 'Léa', choice: { answer: 'consent' } },
  { name: 'Ada', of: 'Bob', choice: { answer: 'consent' } },
  { choice: { answer: 'consent' } },
]
const answer = (choice: { answer: string }) => choice.answer

test('each name beside what it said, mandates with whose they are, people without a name as a number', () => {
  expect(Object.fromEntries(namesBy({ secrecy: 'public', named }, answer, t))).toEqual({
    objection: { names: ['Omar'], nameless: 0 },
    consent: { names: ['chart.mandate Ada/Bob', 'Léa'], nameless: 1 },
  })
})

test('what the desk alone may know is not drawn', () => {
  expect(namesBy({ secrecy: 'facilitator', named }, answer, t).size).toBe(0)
  expect(saidBy({ secrecy: 'secret', named }, () => true, ['le coût'], t)).toEqual(['le coût'])
})

test('a text stands with its name once; texts from paper stand without; who wrote nothing comes last', () => {
  const poll = { secrecy: 'public' as const, named }
  expect(saidBy(poll, () => true, ['le coût', 'le coût', ''], t)).toEqual([
    'chart.saidBy Omar/le coût',
    'le coût',
    'Léa',
    'chart.mandate Ada/Bob',
  ])
  expect(saidBy(poll, (choice) => choice.answer === 'objection', ['le coût'], t)).toEqual([
    'chart.saidBy Omar/le coût',
  ])
})
