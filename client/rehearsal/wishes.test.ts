// A simulated person takes part in all that a phone can do beside writing and voting, once on each occasion.
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../shared/wire.ts'
import { wishesOf } from './wishes.ts'

const base: Snapshot = {
  v: 1,
  rev: 1,
  time: '2026-11-12T18:00:00.000Z',
  workshop: { id: 'w', code: 'GRVKMT', title: 'La ville', language: 'fr' },
  seat: { id: 's', role: 'participant' },
  may: { pad: 'none', board: 'read', arrange: false, ballot: false },
  now: {
    activity: 'a',
    kind: 'lean-coffee',
    title: 'A',
    step: 'discuss',
    steps: [],
    settings: {},
    since: '2026-11-12T18:00:00.000Z',
  },
}
const first = () => 0
const wishes = (more: Partial<Snapshot>, notes = ['n1', 'n2'], speaks = true) =>
  wishesOf({ ...base, ...more }, notes, first, speaks).map(({ command }) => command)

describe('what a simulated person wishes', () => {
  it('is nothing before the first step, or where nothing is asked', () => {
    const { now: _, ...lobby } = base
    expect(wishesOf(lobby, ['n1'], first, true)).toEqual([])
    expect(wishes({})).toEqual([])
  })

  it('supports and reacts to what everybody sees, where that is open', () => {
    const open = { upvotes: { counts: {}, mine: [], open: true }, reactions: { mine: {}, open: true } }
    expect(wishes(open)).toEqual([
      { kind: 'upvote', note: 'n1', on: true },
      { kind: 'react', note: 'n1', as: 'like' },
    ])
    expect(wishes(open, [])).toEqual([])
    expect(wishes({ upvotes: { counts: {}, mine: [], open: false } })).toEqual([])
  })

  it('answers with a thumb each time the room is asked, sits down, and asks for the floor now and then', () => {
    const asked = { thumbs: { minutes: 4, open: true } }
    expect(wishes(asked)).toEqual([{ kind: 'thumb', as: 'up' }])
    expect(wishes({ groups: { size: 'pair', list: [] } })).toEqual([{ kind: 'joinGroup' }])
    const side = { id: 'for', label: 'Pour', ms: 0, turns: 0 }
    const floor = { waiting: 0, groups: [side], panel: [], turn: 0 }
    expect(wishes({ floor })).toEqual([{ kind: 'hand', up: true, group: 'for' }])
    expect(wishes({ floor }, [], false)).toEqual([])
    expect(wishes({ floor: { ...floor, place: 2 } })).toEqual([])
  })
})
