// Parts of a role play: whole rows, dealt out evenly and kept.
import { expect, test } from 'vitest'
import type { Paper } from '../../shared/voting.ts'
import { createDealing } from './dealing.ts'

const ids = [
  'mid-0-1',
  'mid-0-2',
  'mid-1-0',
  'mid-1-2',
  'mid-2-0',
  'mid-2-1',
  'mao-0-0',
  'mao-1-0',
  'mao-2-0',
]
const paper: Paper = {
  options: ids.map((id) => ({ id, label: id })),
  rev: 1,
  deal: { each: 3, ratings: 3, rows: true },
}
const rowOf = (hand: string[]) => new Set(hand.map((id) => id.split('-')[1]))

test('each seat plays one actor, every actor is played before one is played twice', () => {
  const dealing = createDealing()
  const hands = ['a', 'b', 'c', 'd'].map((seat) => dealing.share(paper, seat, undefined, []))
  expect(hands.map((hand) => hand.length)).toEqual([3, 3, 3, 3])
  expect(hands.every((hand) => rowOf(hand).size === 1)).toBe(true)
  expect(new Set(hands.slice(0, 3).flatMap((hand) => [...rowOf(hand)])).size).toBe(3)
  expect(dealing.share(paper, 'b', { 'mid-1-0': 2 }, [])).toEqual(hands[1])
})

test('after a restart a seat goes on with the actor it has answered for', () => {
  const dealing = createDealing()
  expect(dealing.share(paper, 'z', { 'mao-2-0': 4 }, [])).toEqual(['mid-2-0', 'mid-2-1', 'mao-2-0'])
})
