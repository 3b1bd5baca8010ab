// Where the arrows of backcasting run.
import { expect, test } from 'vitest'
import { layLines, type Rect } from './lines.ts'

const card = (x: number, y: number): Rect => ({ x, y, width: 100, height: 40 })
const pathsOf = (cards: Record<string, Rect>, ...links: [string, string][]) =>
  layLines(
    links.map(([from, to]) => ({ from, to })),
    new Map(Object.entries(cards)),
  ).map(({ path }) => path)

test('a line goes from edge to facing edge, and round by the side within a column', () => {
  const line = (a: Rect, b: Rect) => pathsOf({ a, b }, ['a', 'b'])[0]
  expect(line(card(0, 0), card(200, 100))).toBe('M100 20C150 20 150 120 200 120')
  expect(line(card(200, 0), card(0, 0))).toBe('M200 20C150 20 150 20 100 20')
  expect(line(card(0, 0), card(0, 100))).toBe('M100 20C134 20 134 120 100 120')
  expect(line(card(0, 0), card(110, 0))).toBe('M100 20C134 20 76 20 110 20')
})

test('a card in between is gone round by the nearest free level, the next line by another one', () => {
  const row = { a: card(0, 60), between: card(150, 60), b: card(300, 60), c: card(450, 60) }
  const [first, second] = pathsOf(row, ['a', 'b'], ['a', 'c'])
  expect(first).toBe(
    'M100 80L106 80Q112 80 112 74L112 63Q112 55 120 55L280 55Q288 55 288 63L288 74Q288 80 294 80L300 80',
  )
  expect(second).toContain('L423 105')
  // To the left it is the same the other way.
  expect(pathsOf(row, ['b', 'a'])[0]).toMatch(/^M300 80L294 80Q.*L100 80$/)
})

test('a gap between two cards is wide enough; a link without its card has no line', () => {
  const piled = { a: card(0, 110), over: card(150, 60), under: card(150, 110), b: card(300, 60) }
  expect(pathsOf(piled, ['a', 'b'], ['a', 'nowhere'])).toEqual([expect.stringContaining('L280 105')])
})

test('a line that goes round keeps off the titles of the columns', () => {
  const cards = new Map(Object.entries({ a: card(0, 60), between: card(150, 60), b: card(300, 60) }))
  const levels = (...titles: Rect[]) => layLines([{ from: 'a', to: 'b' }], cards, titles)[0]!.path
  expect(levels()).toContain('L280 55')
  expect(levels({ x: 150, y: 20, width: 60, height: 38 })).toContain('L280 105')
})
