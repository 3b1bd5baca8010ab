// A bad network between the house and everybody: desk, wall and phones converge, nothing acknowledged is lost or doubled.
// The seed of every storm is in its title; SEED=<n> plays one again.
import { createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { Snapshot } from '../shared/wire.ts'
import { FAULTS, openFaultProxy, type FaultOptions, type FaultProxy } from './support/fault-proxy.ts'
import { figure, formOf, PATIENCE, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { insist, openSavedPad, type SavedPad } from './support/patient.ts'
import { clientId, Device, http, makeWorkshop, openDoc, until, type Made } from './support/people.ts'
import { freshSeed, seeded, type Random } from './support/random.ts'

const OPTIONS = ['x', 'y', 'z'].map((id) => ({ id, label: id.toUpperCase() }))
const PROGRAMME = {
  v: 1 as const,
  title: 'Tempête',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} },
    { id: 'a2', kind: 'dot-vote', title: 'Vote', settings: { options: OPTIONS, dotsPerPerson: 3 } },
  ],
}
const PHONES = 4
const SEEDS = [
  ...Array.from({ length: sized({ short: 3, long: 12, soak: 60 }) }, (_, i) => i + 1),
  freshSeed(),
]
const WRITING_MS = sized({ short: 2500, long: 4000, soak: 8000 })

interface Storm {
  random: Random
  /** Sound address, for what the storm is not about. */
  url: string
  proxy: FaultProxy
  made: Made
  desk: Device
  phones: Device[]
}

async function proxied(url: string, options: FaultOptions): Promise<FaultProxy> {
  const proxy = await openFaultProxy(Number(new URL(url).port), options)
  onTestFinished(() => proxy.close())
  return proxy
}

async function begin(seed: number): Promise<Storm> {
  const random = seeded(seed)
  const { url } = await openHouse()
  const proxy = await proxied(url, { random })
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = new Device(proxy.url, made.tokens.desk)
  const tokens = await Promise.all(Array.from({ length: PHONES }, () => join(url, made)))
  return { random, url, proxy, made, desk, phones: tokens.map((token) => new Device(proxy.url, token)) }
}

async function join(url: string, made: Made): Promise<string> {
  const { json } = await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body: {} })
  return (json as unknown as { token: string }).token
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const answered = (device: Device, command: object) =>
  insist(device.socket, 'command', { id: clientId(), ...command })

/** What the server says to this token over a sound line. */
async function truth({ url, made }: Storm, token: string): Promise<Snapshot> {
  const { json } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token })
  return json as unknown as Snapshot
}

/** Writes now and then, takes one note in five away; answers the texts that must be left at the end. */
async function scribble(pad: SavedPad, name: string, { random }: Storm): Promise<string[]> {
  const end = performance.now() + WRITING_MS
  const left: string[] = []
  for (let n = 0; performance.now() < end && n < 30; n++) {
    const id = `${name}-${n}`
    pad.write(id, `note ${id}`)
    if (left.length > 0 && random.chance(0.2)) pad.remove(left.pop()!)
    left.push(id)
    await pause(random.int(20, 250))
  }
  return left.map((id) => `note ${id}`)
}

async function addTimes({ desk }: Storm, times: number): Promise<void> {
  for (let n = 0; n < times; n++)
    expect(await answered(desk, { kind: 'addTime', seconds: 60 })).toMatchObject({ ok: true })
}

const endsAt = (snapshot: Snapshot) => Date.parse((snapshot.clock as { endsAt: string }).endsAt)

test.each(SEEDS)(
  'storm %i: notes, commands and ballots all arrive once',
  { timeout: 240_000 * PATIENCE },
  async (seed) => {
    const storm = await begin(seed)
    const written = await writeInStorm(storm)
    const ballots = await voteInStorm(storm)
    const { counts } = storm.proxy
    const spoiled = FAULTS.reduce((sum, fault) => sum + counts[fault], 0)
    expect(spoiled).toBeGreaterThan(10)
    figure('network', { seed, spoiled, ...counts, notes: written, ballots, lost: 0, doubled: 0 })
  },
)

