// A disk that is full, read-only or broken: nothing is called saved, every seat learns it, and all is well again by itself.
import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../shared/wire.ts'
import { StoreUnavailable } from '../server/store/errors.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import type { Store } from '../server/store/store.ts'
import { startChild, tempDir } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { ERRNO, faultDisk, whyNoFaultDisk } from './support/fault-disk.ts'
import { figure, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { insist, openSavedPad } from './support/patient.ts'
import {
  clientId,
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openWall,
  until,
  type Made,
} from './support/people.ts'

const why = whyNoFaultDisk()
if (why) console.warn(`a failing disk is tested with a failing store only: ${why}`)

const PROGRAMME = {
  v: 1 as const,
  title: 'Disque',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} },
    { id: 'a2', kind: 'dot-vote', title: 'Vote', settings: { options: [{ id: 'x', label: 'X' }] } },
  ],
}

interface Seats {
  url: string
  made: Made
  desk: Device
  wall: Device
  phones: Device[]
}

async function seats(url: string): Promise<Seats> {
  const made = await makeWorkshop(url, PROGRAMME)
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const phones = [await joinPhone(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => phones.every(({ session }) => session?.now?.writer !== undefined))
  return { url, made, desk, wall, phones }
}

const told = (devices: Device[], failing: boolean) =>
  until(() => devices.every(({ session }) => (session?.notSaving === true) === failing), 15_000)
const status = async (url: string, path: string) => (await fetch(url + path)).status

/** Fails the disk in the middle of writing and of a vote, then repairs it. Answers how long the repair took to show, in ms. */
async function goThrough(room: Seats, fail: (on: boolean) => void): Promise<number> {
  const { url, made, desk, wall, phones } = room
  const everybody = [desk, wall, ...phones]
  const phone = phones[0]!
  const pad = openSavedPad(url, made, phone.token, `pad.a1.${phone.session!.now!.writer!}`)
  await until(() => pad.provider.synced, 15_000)
  pad.write('before', 'note before')
  await until(() => pad.saved().has('before'))
  fail(true)
  pad.write('during', 'note during')
  await told(everybody, true)
  expect(pad.saved().has('during')).toBe(false)
  expect(await status(url, '/readyz')).toBe(503)
  expect(await status(url, '/healthz')).toBe(200)
  const command = { id: clientId(), kind: 'open', activity: 'a2' }
  const unanswered = desk.socket.timeout(700).emitWithAck('command', command)
  await expect(unanswered).rejects.toThrow()
  const { status: refused } = await http(url, 'POST', '/api/workshops', { body: { title: 'x' } })
  expect(refused).toBe(503)
  const { json } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token: desk.token })
  expect(json).toMatchObject({ notSaving: true, now: { activity: 'a1' } } satisfies
    Partial<Snapshot> | object)
  const began = performance.now()
  fail(false)
  await told(everybody, false)
  const repaired = performance.now() - began
  await until(() => pad.saved().has('during'), 20_000)
  expect(await status(url, '/readyz')).toBe(200)
  expect(await insist(desk.socket, 'command', command)).toMatchObject({ ok: true })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  expect(await phone.vote({ x: 1 })).toMatchObject({ ok: true, receipt: 1 })
  expect(pad.ids().sort()).toEqual(['before', 'during'])
  pad.leave()
  return repaired
}

describe.skipIf(why !== null)('the disk itself fails', () => {
  test.each(Object.entries(ERRNO))(
    '%s: no false word, and well again alone',
    { timeout: 120_000 },
    async (name, errno) => {
      const [data, image] = [tempDir(), tempDir()]
      const disk = faultDisk(data, image)
      const child = await startChild(data, await freePort(), disk.env)
      const times = sized({ short: 1, long: 3, soak: 30 })
      for (let n = 0; n < times; n++) {
        const repaired = await goThrough(await seats(child.url), (on) => disk.fail(on ? errno : null))
        figure('disk', {
          errno: name,
          failures: n + 1,
          'false saved': 0,
          'well again, ms': Math.round(repaired),
        })
      }
      expect(child.output()).not.toMatch(/note (before|during)/)
    },
  )
})

/** A memory store that takes nothing while `on`. */
function refusing(): { store: Store; fail(on: boolean): void } {
  const memory = createMemoryStore()
  let failing = false
  const guard = <Group extends object>(group: Group, writes: (keyof Group)[]): Group => {
    const guarded = writes.map((name) => [
      name,
      async (...args: unknown[]) => {
        if (failing) throw new StoreUnavailable('database or disk is full')
        return (group[name] as (...args: unknown[]) => unknown)(...args)
      },
    ])
    return { ...group, ...(Object.fromEntries(guarded) as Partial<Group>) }
  }
  const store: Store = {
    ...memory,
    docs: guard(memory.docs, ['append', 'appendAll', 'compact', 'erase']),
    workshops: guard(memory.workshops, ['create', 'commit', 'saveProgramme', 'erase']),
    seats: guard(memory.seats, ['add', 'rename', 'revoke']),
    ballots: guard(memory.ballots, ['put']),
    async ping() {
      if (failing) throw new StoreUnavailable('database or disk is full')
    },
  }
  return { store, fail: (on) => void (failing = on) }
}

test('a store that takes nothing: the same, on any machine', { timeout: 60_000 }, async () => {
  const { store, fail } = refusing()
  const { url, lines } = await openHouse({ store })
  await goThrough(await seats(url), fail)
  expect(lines.filter((line) => line.includes('"not saving"'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('"saving again"'))).toHaveLength(1)
})

test(
  'a ballot on a full disk is not recorded, and its poll can still be closed later',
  { timeout: 60_000 },
  async () => {
    const { store, fail } = refusing()
    const { url } = await openHouse({ store })
    const { desk, phones } = await seats(url)
    await desk.do({ kind: 'open', activity: 'a2' })
    await desk.do({ kind: 'pollOpen' })
    await until(() => phones.every(({ session }) => session?.poll?.state === 'open'))
    fail(true)
    const ballot = { id: clientId(), poll: phones[0]!.session!.poll!.id, choice: { x: 1 } }
    await expect(phones[0]!.socket.timeout(500).emitWithAck('ballot', ballot)).rejects.toThrow()
    await expect(
      desk.socket.timeout(500).emitWithAck('command', { id: clientId(), kind: 'pollClose' }),
    ).rejects.toThrow()
    expect(desk.counts?.voted).toBe(0)
    fail(false)
    await told([desk], false)
    expect(await insist(phones[0]!.socket, 'ballot', ballot)).toMatchObject({ ok: true, receipt: 1 })
    await desk.do({ kind: 'pollClose' })
    expect(desk.session).toMatchObject({ poll: { voted: 1 }, result: { totals: { x: 1 } } })
  },
)
