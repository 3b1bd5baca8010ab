// The server goes away in the middle of writing and of a vote: nothing acknowledged is lost, clocks are right.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { openHouse, type TestHouse } from './support/house.ts'
import { clientId, Device, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

/** A house on a SQLite directory that can be closed and opened again. */
async function reopenable(): Promise<() => Promise<TestHouse>> {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-'))
  const secret = randomBytes(32)
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return async () => {
    const store = await openSqliteStore({ dir })
    const test = await openHouse({ store, secret })
    return {
      ...test,
      close: async () => {
        await test.close()
        await store.close()
      },
    }
  }
}

test('in the middle of writing: the pads, the board and the clock are as they were', async () => {
  const open = await reopenable()
  const before = await open()
  const made = await makeWorkshop(before.url)
  const desk = await openDesk(before.url, made)
  const phone = await joinPhone(before.url, made, 'Léa')
  await desk.do({ kind: 'open', activity: 'a1' })
  const pad = openDoc(before.url, made, phone.token, `pad.a1.${phone.seat}`)
  pad.write('n1', 'Écrite avant la coupure')
  await until(() => desk.counts?.notes === 1)
  const clock = desk.session?.clock
  await before.close()
  const after = await open()
  const again = await openDesk(after.url, made)
  expect(again.session?.clock).toEqual(clock)
  expect(again.session?.rev).toBe(desk.session?.rev)
  const back = await new Device(after.url, phone.token).ready()
  expect(back.session).toMatchObject({ seat: { id: phone.seat, name: 'Léa' }, may: { pad: 'sealed' } })
  const sheet = openDoc(after.url, made, phone.token, `pad.a1.${phone.seat}`)
  await until(() => sheet.notes().length === 1)
  await again.do({ kind: 'reveal' })
  const board = openDoc(after.url, made, made.tokens.wall, 'board.a1')
  await until(() => board.notes().length === 1)
  expect(board.notes()[0]!.text).toBe('Écrite avant la coupure')
  await after.close()
})

test('in the middle of a vote: acknowledged ballots count, their ids are answered the same, a command too', async () => {
  const settings = {
    options: [
      { id: 'x', label: 'X' },
      { id: 'y', label: 'Y' },
    ],
  }
  const open = await reopenable()
  const before = await open()
  const made = await makeWorkshop(before.url, {
    v: 1,
    title: 'T',
    activities: [{ id: 'v', kind: 'dot-vote', title: 'V', settings }],
  })
  const desk = await openDesk(before.url, made)
  const phones = [await joinPhone(before.url, made), await joinPhone(before.url, made)]
  await desk.do({ kind: 'open', activity: 'v' })
  const stepId = clientId()
  const stepped = await desk.command({ kind: 'step' }, stepId)
  await until(() => phones.every((phone) => phone.session?.poll?.state === 'open'))
  const ballotId = clientId()
  const receipt = await phones[0]!.vote({ x: 2 }, ballotId)
  await phones[1]!.vote({ x: 1, y: 1 })
  await before.close()
  const after = await open()
  const again = await openDesk(after.url, made)
  expect(await again.command({ kind: 'step' }, stepId)).toEqual(stepped)
  const back = await new Device(after.url, phones[0]!.token).ready()
  expect(back.session?.poll).toMatchObject({ state: 'open', mine: { x: 2 } })
  expect(await back.vote({ x: 2 }, ballotId)).toEqual(receipt)
  await again.do({ kind: 'pollClose' })
  expect(again.session?.result).toMatchObject({ totals: { x: 3, y: 1 }, spent: 4 })
  await after.close()
})
