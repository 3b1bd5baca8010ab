// The picture of a coloured vote: rows in both orders, a cell for each voice.
import { expect, test } from 'vitest'
import type { ColourPaper } from './activity.ts'
import { drawnRows, flagged, markOf, orderOf } from './drawing.ts'
import { tellColours } from './grid.ts'

const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const paper = { options, rev: 1 } as unknown as ColourPaper
/** Grades: 6 is dark green, 2 dark red, 1 white. */
const ballots = [{ a: 6, b: 2 }, { a: 2, b: 3 }, { a: 6, b: 3 }, { a: 2, b: 2 }, { b: 1 }]

test('without columns the voices of a row stand from green to red, silence apart', () => {
  const rows = drawnRows(paper, tellColours(['a', 'b'], 'ignore', false, ballots), 'acceptance')
  expect(rows.map(({ id, cells }) => [id, cells])).toEqual([
    ['a', ['VF', 'VF', 'RF', 'RF']],
    ['b', ['RC', 'RC', 'RF', 'RF', 'B']],
  ])
})

test('with columns a column is a person, and an empty cell stays empty', () => {
  const rows = drawnRows(paper, tellColours(['a', 'b'], 'ignore', true, ballots), 'acceptance')
  expect(rows[0]!.cells).toHaveLength(5)
  expect(rows[0]!.cells).toContain(null)
})

test('the second order begins with what the room agrees on', () => {
  const result = tellColours(['a', 'b'], 'ignore', false, ballots)
  expect(drawnRows(paper, result, orderOf(['consensus'])).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(flagged(result)).toEqual({ consensus: 1, cleavage: 1, doubt: 0, reword: 0 })
  const doubtful = tellColours(['a'], 'ignore', false, [{ a: 1 }, { a: 1 }, { a: 6 }])
  expect(flagged(doubtful)).toEqual({ consensus: 0, cleavage: 0, doubt: 1, reword: 0 })
  expect(orderOf(undefined)).toBe('acceptance')
})

test('letters only where they can be read from the last row', () => {
  expect([5, 23, 24, 40].map(markOf)).toEqual(['letters', 'letters', 'sign', 'sign'])
})
