// Two devices of one person, and through what a seat comes in (SPEC.md, S60, S61 and S77).
import { describe, expect, test } from 'vitest'
import { access } from './access.ts'
import { context, play, STEPS } from './fixture.ts'
import { newFloor } from './floor.ts'
import { next } from './machine.ts'
import { standsFor, takenIn, withMerged } from './merging.ts'
import { countSources, sourcesOf } from './sources.ts'
import { newSession, type Session } from './state.ts'

const writing = play(newSession(), [{ kind: 'open', activity: 'ideas' }])
const steps = (activity: string) => STEPS[activity] ?? null
const me = { id: 's2', role: 'participant' as const }

describe('S61 two devices of one person', () => {
  test('their sheet is the other seat’s own, and nobody else’s', () => {
    const pad = { sort: 'pad', activity: 'ideas', writer: 's1' } as const
    expect(access(writing, me, pad, steps)).toBe('none')
    const merged = play(writing, [{ kind: 'merge', from: 's1', into: 's2' }])
    expect(access(merged, me, pad, steps)).toBe('write')
    expect(access(merged, { ...me, id: 's3' }, pad, steps)).toBe('none')
  })

  test('a seat that has taken in others brings them along', () => {
    const twice = withMerged(withMerged(writing, 's3', 's1'), 's1', 's2')
    expect([standsFor(twice, 's3'), standsFor(twice, 's1'), standsFor(twice, 's4')]).toEqual([
      's2',
      's2',
      's4',
    ])
    expect(takenIn(twice, 's2')).toEqual(['s3', 's1'])
  })

  test('groups, support and time spoken are one person’s', () => {
    const before: Session = {
      ...writing,
      groups: {
        ideas: {
          pairs: [
            { id: 'pairs-1', seats: ['s1', 's3'] },
            { id: 'pairs-2', seats: ['s2'] },
          ],
        },
      },
      upvotes: { ideas: { n1: ['s1', 's2'], n2: ['s1'] } },
      floors: {
        ideas: {
          ...newFloor(),
          queue: [{ who: 's1', at: 1 }],
          speaking: { who: 's2', since: 5 },
          spoken: { s1: { ms: 3, turns: 1 }, s2: { ms: 4, turns: 2 } },
        },
      },
    }
    const { groups, upvotes, floors } = withMerged(before, 's1', 's2')
    expect(groups!.ideas!.pairs).toEqual([
      { id: 'pairs-1', seats: ['s3'] },
      { id: 'pairs-2', seats: ['s2'] },
    ])
    expect(upvotes!.ideas).toEqual({ n1: ['s2'], n2: ['s2'] })
    expect(floors!.ideas).toMatchObject({
      queue: [{ who: 's2', at: 1 }],
      speaking: { who: 's2', since: 5 },
      spoken: { s2: { ms: 7, turns: 3 } },
    })
  })
})

test('S60 a phone is a table’s once somebody shares it, and what a helper enters is a helper’s', () => {
  const seats = [
    { id: 'c1', role: 'scribe' as const },
    { id: 's1', role: 'participant' as const },
    { id: 's2', role: 'participant' as const, via: 's1' },
    { id: 's3', role: 'participant' as const, via: 'c1' },
    { id: 's4', role: 'participant' as const },
  ]
  const through = sourcesOf(seats)
  expect([...through.values()]).toEqual(['scribe', 'table', 'table', 'scribe', 'phone'])
  expect(countSources([...through.values(), 'paper'])).toEqual({ phone: 1, table: 2, scribe: 2, paper: 1 })
  expect(countSources(['phone', 'phone'])).toBeUndefined()
})

test('S77 only people are removed or merged: a desk that removed itself could never come back', () => {
  const there = context({ hasSeat: () => true })
  for (const seat of ['f1', 'w1', 'c1']) {
    expect(next(newSession(), { kind: 'remove', seat }, there)).toEqual({ ok: false, code: 'not-allowed' })
    for (const [from, into] of [[seat, 's1'] as const, ['s1', seat] as const])
      expect(next(newSession(), { kind: 'merge', from, into }, there)).toEqual({
        ok: false,
        code: 'not-allowed',
      })
  }
})
