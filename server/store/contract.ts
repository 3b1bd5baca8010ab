// The acceptance suite of a store: every promise of store.ts, one test each. Run by store.test.ts on each implementation.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ballotsContract } from './contract-ballots.ts'
import { docsContract } from './contract-docs.ts'
import { filmContract } from './contract-film.ts'
import { makeSeat, makeWorkshop } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'
import { remainsContract } from './contract-remains.ts'
import { rollContract } from './contract-roll.ts'
import { seatsContract } from './contract-seats.ts'
import { toursContract } from './contract-tours.ts'
import { listingContract } from './contract-listing.ts'
import { workshopsContract } from './contract-workshops.ts'
import { StoreUnavailable } from './errors.ts'
import type { Store } from './store.ts'

/** A store on an empty place. `reopen` closes it and opens the same place again; a store without a place has none. */
export interface Opened {
  store: Store
  reopen?: () => Promise<Store>
  close(): Promise<void>
}

/** Declares the suite; `open` is called once for each test. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`store contract: ${name}`, () => {
    let opened: Opened
    const bench: Bench = {
      store: () => opened.store,
      reopened: async () => {
        if (opened.reopen) opened = { ...opened, store: await opened.reopen() }
        return opened.store
      },
    }
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    describe('docs', () => docsContract(bench))
    describe('workshops', () => workshopsContract(bench))
    describe('the list', () => listingContract(bench))
    describe('seats', () => seatsContract(bench))
    describe('ballots', () => ballotsContract(bench))
    describe('roll', () => rollContract(bench))
    describe('tours', () => toursContract(bench))
    describe('remains', () => remainsContract(bench))
    describe('film', () => filmContract(bench))
    describe('the whole', () => wholeContract(bench))
  })
}

function wholeContract(bench: Bench): void {
  test('ping resolves', async () => {
    await expect(bench.store().ping()).resolves.toBeUndefined()
  })

  test('a read sent after a write sees it, without waiting for the write', async () => {
    const store = bench.store()
    const writing = store.workshops.create(makeWorkshop('w1'), [])
    const reading = store.workshops.get('w1')
    const naming = store.seats.add(makeSeat('w1', 's1'))
    const listing = store.seats.list('w1')
    expect((await reading)?.id).toBe('w1')
    expect((await listing).map((seat) => seat.id)).toEqual(['s1'])
    await Promise.all([writing, naming])
  })

  test('one failing call leaves the others of its moment unharmed', async () => {
    const store = bench.store()
    await store.seats.add(makeSeat('w1', 's1'))
    const calls = [
      store.docs.append('w1', 'plan', new Uint8Array([1])),
      store.seats.add(makeSeat('w1', 's1')),
      store.docs.append('w1', 'plan', new Uint8Array([2])),
    ]
    const settled = await Promise.allSettled(calls)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const { updates } = await store.docs.load('w1', 'plan')
    expect(updates).toEqual([new Uint8Array([1]), new Uint8Array([2])])
  })

  test('what the caller changes after the call is not what is stored', async () => {
    const store = bench.store()
    const row = makeWorkshop('w1')
    const bytes = new Uint8Array([1, 2, 3])
    const calls = [store.workshops.create(row, []), store.docs.append('w1', 'plan', bytes)]
    row.programme.title = 'changed'
    bytes.fill(9)
    await Promise.all(calls)
    expect((await store.workshops.get('w1'))?.programme.title).toBe('An evening')
    expect((await store.docs.load('w1', 'plan')).updates).toEqual([new Uint8Array([1, 2, 3])])
  })

  test('closing answers the calls before it and refuses those after it', async () => {
    const store = bench.store()
    const before = store.docs.append('w1', 'plan', new Uint8Array([1]))
    await Promise.all([store.close(), store.close()])
    await expect(before).resolves.toBe(1)
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable)
  })
}
