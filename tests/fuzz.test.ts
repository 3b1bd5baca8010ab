// Broken and hostile bytes on both sockets and on HTTP: the process goes on, nobody else is disturbed, nothing changes, every
// room can be loaded again. What is sent comes from a seed; SEED=<n> plays it again.
import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNote } from '../shared/board/note.ts'
import { step1Frame, step2Frame, updateFrame } from '../server/docs/frames.ts'
import { startChild, tempDir, type Child } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { figure, sized } from './support/forms.ts'
import {
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  until,
  type Made,
  type Phone,
} from './support/people.ts'
import { freshSeed, seeded, type Random } from './support/random.ts'

const seed = freshSeed()
const FRAMES = sized({ short: 50_000, long: 200_000, soak: 1_000_000 })
const PACKETS = sized({ short: 2500, long: 10_000, soak: 50_000 })
const REQUESTS = sized({ short: 1000, long: 4000, soak: 20_000 })
/** A held-up loop that a person would feel; garbage collection and a machine too busy to run us do not count. */
const MOST_STALL_MS = 200
const AT_ONCE = 40
const FRAMES_A_SOCKET = 25

interface Target {
  child: Child
  made: Made
  phones: Phone[]
  random: Random
}

test(
  `seed ${seed}: ${FRAMES} frames, ${PACKETS} packets, ${REQUESTS} requests`,
  { timeout: FRAMES * 6 + 120_000 },
  async () => {
    const random = seeded(seed)
    const [dir, port] = [tempDir(), await freePort()]
    const child = await startChild(dir, port, { LOG_LEVEL: 'error' })
    const { made, phones, board } = await furnish(child.url)
    const target = { child, made, phones, random }
    await until(() => child.health().memory > 0)
    const { memory } = child.health()
    const frames = await inParallel(Math.ceil(FRAMES / FRAMES_A_SOCKET), () => docSocket(target))
    const packets = await inParallel(Math.ceil(PACKETS / 10), () => sessionSocket(target))
    const requests = await inParallel(REQUESTS, () => request(target))
    await new Promise((done) => setTimeout(done, 1200))
    const { stall } = child.health()
    const grown = Math.round((child.health().memory - memory) / 1e6)
    expect([frames >= FRAMES * 0.95, packets >= PACKETS * 0.95, requests >= REQUESTS]).toEqual([
      true,
      true,
      true,
    ])
    expect(child.process.exitCode).toBeNull()
    expect(stall).toBeLessThan(MOST_STALL_MS)
    expect(await boardOf(child.url, made)).toEqual(board)
    await child.kill()
    const again = await startChild(dir, port)
    expect(await boardOf(again.url, made)).toEqual(board)
    await everyRoomOpens(again.url, made, phones)
    figure('bad input', {
      seed,
      frames,
      packets,
      requests,
      'worst stall, ms': stall,
      'memory grown, MB': grown,
      crashes: 0,
    })
  },
)

