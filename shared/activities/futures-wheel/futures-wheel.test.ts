import { expect, test } from 'vitest'
import type { Note, Tone } from '../../board/note.ts'
import { createTranslate } from '../../i18n/translate.ts'
import { NOTHING_CARRIED } from '../activity.ts'
import { futuresWheel } from './activity.ts'
import { layWheel } from './layout.ts'
import messages from './messages.json' with { type: 'json' }
import { longestChain, readWheel } from './tree.ts'

const t = createTranslate('en', messages.en, { nothingYet: 'Nothing yet.', otherNotes: 'Others' })
const note = (id: string, under?: string, tone: Tone = 'lilas'): Note => ({
  id,
  text: id,
  tone,
  at: [0.5, 0.5],
  order: id,
  ...(under === undefined ? {} : { under }),
})
const WHEEL = [
  note('centre'),
  note('a', 'centre', 'menthe'),
  note('b', 'a'),
  note('c', 'b'),
  note('d', 'centre'),
]

test('a note is one order farther than what it lies under', () => {
  const { consequences, loose } = readWheel([...WHEEL, note('x'), note('y', 'x')])
  expect(consequences.map(({ note: { id }, order, cause }) => [id, order, cause])).toEqual([
    ['a', 1, 'centre'],
    ['b', 2, 'a'],
    ['c', 3, 'b'],
    ['d', 1, 'centre'],
  ])
  expect(loose.map(({ id }) => id)).toEqual(['x', 'y'])
  expect([longestChain(consequences), longestChain([])]).toEqual([3, 0])
})

test('without its centre nothing is tied', () => {
  expect(readWheel(WHEEL.slice(1)).consequences).toEqual([])
  expect(readWheel(WHEEL.slice(1)).loose).toHaveLength(4)
})

test('the change lies in the middle from the start', () => {
  const seed = (settings: object) =>
    futuresWheel.seed!(futuresWheel.settings.parse(settings), NOTHING_CARRIED, t)
  expect(seed({ centre: 'Free trains' })).toMatchObject([{ id: 'centre', text: 'Free trains' }])
  expect(seed({})).toMatchObject([{ text: 'The change' }])
})

test('there is a step for each ring', () => {
  const ids = futuresWheel.steps(futuresWheel.settings.parse({ maxOrder: 2 })).map(({ id }) => id)
  expect(ids).toEqual(['ring-1', 'reveal-1', 'ring-2', 'reveal-2', 'sort', 'weigh', 'talk'])
})

test('the report tells what follows from what, and counts by order and sign', () => {
  const settings = futuresWheel.settings.parse({})
  const blocks = futuresWheel.report({ settings, notes: WHEEL, rounds: [], language: 'en', t })
  expect(blocks[0]).toMatchObject({ rows: { 1: [2, 'a', 'b'] } })
  expect(blocks[1]).toMatchObject({
    rows: [
      [1, 1, 0, 1],
      [2, 0, 0, 1],
      [3, 0, 0, 1],
    ],
  })
  const empty = futuresWheel.report({ settings, notes: [note('centre')], rounds: [], language: 'en', t })
  expect(empty).toEqual([{ type: 'text', text: 'Nothing yet.' }])
})

test('branches share the circle by their leaves, and stay on their ring', () => {
  const wide = { id: 'w', children: [{ id: 'w1' }, { id: 'w2' }, { id: 'w3' }] }
  const { positions } = layWheel({ id: 'c', children: [wide, { id: 'n' }] }, 0, 0, 1)
  for (const id of ['w', 'n']) expect(Math.hypot(...positions[id]!)).toBeCloseTo(1)
  for (const id of ['w1', 'w2', 'w3']) expect(Math.hypot(...positions[id]!)).toBeCloseTo(2)
  expect(positions['w']![0]).toBeCloseTo(Math.sin((3 * Math.PI) / 4))
  expect(positions['n']![0]).toBeCloseTo(-Math.SQRT1_2)
})
