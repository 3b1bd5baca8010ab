// Who a token stands for: remembered from the moment it is stored, and no longer than it may open anything.
import { expect, test } from 'vitest'
import { handClock } from '../tests/support/clock.ts'
import { makeWorkshop } from './store/contract-samples.ts'
import { createMemoryStore } from './store/memory.ts'
import { createSeats } from './seats.ts'

async function open() {
  const memory = createMemoryStore()
  await memory.workshops.create(makeWorkshop('w1'), [])
  let reads = 0
  const byHash = (hash: string) => {
    reads++
    return memory.seats.byHash(hash)
  }
  const seats = createSeats({ ...memory, seats: { ...memory.seats, byHash } }, handClock(0))
  return { seats, reads: () => reads, elsewhere: () => createSeats(memory, handClock(0)) }
}

test('a seat that was just stored is not looked up, and is what the store says of it', async () => {
  const { seats, reads, elsewhere } = await open()
  const { row, token } = seats.issue('w1', { id: 's1', role: 'participant', name: 'Léa' })
  expect(await seats.find(token)).toBeNull()
  await seats.add(row)
  const before = reads()
  expect(await seats.find(token)).toEqual(row)
  expect(reads()).toBe(before)
  expect(await elsewhere().find(token)).toEqual(row)
  seats.forget('w1')
  expect(await seats.find(token)).toEqual(row)
  expect(reads()).toBe(before + 1)
})

test('a seat that is put out while it is being stored opens nothing afterwards', async () => {
  const { seats } = await open()
  const { row, token } = seats.issue('w1', { id: 's1', role: 'participant' })
  await Promise.all([seats.add(row), seats.revoke('w1', 's1')])
  expect(await seats.find(token)).toBeNull()
})
