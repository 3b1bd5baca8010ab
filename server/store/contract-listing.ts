// The promise about the operator's list of workshops. Called by contract.ts.
import { expect, test } from 'vitest'
import { makeSeat, makeWorkshop, sessionAt, T0 } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

export function listingContract(bench: Bench): void {
  test('workshops are listed with the last touched first, page by page, with what they take', async () => {
    const store = bench.store()
    for (const [i, id] of ['w1', 'w2', 'w3'].entries())
      await store.workshops.create(makeWorkshop(id, { touchedAt: T0 + i }), [makeSeat(id, 's1')])
    await store.docs.append('w2', 'board.a1', new Uint8Array(5000))
    const { total, workshops } = await store.workshops.list(0, 5)
    expect(total).toBe(3)
    expect(workshops.map(({ id }) => id)).toEqual(['w2', 'w3', 'w1'])
    expect(await store.workshops.list(1, 1)).toEqual({ total, workshops: [workshops[1]] })
    const [big, small] = workshops
    expect(big!.bytes - small!.bytes).toBe(5000)
    expect(big).toMatchObject({ state: 'planned', seats: 1, language: 'fr' })
    await store.seats.revoke('w2', 's1')
    await store.workshops.commit('w2', { session: { ...sessionAt(1), ended: T0 }, from: 0, at: T0 + 9 })
    expect((await store.workshops.list(0, 1)).workshops).toMatchObject([
      { id: 'w2', state: 'ended', seats: 0 },
    ])
    expect((await store.workshops.list(3, 2)).workshops).toEqual([])
  })
}