async function writeInStorm(storm: Storm): Promise<number> {
  const { proxy, made, desk, phones } = storm
  await answered(desk, { kind: 'open', activity: 'a1' })
  await until(() => phones.every(({ session }) => session?.now?.writer !== undefined), 30_000)
  const pads = phones.map(({ token, session }) =>
    openSavedPad(proxy.url, made, token, `pad.a1.${session!.now!.writer!}`),
  )
  onTestFinished(() => pads.forEach((pad) => pad.leave()))
  const boards = [made.tokens.desk, made.tokens.wall].map((token) =>
    openDoc(proxy.url, made, token, 'board.a1'),
  )
  const before = endsAt(await truth(storm, desk.token))
  const [texts] = await Promise.all([
    Promise.all(pads.map((pad, i) => scribble(pad, `p${i}`, storm))),
    addTimes(storm, 6),
  ])
  expect(endsAt(await truth(storm, desk.token)) - before).toBe(6 * 60_000)
  expect(await answered(desk, { kind: 'reveal' })).toMatchObject({ ok: true })
  const more = await Promise.all(pads.map((pad, i) => scribble(pad, `q${i}`, storm)))
  proxy.heal()
  const expected = [...texts, ...more].flat().sort()
  const shown = (i: number) =>
    boards[i]!.notes()
      .map(({ text }) => text)
      .sort()
  // A line that goes deaf one way only is given up by the server after 45 s, and by the phone 30 s after that.
  const all = JSON.stringify(expected)
  await until(() => [0, 1].every((i) => JSON.stringify(shown(i)) === all), 110_000).catch(() => {})
  expect(shown(0)).toEqual(expected)
  expect(shown(1)).toEqual(expected)
  await until(() => pads.every((pad) => pad.ids().every((id) => pad.saved().has(id))), 15_000)
  await until(() => same(boards[0]!.doc, boards[1]!.doc), 10_000)
  return expected.length
}

const same = (a: Y.Doc, b: Y.Doc) => Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))

async function voteInStorm(storm: Storm): Promise<number> {
  const { random, proxy, desk, phones } = storm
  proxy.spoil()
  await answered(desk, { kind: 'open', activity: 'a2' })
  await answered(desk, { kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.poll?.state === 'open'), 30_000)
  const last = await Promise.all(phones.map((phone) => voteOften(phone, random)))
  expect(await answered(desk, { kind: 'pollClose' })).toMatchObject({ ok: true })
  const { result, poll } = await truth(storm, desk.token)
  const totals = Object.fromEntries(
    OPTIONS.map(({ id }) => [id, last.filter((choice) => choice === id).length]),
  )
  expect(poll?.voted).toBe(PHONES)
  expect(result).toMatchObject({ totals, spent: PHONES })
  return PHONES * BALLOTS
}

const BALLOTS = 5

/** Votes several times, each ballot until it is answered, some of them once more; answers the option that must count. */
async function voteOften({ socket, session }: Device, random: Random): Promise<string> {
  let option = ''
  for (let n = 1; n <= BALLOTS; n++) {
    option = random.pick(OPTIONS).id
    const sent = { id: clientId(), poll: session!.poll!.id, choice: { [option]: 1 } }
    expect(await insist(socket, 'ballot', sent)).toMatchObject({ ok: true, receipt: n })
    if (random.chance(0.3)) expect(await insist(socket, 'ballot', sent)).toMatchObject({ receipt: n })
  }
  return option
}

test('where every upgrade is refused a phone still votes, by long polling', async () => {
  const { url } = await openHouse()
  const proxy = await proxied(url, { random: seeded(1), part: 1, faults: ['refuseUpgrade'] })
  const made = await makeWorkshop(url, PROGRAMME)
  const phone = new Device(proxy.url, await join(url, made), ['polling', 'websocket'])
  const desk = new Device(url, made.tokens.desk)
  await desk.ready()
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open', 20_000)
  expect(await phone.vote({ x: 1 })).toMatchObject({ ok: true, receipt: 1 })
  expect(phone.socket.io.engine.transport.name).toBe('polling')
})

test.runIf(formOf() !== 'short')(
  'a phone that is gone without a word leaves the room within 45 s, and comes back',
  { timeout: 150_000 },
  async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url, PROGRAMME)
    const desk = await new Device(url, made.tokens.desk).ready()
    const proxy = await proxied(url, { random: seeded(2), part: 0 })
    const phone = new Device(proxy.url, await join(url, made))
    await until(() => desk.counts?.present === 1, 20_000)
    proxy.silence()
    // A promise about time is no place for the patience of a soak.
    await until(() => desk.counts?.present === 0, 45_000 / PATIENCE)
    await until(() => desk.counts?.present === 1, 45_000)
    expect(phone.socket.connected).toBe(true)
  },
)

test('a phone that is gone without a word does not hold up the closing of the house', async () => {
  const { url, close } = await openHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const paths = ['/socket.io/?EIO=4&transport=websocket', `/docs/${made.workshop.code}/plan`]
  for (const path of paths) await mute(url, path, made.tokens.desk)
  const began = performance.now()
  await close()
  expect(performance.now() - began).toBeLessThan(6000)
})

/** Opens a WebSocket by hand and answers nothing any more, not even a close frame. */
async function mute(url: string, path: string, token: string): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const socket = createConnection(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    `Sec-WebSocket-Protocol: tablee, ${token}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise((done) => socket.once('data', done))
}
