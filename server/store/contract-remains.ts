// The promises about what is kept beside the report. Called by contract.ts.
import { expect, test } from 'vitest'
import { makeWorkshop } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

export function remainsContract(bench: Bench): void {
  test('a summary is kept as it was written last, after a reopening too', async () => {
    const { remains } = bench.store()
    expect(await remains.summary('w1')).toBe('')
    await remains.saveSummary('w1', 'Un début')
    await remains.saveSummary('w1', 'Une fin\nen deux lignes')
    const again = (await bench.reopened()).remains
    expect(await again.summary('w1')).toBe('Une fin\nen deux lignes')
    expect(await again.summary('w2')).toBe('')
  })

  test('shares are listed in the order in which they were made, until they are taken back', async () => {
    const { remains } = bench.store()
    const [first, second] = [
      { id: 'a', createdAt: 2, phones: false },
      { id: 'b', createdAt: 1, until: 9, phones: true },
    ]
    await remains.addShare('w1', first)
    await remains.addShare('w1', second)
    const again = (await bench.reopened()).remains
    expect(await again.shares('w1')).toEqual([second, first])
    await again.dropShare('w1', 'b')
    await again.dropShare('w2', 'a')
    expect(await again.shares('w1')).toEqual([first])
    expect(await again.shares('w2')).toEqual([])
  })

  test('an erased workshop has no summary and no share, and gets none', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.remains.saveSummary('w1', 'Un début')
    await store.remains.addShare('w1', { id: 'a', createdAt: 1, phones: true })
    await store.workshops.erase('w1')
    expect(await store.remains.summary('w1')).toBe('')
    expect(await store.remains.shares('w1')).toEqual([])
    await expect(store.remains.saveSummary('w1', 'x')).rejects.toThrow()
    await expect(store.remains.addShare('w1', { id: 'b', createdAt: 1, phones: true })).rejects.toThrow()
  })
}