/** A room with notes on its board and on every pad. */
async function furnish(url: string) {
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phones = await Promise.all(Array.from({ length: 12 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'a1' })
  const victim = phones[0]!
  const pad = openDoc(url, made, victim.token, `pad.a1.${victim.seat}`)
  await until(() => pad.provider.synced)
  for (let n = 0; n < 10; n++) pad.write(`n${n}`, `Note ${n}`)
  await until(() => desk.counts?.notes === 10)
  await desk.do({ kind: 'reveal' })
  const board = await boardOf(url, made)
  expect(board).toHaveLength(10)
  pad.provider.destroy()
  for (const device of [desk, ...phones]) device.socket.close()
  return { made, phones: phones.slice(1), board }
}

/** What the one phone wrote that no attacker holds a token of. */
async function boardOf(url: string, made: Made): Promise<string[]> {
  const sheet = openDoc(url, made, made.tokens.wall, 'board.a1')
  await until(() => sheet.provider.synced, 20_000)
  const texts = sheet.notes().map(({ text }) => text)
  sheet.provider.destroy()
  return texts.filter((text) => text.startsWith('Note ')).sort()
}

async function everyRoomOpens(url: string, made: Made, phones: Phone[]): Promise<void> {
  for (const { token, seat } of phones) {
    const sheet = openDoc(url, made, token, `pad.a1.${seat}`)
    await until(() => sheet.provider.synced, 10_000)
    sheet.provider.destroy()
  }
  const desk = await new Device(url, made.tokens.desk).ready()
  expect(desk.session?.now?.activity).toBe('a1')
}

/** Runs `act` so many times, some at once; answers the sum of what it answers. */
async function inParallel(times: number, act: () => Promise<number>): Promise<number> {
  let [left, sum] = [times, 0]
  const worker = async () => {
    while (left-- > 0) {
      const done = await act()
      sum += done
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return sum
}

/** One document socket: with a token or without, on an own document, a foreign one or none. */
function docSocket({ child, made, phones, random }: Target): Promise<number> {
  const phone = random.pick(phones)
  const token = random.chance(0.85) ? phone.token : random.pick([made.tokens.wall, 'A'.repeat(22), 'x'])
  const name = random.chance(0.8)
    ? `pad.a1.${phone.seat}`
    : random.pick(['board.a1', 'plan', 'pad.a1.s1', '__proto__', '%00'])
  const socket = new WebSocket(`${child.url.replace('http', 'ws')}/docs/${made.workshop.code}/${name}`, [
    'tablee',
    token,
  ])
  return burst(socket, FRAMES_A_SOCKET, () => {
    const frame = anyFrame(random)
    socket.send(random.chance(0.03) ? Buffer.from(frame).toString('latin1') : frame)
  })
}

/** Sends so many messages once it is open, and waits until it is closed or all are gone. */
function burst(socket: WebSocket, messages: number, send: () => void): Promise<number> {
  return new Promise((resolve) => {
    let sent = 0
    const end = () => {
      socket.terminate()
      resolve(sent)
    }
    socket.on('error', end)
    socket.on('close', end)
    socket.on('open', () => {
      for (; sent < messages; sent++) send()
      // The last frame is in the network once this is answered, or the server has closed.
      socket.ping()
      setTimeout(end, 300).unref()
    })
    socket.on('pong', end)
  })
}

const FORGED = [
  // A struct of length 0 that nobody could load again, a long claim on foreign ids, a delete set over everything.
  Uint8Array.of(1, 1, 1, 0, 0, 0, 0),
  Uint8Array.of(1, 1, 1, 0, 0, 255, 255, 255, 7, 0),
  Uint8Array.of(0, 1, 1, 1, 0, 255, 255, 3),
]

function anyFrame(random: Random): Uint8Array {
  const kind = random.next()
  if (kind < 0.25) return random.bytes(random.int(0, 40))
  if (kind < 0.35) return updateFrame(random.pick(FORGED))
  if (kind < 0.45) return step1Frame(random.bytes(random.int(0, 20)))
  if (kind < 0.55) return Uint8Array.of(1, ...random.bytes(random.int(0, 30)))
  const frame = random.chance(0.5) ? updateFrame(someUpdate(random)) : step2Frame(someUpdate(random))
  return random.chance(0.9) ? mutated(frame, random) : frame
}

function someUpdate(random: Random): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = random.int(1, 2 ** 31)
  addNote(doc, { id: 'n1', text: 'x'.repeat(random.int(0, 30)), tone: 'soleil' })
  if (random.chance(0.3)) doc.getMap('notes').delete('n1')
  return Y.encodeStateAsUpdate(doc)
}

function mutated(frame: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(frame)
  for (let n = random.int(1, 4); n > 0; n--) changed[random.int(0, changed.length - 1)] = random.int(0, 255)
  return random.chance(0.2) ? changed.subarray(0, random.int(0, changed.length)) : changed
}

const WORDS = ['command', 'ballot', 'session', '__proto__', 'disconnect', 'connect', '']

/** One engine.io socket that speaks almost Socket.IO. */
function sessionSocket({ child, phones, random }: Target): Promise<number> {
  const socket = new WebSocket(`${child.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  const { token } = random.pick(phones)
  let first = random.chance(0.9)
  return burst(socket, 10, () => {
    socket.send(first ? `40${JSON.stringify({ token, v: 1 })}` : anyPacket(random))
    first = false
  })
}

function anyPacket(random: Random): string | Uint8Array {
  const kind = random.next()
  if (kind < 0.15) return random.bytes(random.int(0, 60))
  const value = random.pick<unknown>([
    null,
    {},
    [],
    { id: 'x' },
    { kind: 'open' },
    { _placeholder: true, num: 0 },
    '__proto__',
    1e999,
  ])
  const packet = `4${random.int(0, 9)}${random.pick(['', '1-', '51-', '/x,', `${random.int(0, 99)}`])}${JSON.stringify([random.pick(WORDS), value])}`
  if (kind < 0.6) return packet
  const bytes = mutated(Buffer.from(packet), random)
  return kind < 0.9 ? Buffer.from(bytes).toString('latin1') : bytes
}

/** Raw HTTP, well-formed or not, over a socket of its own. */
function request({ child, made, random }: Target): Promise<number> {
  const { id, code } = made.workshop
  const path = random.pick([
    '/',
    '/api/workshops',
    `/api/workshops/${id}/session`,
    `/api/workshops/${code}/seats`,
    '/metrics',
    '/../../etc/passwd',
    `/${'a'.repeat(3000)}`,
    '/api/%E0%A4%A',
    '/docs/x/y',
    '/socket.io/?EIO=4&transport=polling',
  ])
  const body = random.pick([
    '',
    '{',
    '{"title":',
    '[]',
    '{"__proto__":{"x":1}}',
    '\u0000'.repeat(50),
    JSON.stringify({ title: 'x', programme: { v: 9 } }),
  ])
  const head = [
    `${random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'BREW'])} ${path} HTTP/1.1`,
    'Host: x',
    `Content-Type: ${random.pick(['application/json', 'text/plain', ''])}`,
    `Content-Length: ${random.chance(0.8) ? body.length : random.int(0, 99)}`,
    `Authorization: Bearer ${random.pick([made.tokens.wall, 'x', ''])}`,
    random.chance(0.1) ? 'Upgrade: websocket' : 'X: y',
    'Connection: close',
  ]
  const text = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
  const socket = createConnection(Number(new URL(child.url).port), '127.0.0.1')
  return new Promise((resolve) => {
    socket.on('error', () => resolve(1))
    socket.on('close', () => resolve(1))
    socket.resume()
    socket.setTimeout(500, () => socket.destroy())
    socket.end(random.chance(0.3) ? mutated(text, random) : text)
  })
}

test('garbage closes its own connection and says so; nobody else feels it', async () => {
  const child = await startChild(tempDir(), await freePort())
  const made = await makeWorkshop(child.url)
  const [desk, phone] = [await openDesk(child.url, made), await joinPhone(child.url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  const answer = await http(child.url, 'POST', '/api/workshops', {
    body: { title: 'x', ['__proto__']: { admin: true } },
  })
  expect(answer.status).toBe(201)
  for (let n = 0; n < 20; n++) {
    const raw = new WebSocket(`${child.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    await burst(raw, 3, () => raw.send('451-["command",{"_placeholder":true,"num":0}]'))
  }
  expect(await phone.do({ kind: 'done', on: true })).toMatchObject({ ok: true })
  expect(desk.socket.connected && phone.socket.connected).toBe(true)
})
