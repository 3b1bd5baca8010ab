// The promises about the film of a workshop. Called by contract.ts.
import { expect, test } from 'vitest'
import type { Frame } from '../../shared/report/film.ts'
import { makeWorkshop, sessionAt, T0 } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

const spot = (id: string) => ({
  ...{ id, at: [0.25, 0.5] as [number, number], order: 'a' },
  words: { text: `Le mot de ${id}`, tone: 'soleil' as const },
})
const OPENED: Frame = { is: 'step', at: T0, activity: 'a1', step: 0 }
const SHOWN: Frame = {
  is: 'board',
  at: T0 + 5,
  activity: 'a1',
  put: [spot('n1'), spot('n2')],
  gone: ['n3'],
  hid: ['n4'],
}

export function filmContract(bench: Bench): void {
  test('frames are kept in the order in which they came, those of a commit with it', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    const commit = { session: sessionAt(1), from: 0, at: T0, frames: [OPENED] }
    expect(await store.workshops.commit('w1', commit)).toBe('ok')
    expect(await store.workshops.commit('w1', commit)).toBe('stale')
    await store.film.add('w1', [SHOWN, { is: 'end', at: T0 + 9 }])
    const { film } = await bench.reopened()
    expect(await film.frames('w1')).toEqual([OPENED, SHOWN, { is: 'end', at: T0 + 9 }])
    expect(await film.frames('w2')).toEqual([])
  })

  test('a note that is forgotten leaves the film, the others stay in it', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.film.add('w1', [OPENED, SHOWN])
    await store.workshops.forgetNotes('w1', ['n1', 'n3', 'n4'])
    const { film } = await bench.reopened()
    const left = { is: 'board', at: T0 + 5, activity: 'a1', put: [spot('n2')], gone: [] }
    expect(await film.frames('w1')).toEqual([OPENED, left])
  })

  test('an erased workshop has no film, and gets none', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.film.add('w1', [OPENED])
    await store.workshops.erase('w1')
    expect(await store.film.frames('w1')).toEqual([])
    await expect(store.film.add('w1', [OPENED])).rejects.toThrow()
  })
}
