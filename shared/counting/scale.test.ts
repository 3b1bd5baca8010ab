import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTranslate } from '../i18n/translate.ts'
import { compare, fraction, parseFraction, subtract } from './fraction.ts'
import { countLevels, levelLabel, meanOf, roundHalfUp, scalePaper, scaleTable } from './scale.ts'

const SCALE = { min: 1, max: 5 }
const t = createTranslate('en', {
  'level.1': 'lost',
  'level.2': 'even',
  result: 'Answers',
  'table.percent': '{share}%',
})

test('levels are counted from the lowest, and what is off the scale is not', () => {
  expect(countLevels(SCALE, [5, 4, 4, 0, 6, 1])).toEqual([1, 0, 0, 2, 1])
  expect(countLevels({ min: 0, max: 2 }, [])).toEqual([0, 0, 0])
})

test.each([
  ['13/4', 1, 3.3],
  ['15/4', 1, 3.8],
  ['10/3', 2, 3.33],
  ['7/2', 0, 4],
  ['-1/4', 1, -0.2],
  ['1005/1000', 2, 1.01],
])('%s with %i decimals is shown as %d', (value, decimals, shown) => {
  expect(roundHalfUp(parseFraction(value), decimals)).toBe(shown)
})

test('a shown mean is never further from the mean than half of its last digit', () => {
  const values = fc.array(fc.integer(SCALE), { minLength: 1 })
  const near = fc.property(values, (list) => {
    const mean = meanOf(countLevels(SCALE, list), SCALE.min)!
    expect(mean).toEqual(
      fraction(
        list.reduce((sum, value) => sum + value, 0),
        list.length,
      ),
    )
    const error = subtract(parseFraction(roundHalfUp(mean, 1)), mean)
    expect(compare(error, parseFraction('1/20'))).toBeLessThanOrEqual(0)
    expect(compare(error, parseFraction('-1/20'))).toBe(1)
  })
  fc.assert(near)
})

test('nobody has no mean', () => {
  expect(meanOf([0, 0], 1)).toBeNull()
})

test('words written by hand stand before the messages, as far as they go', () => {
  const paper = scalePaper(0, 1, ['perdu'])
  expect([0, 1].map((level) => levelLabel(paper, level, t))).toEqual(['perdu', 'even'])
  expect(scalePaper(0, 1, ['a', 'b', 'c']).ownLabels).toEqual(['a', 'b'])
  expect(scalePaper(0, 1, [])).toEqual({
    options: [],
    rev: 1,
    min: 0,
    max: 1,
    labels: ['level.1', 'level.2'],
  })
})

test('the table says each level in its order', () => {
  expect(scaleTable(scalePaper(0, 1), [1, 2], t)).toMatchObject({
    title: 'Answers',
    rows: [
      [0, 'lost', 1, '33.3%'],
      [1, 'even', 2, '66.7%'],
    ],
  })
})
