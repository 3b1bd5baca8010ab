// The desk's small picture names what the room really looks at.
import { expect, test } from 'vitest'
import type { Snapshot } from '../../shared/wire.ts'
import { wallRows, wallView } from './wall-view.ts'

const now = { activity: 'a1', kind: 'dot-vote', title: 'Vote', step: 'vote', steps: [] }
const poll = { published: false, paper: { rev: 1, options: [{ id: 'o1', label: 'Outils' }] } }
const snapshot = (more: object) => ({ now, ...more }) as unknown as Snapshot
const voting = { lit: false, voting: true }
const said = {
  decided: ['Ouvrir au printemps'],
  nameOf: ({ name }: { name?: string }) => name ?? '?',
  free: 'libre',
}

test('a count is in the picture once the room has it, not when the desk has it', () => {
  expect(wallView(snapshot({ poll, result: { spent: 3 } }), voting)).toBe('vote')
  expect(wallView(snapshot({ poll: { ...poll, published: true } }), voting)).toBe('vote')
  expect(wallView(snapshot({ poll: { ...poll, published: true }, result: { spent: 3 } }), voting)).toBe(
    'result',
  )
})

test('what is put over the step hides it; the end hides all', () => {
  const shown = { poll: { ...poll, published: true }, result: {} }
  expect(wallView(snapshot({ ...shown, screen: 'decisions' }), voting)).toBe('decisions')
  expect(wallView(snapshot({ ...shown, screen: 'code', ended: true }), voting)).toBe('ended')
  expect(wallView({} as Snapshot, voting)).toBe('code')
  expect(wallView(snapshot({}), { lit: true, voting: false })).toBe('spotlight')
  expect(wallView(snapshot({}), { lit: false, voting: false })).toBe('board')
})

test('decisions, a paper and the floor are lines; a result is a picture', () => {
  expect(wallRows('decisions', snapshot({}), said)).toEqual(said.decided)
  expect(wallRows('vote', snapshot({ poll }), said)).toEqual(['Outils'])
  expect(wallRows('floor', snapshot({ floor: { queue: [{ name: 'Nadia' }] } }), said)).toEqual([
    'libre',
    'Nadia',
  ])
  expect(wallRows('result', snapshot({ poll }), said)).toBeNull()
})
