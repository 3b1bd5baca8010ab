// The promises about tours. Called by contract.ts.
import { expect, test } from 'vitest'
import type { Outcome, Stop } from '../../shared/tour/model.ts'
import type { Bench } from './contract-samples.ts'
import type { TourRow } from './store.ts'

function makeTour(id: string, over: Partial<TourRow> = {}): TourRow {
  const plan: TourRow['plan'] = {
    title: `Tour ${id}`,
    about: '',
    language: 'fr',
    programme: { v: 1, title: 'P', activities: [] },
    version: 1,
    dates: [],
    themes: [],
    motions: [],
    shown: ['stops'],
    weighting: 'person',
  }
  return { id, hash: 'h', key: 'k', createdAt: 1, touchedAt: 1, rev: 1, plan, stops: [], ...over }
}

const stop = (id: string, workshop?: string): Stop => ({
  id,
  town: id,
  version: 1,
  ...(workshop ? { workshop: { id: workshop, code: 'CCCCCC' } } : {}),
})

function outcome(text: string): Outcome {
  const workshop = {
    id: 'w',
    code: 'CCCCCC',
    title: 'W',
    language: 'fr' as const,
    createdAt: '2026-05-22T18:00:00Z',
  }
  const notes = [{ id: 'n1', text, tone: 'soleil' }]
  const activities = [{ id: 'a1', kind: 'brainstorm', title: 'A', question: '', notes }]
  return { v: 1, workshop, revision: 1, people: 2, over: true, activities }
}

export function toursContract(bench: Bench): void {
  test('a tour is found again as it was made, after a reopening too', async () => {
    const row = makeTour('t1', { stops: [stop('lille', 'w1')] })
    await bench.store().tours.create(row)
    const { tours } = await bench.reopened()
    expect(await tours.get('t1')).toEqual(row)
    expect(await tours.get('t2')).toBeNull()
    expect(await tours.stopOf('w1')).toEqual({ tour: 't1', stop: 'lille' })
    expect(await tours.stopOf('w2')).toBeNull()
  })

  test('a change is taken from the revision it was made on, and from no other', async () => {
    const { tours } = bench.store()
    await tours.create(makeTour('t1'))
    const to = { plan: makeTour('t1').plan, stops: [stop('lille', 'w1')] }
    expect(await tours.save('t1', to, 1, 5)).toBe('ok')
    expect(await tours.save('t1', to, 1, 6)).toBe('stale')
    expect(await tours.save('t9', to, 1, 6)).toBe('gone')
    expect(await tours.get('t1')).toMatchObject({ rev: 2, touchedAt: 5, stops: to.stops })
  })

  test('what a stop has left stays until the stop goes, its workshop is erased, or the tour is', async () => {
    const { tours } = bench.store()
    const stops = [stop('lille', 'w1'), stop('paris', 'w2'), stop('nantes')]
    await tours.create(makeTour('t1', { stops }))
    for (const { id } of stops) await tours.keep('t1', id, outcome(id))
    await tours.keep('t1', 'lille', outcome('again'))
    await tours.keep('t1', 'brest', outcome('no such stop'))
    expect(await tours.outcomes('t1')).toEqual({
      lille: outcome('again'),
      paris: outcome('paris'),
      nantes: outcome('nantes'),
    })
    await tours.forget('w2')
    await tours.save('t1', { plan: makeTour('t1').plan, stops: stops.slice(0, 2) }, 1, 2)
    expect(Object.keys(await tours.outcomes('t1'))).toEqual(['lille'])
    await tours.erase('t1')
    expect(await tours.get('t1')).toBeNull()
    expect(await tours.outcomes('t1')).toEqual({})
    expect(await tours.stopOf('w1')).toBeNull()
  })

  test('tours that nobody has touched are listed', async () => {
    const { tours } = bench.store()
    await tours.create(makeTour('t1', { touchedAt: 10 }))
    await tours.create(makeTour('t2', { touchedAt: 20 }))
    expect(await tours.untouchedSince(20)).toEqual(['t1'])
  })
}
