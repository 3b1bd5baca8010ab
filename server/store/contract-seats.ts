// The promises about seats. Called by contract.ts.
import { expect, test } from 'vitest'
import { makeSeat, T0 } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

export function seatsContract(bench: Bench): void {
  test('a seat is found by the hash of its token, as it was given, after a reopening too', async () => {
    const bare = makeSeat('w1', 's1')
    const full = makeSeat('w1', 's2', { role: 'facilitator', name: 'Ada', language: 'en', via: 's1' })
    await Promise.all([bench.store().seats.add(bare), bench.store().seats.add(full)])
    const { seats } = await bench.reopened()
    expect(await seats.byHash(bare.hash)).toEqual(bare)
    expect(await seats.byHash(full.hash)).toEqual(full)
    expect(await seats.byHash('another')).toBeNull()
  })

  test('the seats of a workshop are listed in the order they were issued', async () => {
    const { seats } = bench.store()
    await seats.add(makeSeat('w1', 'b', { createdAt: T0 + 1 }))
    await seats.add(makeSeat('w1', 'c'))
    await seats.add(makeSeat('w1', 'a', { createdAt: T0 + 2 }))
    await seats.add(makeSeat('w2', 'd'))
    expect((await seats.list('w1')).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(await seats.list('w3')).toEqual([])
  })

  test('an id or a hash in use is not given twice', async () => {
    const { seats } = bench.store()
    await seats.add(makeSeat('w1', 's1', { hash: 'h1' }))
    await expect(seats.add(makeSeat('w1', 's1', { hash: 'h2' }))).rejects.toThrow()
    await expect(seats.add(makeSeat('w2', 's2', { hash: 'h1' }))).rejects.toThrow()
    await seats.add(makeSeat('w2', 's1', { hash: 'h3' }))
    expect(await seats.byHash('h1')).toEqual(makeSeat('w1', 's1', { hash: 'h1' }))
  })

  test('rename gives, changes and takes away the name of that seat alone', async () => {
    const { seats } = bench.store()
    const row = makeSeat('w1', 's1')
    await seats.add(row)
    await seats.add(makeSeat('w2', 's1', { name: 'Grace' }))
    await seats.rename('w1', 's1', 'Ada')
    expect(await seats.byHash(row.hash)).toEqual({ ...row, name: 'Ada' })
    await seats.rename('w1', 's1', null)
    expect(await seats.byHash(row.hash)).toEqual(row)
    await seats.rename('w1', 'nobody', 'Ada')
    expect((await seats.list('w2')).map(({ name }) => name)).toEqual(['Grace'])
  })

  test('a renewed seat is found by its new hash alone, and remembers how often', async () => {
    const [row, other] = [makeSeat('w1', 's1', { role: 'wall' }), makeSeat('w2', 's1')]
    for (const seat of [row, other]) await bench.store().seats.add(seat)
    await bench.store().seats.renew('w1', 's1', 'another hash', 2)
    const { seats } = await bench.reopened()
    expect(await seats.byHash(row.hash)).toBeNull()
    expect(await seats.byHash('another hash')).toEqual({ ...row, hash: 'another hash', generation: 2 })
    expect(await seats.byHash(other.hash)).toEqual(other)
  })

  test('a revoked seat is not found by its hash, and is listed as revoked', async () => {
    const [row, other] = [makeSeat('w1', 's1'), makeSeat('w1', 's2')]
    for (const seat of [row, other]) await bench.store().seats.add(seat)
    await bench.store().seats.revoke('w1', 's1')
    const { seats } = await bench.reopened()
    expect(await seats.byHash(row.hash)).toBeNull()
    expect(await seats.byHash(other.hash)).toEqual(other)
    expect(await seats.list('w1')).toEqual([{ ...row, revoked: true }, other])
  })
}
