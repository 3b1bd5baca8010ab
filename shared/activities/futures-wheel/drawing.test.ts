import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { forest } from '../../board/tree.ts'
import { anyOverlap } from './apart.ts'
import { drawWheel, type Wheel } from './drawing.ts'

const AREA = { width: 1824, height: 740 }
const heightOf = (text: string, width: number, lines: number, shapes: number) =>
  Math.max(44, Math.ceil((text.length * 14) / (width - 92)) * 32) + 30 + lines * 38 + (shapes > 0 ? 40 : 0)

/** `first` direct consequences, and as many of each again under them. */
function branches(first: number, second: number) {
  const note = (id: string, under: string): Note => ({
    id,
    text: `Conséquence ${id} de la ville`,
    tone: 'menthe',
    at: [0.5, 0.5],
    order: id.padStart(6, '0'),
    under,
  })
  const ring = Array.from({ length: first }, (_, i) => note(`a${i}`, 'centre'))
  const next = ring.flatMap(({ id }) => Array.from({ length: second }, (_, j) => note(`${id}b${j}`, id)))
  const all = forest([{ ...note('centre', 'x'), fields: { group: 1 } }, ...ring, ...next])
  return all[0]!.children
}
const told = ({ nodes, left }: Wheel) =>
  nodes.flatMap(({ note, lines, shapes }) => [note, ...lines, ...shapes]).length + left.length

test.each([
  [0, 0],
  [1, 0],
  [1, 1],
  [4, 2],
  [6, 2],
  [8, 6],
  [12, 1],
])('%i branches of %i are all told, and no card covers another', (first, second) => {
  const wheel = drawWheel(branches(first, second), AREA, 6, heightOf)
  expect(told(wheel)).toBe(first + first * second)
  expect(anyOverlap(wheel.nodes, wheel.centre)).toBe(false)
  for (const { x, y, width, height } of wheel.nodes) {
    expect(x - width / 2).toBeGreaterThanOrEqual(-1)
    expect(x + width / 2).toBeLessThanOrEqual(AREA.width + 1)
    expect(y - height / 2).toBeGreaterThanOrEqual(-1)
    expect(y + height / 2).toBeLessThanOrEqual(AREA.height + 1)
  }
})

test('of too many branches the fullest are drawn, the others counted', () => {
  const wheel = drawWheel(branches(40, 3), AREA, 6, heightOf)
  expect(wheel.nodes.length).toBeGreaterThan(5)
  expect(wheel.nodes.length + wheel.left.length).toBe(40)
})

test('the same wheel is drawn the same way', () => {
  expect(drawWheel(branches(6, 2), AREA, 6, heightOf)).toEqual(drawWheel(branches(6, 2), AREA, 6, heightOf))
})
