import { expect, test } from 'vitest'
import { createTranslate } from '../i18n/translate.ts'
import { byRank, quotedLabels, roundBlocks } from './rounds.ts'

const t = createTranslate('en', { notCounted: 'not counted', noVotes: 'no votes', quoted: '“{label}”' })
const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
const paper = { options: OPTIONS, rev: 1 }

test('rounds without figures are said in words, the others are shown', () => {
  const rounds = [
    { paper, voted: 2 },
    { paper, result: 0, voted: 0 },
    { paper, result: 7, voted: 3 },
  ]
  const blocks = roundBlocks(rounds, t, (_, result, voted) => [
    { type: 'text', text: `${result} of ${voted}` },
  ])
  expect(blocks.map((block) => block.type === 'text' && block.text)).toEqual([
    'not counted',
    'no votes',
    '7 of 3',
  ])
})

test('ties keep the order of the paper, and what has no rank comes last', () => {
  const ranks: Record<string, number> = { b: 1, c: 1 }
  const order = byRank(OPTIONS, (id) => ranks[id])
  expect(order.map(({ option, rank, index }) => [option.id, rank, index])).toEqual([
    ['b', 1, 1],
    ['c', 1, 2],
    ['a', null, 0],
  ])
})

test('labels are quoted in the order of the paper', () => {
  expect(quotedLabels(OPTIONS, ['c', 'a', 'gone'], t)).toBe('“A”, “C”')
})
