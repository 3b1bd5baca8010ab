// One hostile phone among honest ones spends all it has on every channel at once: the others go on as if it were not there.
// The short form asserts facts that no machine's speed changes; the long forms measure what the others feel.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { noteMap, notesOf } from '../shared/board/note.ts'
import { LIMITS } from '../shared/limits.ts'
import type { Move } from '../shared/session/commands.ts'
import { cpuSeconds } from './bench/meter.ts'
import { startChild, tempDir, type Child } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { figure, formOf, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import {
  http,
  type Device,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  until,
  type Made,
  type Phone,
  type Sheet,
} from './support/people.ts'
import { ROOT } from './support/sources.ts'

const HONEST = sized({ short: 8, long: 30, soak: 60 })
/** Twice as many notes as this go on one pad, which holds LIMITS.notesPerPad. */
const WRITES = sized({ short: 4, long: 15, soak: 24 })
const PAUSE_MS = sized({ short: 100, long: 500, soak: 700 })
/** Under attack the others may wait twice as long as without; below so many milliseconds nobody feels anything. */
const MOST_TIMES = 2
const UNFELT_MS = 25

interface Room {
  child: Child
  made: Made
  desk: Device
  phones: Phone[]
  pads: Sheet[]
  wall: Sheet
  villain: Phone
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function openRoom(): Promise<Room> {
  const child = await startChild(tempDir(), await freePort(), { LOG_LEVEL: 'error' })
  const made = await makeWorkshop(child.url)
  const desk = await openDesk(child.url, made)
  const phones = await Promise.all(Array.from({ length: HONEST }, () => joinPhone(child.url, made)))
  const villain = await joinPhone(child.url, made)
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  const pads = phones.map((phone) => openDoc(child.url, made, phone.token, `pad.a1.${phone.seat}`))
  const wall = openDoc(child.url, made, made.tokens.wall, 'board.a1')
  await until(() => [...pads, wall].every(({ provider }) => provider.synced), 20_000)
  return { child, made, desk, phones, pads, wall, villain }
}

/** What `act` took of a core of the server. */
async function costing<T>({ child }: Room, act: () => Promise<T>): Promise<{ took: T; core: string }> {
  const [began, before] = [performance.now(), cpuSeconds(child.pid)]
  const took = await act()
  const seconds = (performance.now() - began) / 1000
  return { took, core: ((cpuSeconds(child.pid) - before) / seconds).toFixed(2) }
}

/** Everybody writes, each in their own time; the milliseconds until each note is on the wall. */
async function write({ pads, wall }: Room, round: string): Promise<number[]> {
  const sent = new Map<string, number>()
  const took: number[] = []
  const look = () => {
    for (const id of notesOf(wall.doc).keys()) {
      const text = String((noteMap(wall.doc, id)?.get('text') as Y.Text | undefined) ?? '')
      const began = sent.get(text)
      if (began !== undefined && sent.delete(text)) took.push(performance.now() - began)
    }
  }
  wall.doc.on('update', look)
  await Promise.all(
    pads.map(async (pad, i) => {
      await pause((PAUSE_MS * i) / pads.length)
      for (let n = 0; n < WRITES; n++) {
        const text = `${round} ${i} ${n}`
        sent.set(text, performance.now())
        pad.write(`${round}-${n}`, text)
        await pause(PAUSE_MS)
      }
    }),
  )
  await until(() => sent.size === 0, 20_000)
  wall.doc.off('update', look)
  expect(took).toHaveLength(pads.length * WRITES)
  return took
}

/** Everybody moves a note now and then; the milliseconds until the server has answered. */
async function sort({ phones, wall }: Room): Promise<number[]> {
  const notes = [...notesOf(wall.doc).keys()]
  const took: number[] = []
  await Promise.all(
    phones.map(async (phone, i) => {
      await pause((PAUSE_MS * i) / phones.length)
      for (let n = 0; n < WRITES; n++) {
        const began = performance.now()
        const move: Move = {
          note: notes[(i * WRITES + n) % notes.length]!,
          at: [n / WRITES, i / phones.length],
        }
        expect((await phone.command({ kind: 'arrange', moves: [move] })).ok).toBe(true)
        took.push(performance.now() - began)
        await pause(PAUSE_MS)
      }
    }),
  )
  return took
}

interface Attack {
  met: Record<string, number>
  stop(): Promise<void>
}

/** The villain at work, in a process of its own; resolves once it has begun. */
async function attack({ child, villain, made, wall }: Room): Promise<Attack> {
  const notes = [...notesOf(wall.doc).keys()].join()
  const args = [child.url, made.workshop.id, made.workshop.code, villain.token, villain.seat, notes]
  const process_ = spawn(process.execPath, [join(ROOT, 'tests/support/villain.ts'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void process_.kill('SIGKILL'))
  const attack: Attack = {
    met: {},
    async stop() {
      await until(() => (attack.met['too-fast'] ?? 0) > 0 && (attack.met['429'] ?? 0) > 0, 30_000)
      process_.kill('SIGKILL')
    },
  }
  process_.on('message', (met) => (attack.met = met as Record<string, number>))
  await until(() => (attack.met['sent'] ?? 0) > 100, 30_000)
  return attack
}

const p95 = (took: number[]) => Math.round(took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!)

async function boardBytes({ child, made }: Room): Promise<number> {
  const sheet = openDoc(child.url, made, made.tokens.desk, 'board.a1')
  await until(() => sheet.provider.synced)
  const bytes = Y.encodeStateAsUpdate(sheet.doc).length
  sheet.provider.destroy()
  return bytes
}

test('all at once on every channel: its sender alone is refused, the board is bounded, the others get their turn', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, honest, villain] = [
    await openDesk(url, made),
    await joinPhone(url, made),
    await joinPhone(url, made),
  ]
  await desk.do({ kind: 'open', activity: 'a1' })
  const pad = openDoc(url, made, honest.token, `pad.a1.${honest.seat}`)
  const board = openDoc(url, made, made.tokens.desk, 'board.a1')
  await until(() => pad.provider.synced && board.provider.synced)
  for (let n = 0; n < 20; n++) board.write(`b${n}`, `note ${n}`)
  await until(async () => (await desk.command({ kind: 'spotlight', note: 'b19' })).ok)
  await desk.do({ kind: 'step', to: 'sort' })
  const size = () => Y.encodeStateAsUpdate(board.doc).length
  const before = size()
  const moves: Move[] = Array.from({ length: LIMITS.moves }, (_, i) => ({
    note: `b${i % 20}`,
    at: [i / 100, 0.5],
    order: 'z'.repeat(LIMITS.order),
  }))
  const answered: string[] = []
  const words = Array.from({ length: 150 }, async (_, n) => {
    const answer = await villain.command(n % 3 ? { kind: 'name', name: `v${n}` } : { kind: 'arrange', moves })
    answered.push(answer.ok ? 'villain' : answer.code)
  })
  const asked = Array.from({ length: 120 }, () =>
    http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token: villain.token }),
  )
  const doors = Array.from({ length: 40 }, () => openDoc(url, made, villain.token, `pad.a1.${villain.seat}`))
  const fair = honest.command({ kind: 'arrange', moves: [{ note: 'b1', at: [0.1, 0.2] }] })
  pad.write('n1', 'unharmed')
  expect((await fair).ok).toBe(true)
  // At most one of the villain's words was before it in the common line, and one was under way.
  expect(answered.filter((one) => one === 'villain').length).toBeLessThan(20)
  await Promise.all(words)
  expect(answered).toContain('too-fast')
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200, 429]))
  await until(() => doors.some(({ closes }) => closes.includes(4529)), 20_000)
  const again = openDoc(url, made, honest.token, `pad.a1.${honest.seat}`)
  await until(() => again.notes().some(({ text }) => text === 'unharmed'), 20_000)
  expect(size() - before).toBeLessThan(LIMITS.arranged)
  expect([pad.closes, board.closes].flat()).toEqual([])
  expect([honest, desk].every(({ socket }) => socket.connected)).toBe(true)
})

