// The rail's figures: states, minutes spent, expected end and drift.
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../shared/wire.ts'
import { agendaOf, endsOf } from './agenda.ts'

const MINUTE = 60_000
const start = Date.parse('2026-11-12T18:00:00Z')
const iso = (minutes: number) => new Date(start + minutes * MINUTE).toISOString()

const plan = (id: string, minutes: number) => ({ id, kind: 'brainstorm', title: id, minutes, settings: {} })

function session(more: Partial<Snapshot>): Snapshot {
  return {
    v: 1,
    rev: 1,
    time: iso(0),
    workshop: { id: 'w', code: 'GRVKMT', title: 'La ville', language: 'fr' },
    seat: { id: 's', role: 'facilitator' },
    may: { pad: 'none', board: 'write', arrange: true, ballot: false },
    programme: { v: 1, title: 'La ville', activities: [plan('a', 10), plan('b', 20), plan('c', 8)] },
    programmeRev: 1,
    progress: {},
    ...more,
  }
}

const now = (activity: string, since: number) => ({
  activity,
  kind: 'brainstorm',
  title: activity,
  step: 'write',
  steps: [{ id: 'write', label: 'Écriture' }],
  settings: {},
  since: iso(since),
})

describe('agendaOf', () => {
  it('knows what is done, on and to come, with the time spent', () => {
    const rows = agendaOf(
      session({
        now: now('b', 12),
        progress: {
          a: { openedAt: iso(0), spent: 12 * MINUTE },
          b: { openedAt: iso(12), spent: 0 },
        },
      }),
      start + 20 * MINUTE,
    )
    expect(rows.map((row) => row.state)).toEqual(['done', 'current', 'next'])
    expect(rows.map((row) => row.spent)).toEqual([12, 8, 0])
    expect(rows.map((row) => row.planned)).toEqual([10, 20, 8])
  })

  it('is empty where the desk has not been told the programme', () => {
    const told = session({})
    delete told.programme
    expect(agendaOf(told, start)).toEqual([])
  })
})

describe('what was opened too early', () => {
  const glanced = (spent: number) =>
    session({
      now: now('a', 10),
      progress: { a: { openedAt: iso(0), spent: 9 * MINUTE }, b: { openedAt: iso(9), spent } },
    })
  it('is still to come, and expected', () => {
    expect(agendaOf(glanced(0.2 * MINUTE), start + 10 * MINUTE).map((row) => row.state)).toEqual([
      'current',
      'next',
      'next',
    ])
    expect(endsOf(glanced(0.2 * MINUTE), start + 10 * MINUTE).expected).toBe(start + 39 * MINUTE)
    expect(agendaOf(glanced(2 * MINUTE), start + 10 * MINUTE)[1]!.state).toBe('done')
  })
})

describe('a planned start', () => {
  const local = (hour: number, minute: number) => new Date(2026, 10, 12, hour, minute).getTime()
  const planned = (progress: Snapshot['progress'] = {}) => {
    const told = session({ progress })
    return { ...told, programme: { ...told.programme!, start: '18:30' } }
  }
  const begun = (at: number) => ({ a: { openedAt: new Date(at).toISOString(), spent: 0 } })

  it('says when all will end before it has begun, and how late it is once that has passed', () => {
    const early = endsOf(planned(), local(18, 10))
    expect(early).toEqual({ planned: local(19, 8), expected: local(19, 8), drift: 0 })
    expect(endsOf(planned(), local(18, 40))).toMatchObject({ planned: local(19, 8), drift: 10 })
  })

  it('is what a late beginning is measured by; a try-out at another hour is not', () => {
    expect(endsOf(planned(begun(local(18, 45))), local(18, 45)).planned).toBe(local(19, 8))
    expect(endsOf(planned(begun(local(11, 0))), local(11, 0)).planned).toBe(local(11, 38))
  })
})

describe('endsOf', () => {
  it('counts from now before the start', () => {
    const ends = endsOf(session({}), start)
    expect(ends).toEqual({ planned: start + 38 * MINUTE, expected: start + 38 * MINUTE, drift: 0 })
  })

  it('is late by what was overspent, and by what the current one overspends', () => {
    const late = session({
      now: now('b', 12),
      progress: { a: { openedAt: iso(0), spent: 12 * MINUTE }, b: { openedAt: iso(12), spent: 0 } },
    })
    expect(endsOf(late, start + 20 * MINUTE).drift).toBe(2)
    expect(endsOf(late, start + 37 * MINUTE).drift).toBe(7)
  })

  it('no longer expects what was jumped over', () => {
    const jumped = session({
      now: now('c', 10),
      progress: { a: { openedAt: iso(0), spent: 10 * MINUTE }, c: { openedAt: iso(10), spent: 0 } },
    })
    expect(endsOf(jumped, start + 10 * MINUTE).drift).toBe(-20)
  })
})
