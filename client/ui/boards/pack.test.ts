import { expect, test } from 'vitest'
import { linesOf, packCards } from './pack.ts'

const some = (count: number) =>
  Array.from({ length: count }, (_, i) => `Note ${i}, qui dit quelque chose de la ville`)
const shown = ({ columns }: ReturnType<typeof packCards>) => columns.flat().map(({ index }) => index)

test('few cards are set large, many small, type is never under 28, and no card is lost', () => {
  expect(packCards(['Court'], 600, 340)).toEqual({ size: 38, columns: [[{ index: 0, lines: 1 }]], left: [] })
  for (let count = 0; count <= 160; count += 8) {
    const packed = packCards(some(count), 600, 340)
    expect(packed.size).toBeGreaterThanOrEqual(28)
    expect([...packed.left, ...shown(packed)].sort((a, b) => a - b)).toEqual(some(count).map((_, i) => i))
  }
})

test('of too many the newest are shown, over a row of shapes', () => {
  const packed = packCards(some(150), 600, 340)
  expect(shown(packed)).toContain(149)
  expect(packed.left[0]).toBe(0)
  for (const column of packed.columns) {
    const end = column.reduce((sum, { lines }) => sum + 10 + 26 + Math.ceil(lines * 28 * 1.18), -10)
    expect(end).toBeLessThanOrEqual(340 - 42)
  }
})

test('a box that is too flat for a card shows shapes alone', () => {
  expect(packCards(some(5), 600, 30)).toEqual({ size: 28, columns: [], left: [0, 1, 2, 3, 4] })
})

test('lines are counted word by word, and a word that is too long is broken', () => {
  expect(linesOf('un deux trois', 20)).toBe(1)
  expect(linesOf('un deux trois', 8)).toBe(2)
  expect(linesOf('anticonstitutionnellement', 10)).toBe(3)
  expect(linesOf('', 10)).toBe(1)
})

test('a line under a text takes its room', () => {
  const texts = Array.from({ length: 4 }, () => 'Un four')
  const without = packCards(texts, 400, 270)
  const feet = packCards(texts, 400, 270, true, [true, true, true, true])
  expect(without.left).toEqual([])
  expect(feet.left.length).toBeGreaterThan(0)
})

test('a long text is set smaller rather than cut, and where it must be cut it takes all the room there is', () => {
  const long = 'Les réunions du lundi durent trop longtemps. '.repeat(6)
  const whole = packCards([long], 600, 340)
  expect(whole.size).toBeLessThan(38)
  expect(whole.columns[0]![0]!.lines).toBe(linesOf(long, Math.floor((600 - 68) / (0.5 * whole.size))))
  const cut = packCards([long.repeat(3)], 600, 340)
  const { lines } = cut.columns[0]![0]!
  const height = (count: number) => 26 + Math.ceil(count * cut.size * 1.18)
  expect(height(lines)).toBeLessThanOrEqual(340)
  expect(height(lines + 2)).toBeGreaterThan(340)
})
