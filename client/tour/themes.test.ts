// A note is in one theme at most, and never lost.
import { expect, test } from 'vitest'
import { moved, withTheme } from './themes.ts'

const ref = (note: string) => ({ stop: 't1', activity: 'a1', note })

test('a new theme takes its notes out of the others', () => {
  const first = withTheme([], 'a', 'A', [ref('1'), ref('2')])
  expect(withTheme(first, 'b', 'B', [ref('2'), ref('3')])).toEqual([
    { id: 'a', label: 'A', notes: [ref('1')] },
    { id: 'b', label: 'B', notes: [ref('2'), ref('3')] },
  ])
})

test('a note moves into one theme, once', () => {
  const themes = withTheme(withTheme([], 'a', 'A', [ref('1')]), 'b', 'B', [ref('2')])
  const after = moved(moved(themes, 'b', [ref('1')]), 'b', [ref('1')])
  expect(after.map(({ notes }) => notes)).toEqual([[], [ref('2'), ref('1')]])
})
