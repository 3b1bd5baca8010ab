// The promises about the roll of an assembly. Called by contract.ts.
import { expect, test } from 'vitest'
import { makeWorkshop } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'
import type { MemberRow } from './store.ts'

function member(id: string, over: Partial<MemberRow> = {}): MemberRow {
  return { id, hash: `hash of ${id}`, name: `Name of ${id}`, weight: 1, mandates: [], ...over }
}

export function rollContract(bench: Bench): void {
  test('members are listed as they were given, in their order, after a reopening too', async () => {
    const members = [member('m2', { college: 'users', weight: '3/2', mandates: ['m1'] }), member('m1')]
    await bench.store().roll.replace('w1', members)
    const { roll } = await bench.reopened()
    expect(await roll.list('w1')).toEqual(members)
    expect(await roll.list('w2')).toEqual([])
  })

  test('another roll takes the place of the first, slips and their seats included', async () => {
    const { roll } = bench.store()
    await roll.replace('w1', [member('m1'), member('m2')])
    await roll.bind('w1', 'hash of m1', 's1', null)
    await roll.replace('w1', [member('m1', { hash: 'new' })])
    expect(await roll.list('w1')).toEqual([member('m1', { hash: 'new' })])
    expect(await roll.bind('w1', 'hash of m1', 's1', null)).toBe(false)
  })

  test('a slip is given to one seat, and only from the hands it is said to be in', async () => {
    const { roll } = bench.store()
    await roll.replace('w1', [member('m1')])
    const tries = ['s1', 's2', 's3'].map((seat) => roll.bind('w1', 'hash of m1', seat, null))
    expect(await Promise.all(tries)).toEqual([true, false, false])
    expect(await roll.bind('w1', 'hash of m1', 's2', 's1')).toBe(true)
    expect(await roll.bind('w1', 'unknown', 's2', null)).toBe(false)
    expect(await roll.bind('w2', 'hash of m1', 's2', null)).toBe(false)
    expect((await (await bench.reopened()).roll.list('w1'))[0]?.seat).toBe('s2')
  })

  test('forgetting a seat takes the name away and leaves the member', async () => {
    const { roll } = bench.store()
    await roll.replace('w1', [member('m1'), member('m2')])
    await roll.bind('w1', 'hash of m1', 's1', null)
    await roll.forget('w1', 's1')
    expect(await roll.list('w1')).toEqual([member('m1', { name: '', seat: 's1' }), member('m2')])
  })

  test('an erased workshop has no roll, and gets none', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.roll.replace('w1', [member('m1')])
    await store.workshops.erase('w1')
    expect(await store.roll.list('w1')).toEqual([])
    await expect(store.roll.replace('w1', [member('m1')])).rejects.toThrow()
  })
}
