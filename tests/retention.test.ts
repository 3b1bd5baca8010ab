// What is erased is gone from the files, and what nobody has touched for the days the operator set erases itself.
import { randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../server/log.ts'
import { createRetention } from '../server/retention.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { handClock } from './support/clock.ts'
import { tempDir } from './support/child.ts'
import { figure, PATIENCE } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, until, type Made } from './support/people.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

const there = async (url: string, { workshop, tokens }: Made) =>
  (await http(url, 'GET', `/api/workshops/${workshop.id}/session`, { token: tokens.desk })).status

test('untouched for the days that are set: gone at the next full hour, and only then', async () => {
  const clock = handClock()
  const { url, lines } = await openHouse({ clock, env: { RETENTION_DAYS: '7' } })
  const [old, kept] = [await makeWorkshop(url), await makeWorkshop(url)]
  await clock.wind(7 * DAY - 2 * HOUR)
  expect([await there(url, old), await there(url, kept)]).toEqual([200, 200])
  const body = { v: 1, title: 'T', activities: [] }
  await http(url, 'PUT', `/api/workshops/${kept.workshop.id}/programme`, { token: kept.tokens.desk, body })
  await clock.wind(4 * HOUR)
  await until(async () => (await there(url, old)) === 401)
  expect(await there(url, kept)).toBe(200)
  expect((await http(url, 'GET', `/api/workshops/${old.workshop.code}/door`)).status).toBe(404)
  expect(lines.filter((line) => line.includes('untouched workshops erased'))).toHaveLength(1)
  await clock.wind(7 * DAY)
  await until(async () => (await there(url, kept)) === 401)
})

test('one that cannot be erased holds up no other; the next run makes up for it, and a third has nothing to do', async () => {
  const clock = handClock()
  const store = createMemoryStore({ clock: () => clock.now() })
  const { url } = await openHouse({ store, clock })
  const made = [await makeWorkshop(url), await makeWorkshop(url), await makeWorkshop(url)]
  const lines: string[] = []
  let broken = made[0]!.workshop.id
  const retention = createRetention({
    store,
    clock,
    log: createLog('debug', (line) => void lines.push(line)),
    days: 30,
    async erase(workshop) {
      if (workshop === broken) throw new Error('not now')
      await store.workshops.erase(workshop)
    },
  })
  expect(await retention.run()).toBe(0)
  const later = createRetention({
    ...{ store, days: 30, log: () => undefined },
    clock: { ...clock, now: () => clock.now() + 31 * DAY },
    erase: async (workshop) => {
      if (workshop === broken) throw new Error('not now')
      await store.workshops.erase(workshop)
    },
  })
  expect(await Promise.all([later.run(), later.run()])).toEqual([2, 2])
  broken = ''
  expect(await later.run()).toBe(1)
  expect(await later.run()).toBe(0)
})

/** All bytes of the files of a data directory, read by another process: closing a descriptor here would free SQLite's locks. */
function filesOf(dir: string): Buffer {
  const copy = tempDir()
  spawnSync('cp', ['-r', `${dir}/.`, copy])
  return Buffer.concat(readdirSync(copy).map((name) => readFileSync(join(copy, name))))
}

const MARK = 'EffacerCeciJusquAuDernierOctet'

async function housed() {
  const dir = tempDir()
  const store = await openSqliteStore({ dir })
  const { url, lines } = await openHouse({ store, secret: randomBytes(32) })
  return { dir, store, url, lines }
}

/** A board and a pad that hold the mark, revealed and moved on, so that every table has some of it. */
async function marked(url: string) {
  const made = await makeWorkshop(url, {
    v: 1,
    title: `T ${MARK}`,
    activities: [{ id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} }],
  })
  const desk = await openDesk(url, made)
  const [phone, other] = [await joinPhone(url, made, `Léa ${MARK}`.slice(0, 40)), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  const pads = [phone, other].map(({ token, seat }) => openDoc(url, made, token, `pad.a1.${seat}`))
  pads[0]!.write('n1', `${MARK} un`)
  pads[1]!.write('n2', 'Une autre note')
  await until(() => desk.counts?.notes === 2)
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'step' })
  for (const { provider } of pads) provider.destroy()
  return { made, desk, phone }
}

test(
  'DELETE of a workshop: not a byte of its text is left in the files within 60 s',
  { timeout: 90_000 },
  async () => {
    const { dir, store, url, lines } = await housed()
    const { made } = await marked(url)
    expect(filesOf(dir).includes(MARK)).toBe(true)
    expect(
      (await http(url, 'DELETE', `/api/workshops/${made.workshop.id}`, { token: made.tokens.desk })).status,
    ).toBe(204)
    const began = performance.now()
    await until(() => !filesOf(dir).includes(MARK), 60_000 / PATIENCE)
    figure('erasing a workshop', { 'gone after, s': ((performance.now() - began) / 1000).toFixed(1) })
    expect(lines.join('\n')).not.toContain(MARK)
    await store.close()
  },
)

test(
  'DELETE of a person: their name and words leave the files within 60 s, the others stay',
  { timeout: 90_000 },
  async () => {
    const { dir, store, url } = await housed()
    const { made, phone } = await marked(url)
    const words = `${MARK} un`
    expect(filesOf(dir).includes(words)).toBe(true)
    const path = `/api/workshops/${made.workshop.id}/seats/${phone.seat}`
    expect((await http(url, 'DELETE', path, { token: phone.token })).status).toBe(204)
    const board = openDoc(url, made, made.tokens.wall, 'board.a1')
    await until(() => board.provider.synced)
    expect(board.notes().map(({ text }) => text)).toEqual(['Une autre note'])
    await until(() => !filesOf(dir).includes(words) && !filesOf(dir).includes(`a ${MARK}`), 60_000 / PATIENCE)
    await store.close()
  },
)

test('a tour is kept for half a year after its last change, and no longer', async () => {
  const clock = handClock()
  const store = createMemoryStore({ clock: () => clock.now() })
  const { url } = await openHouse({ store, clock })
  const { json } = await http(url, 'POST', '/api/tours', { body: { title: 'Tour' } })
  const { tour } = json as unknown as { tour: { id: string } }
  const run = (days: number) =>
    createRetention({
      ...{ store, days: 7, log: () => undefined, erase: async () => undefined },
      clock: { ...clock, now: () => clock.now() + days * DAY },
    }).run()
  await run(179)
  expect(await store.tours.get(tour.id)).not.toBeNull()
  await run(181)
  expect(await store.tours.get(tour.id)).toBeNull()
})
