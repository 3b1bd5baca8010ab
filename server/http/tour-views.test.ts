// What the public page of a tour is given of its themes: the notes that may be quoted in public, and no others.
import { expect, test } from 'vitest'
import { countDots } from '../../shared/activities/dot-vote/count.ts'
import { outlineOf } from '../../shared/report/outline.ts'
import { tourReport } from '../../shared/tour/report.ts'
import type { Outcome, TourPlan } from '../../shared/tour/model.ts'
import { synthesize } from '../../shared/tour/synthesis.ts'
import { print } from '../report/print.ts'
import type { TourRow } from '../store/store.ts'
import { publicPart } from './tour-views.ts'

test('a card that may be quoted among members only is counted and not told, in no file and as no option', async () => {
  const answers = ['Citable en public', 'Citable en interne']
  const notes = answers.map((consent, i) => ({
    id: `n${i}`,
    text: `Récit ${i}`,
    tone: 'ciel',
    fields: { consent },
  }))
  const options = notes.map(({ id, text: label }) => ({ id, label }))
  const settings = { dotsPerPerson: 2, maxPerItem: 2 }
  const paper = { options, rev: 1, ...settings, useAll: false, shortlist: 1 }
  const ballots = [{ n1: 2 }, { n0: 1 }]
  const result = countDots({ options: ['n0', 'n1'], ...settings }, ballots)
  const vote = {
    ...{ id: 'a2', kind: 'dot-vote', title: '', question: '', notes: [], paper, result },
    ...{ participation: { voted: 2, of: 2 }, ballots: { list: ballots, salt: 's' } },
  }
  const outcome = {
    v: 1,
    workshop: { id: 'w', code: 'CCCCCC', title: 'Lille', language: 'fr', createdAt: '2026-05-22T18:00:00Z' },
    activities: [{ id: 'a1', kind: 'rex', title: '', question: '', notes }, vote],
  } as unknown as Outcome
  const refs = notes.map(({ id }) => ({ stop: 's', activity: 'a1', note: id }))
  const plan = {
    ...{
      themes: [{ id: 't', label: 'Thème', notes: refs }],
      motions: [],
      shown: ['themes', 'results', 'stops'],
      ...{ weighting: 'person', title: 'Tournée', about: '', language: 'fr', dates: [] },
    },
    programme: { v: 1, title: '', activities: [] },
  } as unknown as TourPlan
  const stops = ['s', 's2'].map((id) => ({ id, town: id, version: 1 }))
  const outcomes = { s: outcome, s2: outcome }
  const whole = synthesize(plan, stops, outcomes)
  expect(whole.themes[0]!.notes.map(({ text }) => text)).toEqual(['Récit 0', 'Récit 1'])
  expect(JSON.stringify(whole.exercises)).toContain('Récit 1')
  const row = { id: 'tour', rev: 1, createdAt: 0, plan, stops } as unknown as TourRow
  const told = publicPart({ synthesis: whole, outcomes }, row)
  expect(told.themes[0]).toMatchObject({ byStop: { s: 2 } })
  const together = told.exercises[1]!.together!
  expect(together.paper.options.map(({ label }) => label)).toEqual([
    'Récit 0',
    'Une contribution non publiée',
  ])
  expect(together.result).toEqual(whole.exercises[1]!.together!.result)
  expect(JSON.stringify(told)).toContain('Récit 0')
  expect(JSON.stringify(told)).not.toContain('Récit 1')
  const report = tourReport({ ...row, synthesis: told, outcomes: {} })
  for (const format of ['md', 'csv', 'json', 'svg', 'canvas', 'excalidraw'] as const) {
    const file = Buffer.from((await print({ format, report }))!).toString()
    expect(file, format).not.toContain('Récit 1')
  }
  expect(JSON.stringify(outlineOf(report))).not.toContain('Récit 1')
})