test.runIf(formOf() !== 'short')(
  `one hostile phone beside ${HONEST}: nobody else is closed, refused or held up`,
  { timeout: 400_000 },
  async () => {
    const room = await openRoom()
    const calm = [await costing(room, () => write(room, 'calm'))]
    const first = await attack(room)
    const stormy = [await costing(room, () => write(room, 'storm'))]
    await first.stop()
    await room.desk.do({ kind: 'step' })
    calm.push(await costing(room, () => sort(room)))
    const before = await boardBytes(room)
    const second = await attack(room)
    stormy.push(await costing(room, () => sort(room)))
    await second.stop()
    const grown = (await boardBytes(room)) - before

    // Its words are refused, its requests put off, its own pad closed to it for a while; its share of the board is bounded.
    for (const { met } of [first, second])
      for (const what of ['too-fast', '429', '4529'])
        expect([what, (met[what] ?? 0) > 0]).toEqual([what, true])
    expect(grown).toBeLessThan(LIMITS.arranged + HONEST * WRITES * 100)
    const others = [...room.pads, room.wall].flatMap(({ closes }) => closes.filter((code) => code !== 4503))
    expect(others).toEqual([])
    expect([...room.phones, room.desk].every(({ socket }) => socket.connected)).toBe(true)
    report(calm, stormy, first.met['sent']! + second.met['sent']!, grown)
  },
)

type Felt = { took: number[]; core: string }[]

function report(calm: Felt, stormy: Felt, sent: number, grown: number): void {
  for (const [i, what] of ['write', 'arrange'].entries()) {
    const [base, under] = [p95(calm[i]!.took), p95(stormy[i]!.took)]
    figure('one hostile phone', {
      honest: HONEST,
      what,
      'p95 calm, ms': base,
      'p95 under attack, ms': under,
      times: (under / Math.max(base, 1)).toFixed(1),
      'server, cores calm': calm[i]!.core,
      'under attack': stormy[i]!.core,
      'hostile messages': sent,
      'board grown, bytes': grown,
    })
    expect(under).toBeLessThanOrEqual(MOST_TIMES * Math.max(base, UNFELT_MS))
  }
}
