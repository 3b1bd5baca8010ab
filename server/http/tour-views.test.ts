// What the public page of a tour is given of its themes: the notes that may be quoted in public, and no others.
import { expect, test } from 'vitest'
import type { Outcome, TourPlan } from '../../shared/tour/model.ts'
import { synthesize } from '../../shared/tour/synthesis.ts'
import type { TourRow } from '../store/store.ts'
import { publicPart } from './tour-views.ts'

test('a card that may be quoted among members only is counted and not told', () => {
  const answers = ['Citable en public', 'Citable en interne']
  const notes = answers.map((consent, i) => ({
    id: `n${i}`,
    text: `Récit ${i}`,
    tone: 'ciel',
    fields: { consent },
  }))
  const outcome = {
    v: 1,
    workshop: { id: 'w', code: 'CCCCCC', title: 'Lille', language: 'fr', createdAt: '2026-05-22T18:00:00Z' },
    activities: [{ id: 'a1', kind: 'rex', title: '', question: '', notes }],
  } as unknown as Outcome
  const refs = notes.map(({ id }) => ({ stop: 's', activity: 'a1', note: id }))
  const plan = {
    ...{
      themes: [{ id: 't', label: 'Thème', notes: refs }],
      motions: [],
      shown: ['themes'],
      weighting: 'person',
    },
    programme: { v: 1, title: '', activities: [] },
  } as unknown as TourPlan
  const stops = [{ id: 's', town: 'Lille', version: 1 }]
  const whole = synthesize(plan, stops, { s: outcome })
  expect(whole.themes[0]!.notes.map(({ text }) => text)).toEqual(['Récit 0', 'Récit 1'])
  const told = publicPart(whole, { plan, stops } as unknown as TourRow)
  expect(told.themes[0]).toMatchObject({ byStop: { s: 2 } })
  expect(JSON.stringify(told)).toContain('Récit 0')
  expect(JSON.stringify(told)).not.toContain('Récit 1')
})
