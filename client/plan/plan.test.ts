// The plan page without a page: times, files, and a preview of every exercise at every step.
import { describe, expect, it } from 'vitest'
import { ACTIVITIES } from '../../shared/activities/index.ts'
import { createTranslate } from '../../shared/i18n/translate.ts'
import type { Programme } from '../../shared/programme.ts'
import { running } from '../../shared/session/running.ts'
import { factsOf, readProgramme } from './file.ts'
import { previewOf } from './preview.ts'
import { clockAt, timesOf } from './times.ts'

const planOf = (kind: string): Programme => ({
  v: 1,
  title: 'Soirée',
  activities: [{ id: 'a1', kind, title: kind, settings: {} }],
})

describe('planned times', () => {
  it('adds up minutes from the start', () => {
    expect(timesOf([10, 20.5, 5])).toEqual({
      rows: [
        { from: 0, minutes: 10 },
        { from: 10, minutes: 20.5 },
        { from: 30.5, minutes: 5 },
      ],
      total: 35.5,
    })
    expect(timesOf([])).toEqual({ rows: [], total: 0 })
  })

  it('says the time of day, over midnight too, and nothing without a start', () => {
    const at = clockAt('23:30', 45)
    expect([at?.getHours(), at?.getMinutes()]).toEqual([0, 15])
    expect(clockAt(undefined, 5)).toBeNull()
    expect(clockAt('', 5)).toBeNull()
  })
})

describe('a programme as a file', () => {
  const plan = planOf('brainstorm')
  it.each([
    ['a programme', JSON.stringify(plan), plan],
    ['what holds one', JSON.stringify({ id: 'x', programme: plan }), plan],
    ['no JSON', '{', 'not-json'],
    ['something else', '[1]', 'not-programme'],
    ['nothing', 'null', 'not-programme'],
    ['an exercise of another version', JSON.stringify(planOf('levitation')), 'unknown-kind'],
  ])('reads %s', (_what, text, read) => {
    expect(readProgramme(text)).toEqual(read)
  })
})

it('says how long a programme takes, and for how many people it is', () => {
  expect(factsOf(planOf('consent'))).toEqual({ minutes: 25, people: { from: 3, to: 40 } })
  expect(factsOf({ v: 1, title: '', activities: [] })).toEqual({ minutes: 0, people: { from: 2, to: 300 } })
})

describe('the preview', () => {
  it.each(ACTIVITIES.map((activity) => [activity.kind, activity] as const))(
    'shows %s at each of its steps, and only what a phone may know',
    (kind, activity) => {
      const programme = planOf(kind)
      const steps = running(programme, 'a1')!.steps
      for (let step = 0; step < steps.length; step++) {
        const t = createTranslate('fr', activity.messages.fr)
        const samples = ['Une idée', 'Une autre', 'Une troisième']
        const preview = previewOf({ programme, activity: 'a1', step, language: 'fr', t, samples, now: 1000 })
        expect(preview?.wall.now?.step).toBe(steps[step]!.id)
        expect(preview?.phone.programme).toBeUndefined()
        if (steps[step]!.poll) expect(preview?.phone.poll).toBeDefined()
      }
    },
  )
})
