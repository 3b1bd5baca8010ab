// Bad input over real sockets: each is refused with its code, nobody else is disturbed, nothing is lost.
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openHouse } from './support/house.ts'
import {
  clientId,
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
} from './support/people.ts'
import type { Command } from '../shared/session/commands.ts'

/** A room in its first exercise, with its desk and one phone. */
async function openRoom() {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  return { url, made, desk, phone }
}

describe('over HTTP', () => {
  test('unknown, ended and impossible codes are the same 404', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const desk = await openDesk(url, made)
    await desk.do({ kind: 'end' })
    const answers = await Promise.all(
      [made.workshop.code, 'BBBBBB', 'AAAAAA', 'x'].map((code) =>
        http(url, 'GET', `/api/workshops/${code}/door`),
      ),
    )
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
    expect(answers[0]!.status).toBe(404)
    expect(answers[0]!.headers.get('content-type')).toContain('application/problem+json')
    expect(answers[0]!.json).toMatchObject({ code: 'not-found', status: 404 })
  })
  test('missing, wrong and foreign tokens', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const other = await makeWorkshop(url)
    const path = `/api/workshops/${made.workshop.id}/session`
    expect((await http(url, 'GET', path)).status).toBe(401)
    expect((await http(url, 'GET', path, { token: 'AAAAAAAAAAAAAAAAAAAAAA' })).status).toBe(401)
    expect((await http(url, 'GET', path, { token: other.tokens.desk })).status).toBe(403)
    expect((await http(url, 'GET', path, { token: made.tokens.wall })).status).toBe(200)
    const phone = await joinPhone(url, made)
    for (const part of ['programme', 'report.json', 'report.md']) {
      expect(
        (await http(url, 'GET', `/api/workshops/${made.workshop.id}/${part}`, { token: phone.token })).status,
      ).toBe(403)
    }
    expect(
      (await http(url, 'DELETE', `/api/workshops/${made.workshop.id}`, { token: phone.token })).status,
    ).toBe(403)
  })
  test('bodies: not JSON, too large, wrong fields, unknown kinds', async () => {
    const { url } = await openHouse()
    const post = (body: string, type = 'application/json') =>
      fetch(`${url}/api/workshops`, { method: 'POST', headers: { 'Content-Type': type }, body })
    expect((await post('{')).status).toBe(400)
    expect((await post('{"title":"x"}', 'text/plain')).status).toBe(415)
    expect((await post(JSON.stringify({ title: 'x'.repeat(300_000) }))).status).toBe(413)
    expect((await post('{"title":""}')).status).toBe(400)
    expect((await post('{"title":"x","template":"nothing"}')).status).toBe(400)
    const programme = {
      v: 1,
      title: 'x',
      activities: [{ id: 'a', kind: 'nothing', title: 'x', settings: {} }],
    }
    expect((await post(JSON.stringify({ title: 'x', programme }))).status).toBe(400)
  })
  test('a foreign origin may neither read nor write, a script without one may', async () => {
    const { url } = await openHouse()
    const body = { title: 'x' }
    expect(
      (await http(url, 'POST', '/api/workshops', { body, headers: { Origin: 'https://evil.example' } }))
        .status,
    ).toBe(403)
    const read = { headers: { Origin: 'https://evil.example' } }
    expect((await http(url, 'GET', '/api/templates', read)).status).toBe(403)
    expect((await http(url, 'POST', '/api/workshops', { body, headers: { Origin: url } })).status).toBe(201)
    expect((await http(url, 'POST', '/api/workshops', { body })).status).toBe(201)
  })
  test('a creation key, where the operator set one', async () => {
    const { url } = await openHouse({ env: { CREATE_KEY: 'sesame' } })
    expect((await http(url, 'POST', '/api/workshops', { body: { title: 'x' } })).status).toBe(401)
    expect(
      (await http(url, 'POST', '/api/workshops', { body: { title: 'x' }, token: 'sesame' })).status,
    ).toBe(201)
  })
  test('the programme: stale, played, read', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const path = `/api/workshops/${made.workshop.id}/programme`
    const token = made.tokens.desk
    const { json, headers } = await http(url, 'GET', path, { token })
    const etag = headers.get('etag')!
    const programme = json as unknown as { activities: { title: string }[] }
    const retitled = structuredClone(programme)
    retitled.activities[1]!.title = 'Choisir'
    expect(
      (await http(url, 'PUT', path, { token, body: retitled, headers: { 'If-Match': etag } })).status,
    ).toBe(200)
    expect(
      (await http(url, 'PUT', path, { token, body: programme, headers: { 'If-Match': etag } })).status,
    ).toBe(412)
    const desk = await openDesk(url, made)
    expect(desk.session?.programme?.activities[1]?.title).toBe('Choisir')
    await desk.do({ kind: 'open', activity: 'a2' })
    expect((await http(url, 'PUT', path, { token, body: programme })).status).toBe(409)
  })
  test('guessing codes is slowed; a QR invite and a token are not', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const guesses = await Promise.all(
      Array.from({ length: 130 }, () => http(url, 'GET', '/api/workshops/BBBBBB/door')),
    )
    const slowed = guesses.filter((guess) => guess.status === 429)
    expect(slowed.length).toBeGreaterThan(20)
    expect(Number(slowed[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    const invite = made.links.join.split('#')[1]
    const joined = await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body: { invite } })
    expect(joined.status).toBe(201)
  })
})

describe('on the session socket', () => {
  const PARTICIPANT_MAY_NOT: Command[] = [
    { kind: 'open', activity: 'a1' },
    { kind: 'step' },
    { kind: 'back' },
    { kind: 'pause' },
    { kind: 'addTime', seconds: 60 },
    { kind: 'reveal' },
    { kind: 'pollOpen' },
    { kind: 'pollClose' },
    { kind: 'publish' },
    { kind: 'lock', on: true },
    { kind: 'end' },
    { kind: 'remove', seat: 's1' },
  ]
  test('refused handshakes carry a code', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    expect((await new Device(url, 'AAAAAAAAAAAAAAAAAAAAAA').ready()).refused).toBe('not-your-seat')
    const old = new Device(url, made.tokens.desk)
    old.socket.auth = { token: made.tokens.desk, v: 0 }
    old.socket.disconnect().connect()
    await until(() => old.refused === 'version')
  })
  test("a participant's desk commands, a wall's anything, garbage", async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const desk = await openDesk(url, made)
    const phone = await joinPhone(url, made)
    const wall = await openWall(url, made)
    await desk.do({ kind: 'open', activity: 'a1' })
    const before = desk.session?.rev
    for (const command of PARTICIPANT_MAY_NOT)
      expect(await phone.command(command)).toMatchObject({ ok: false, code: 'not-allowed' })
    for (const command of [...PARTICIPANT_MAY_NOT, { kind: 'done', on: true } as const])
      expect((await wall.command(command)).ok).toBe(false)
    for (const garbage of [
      null,
      7,
      'x',
      [],
      {},
      { kind: 'open' },
      { id: 'short', kind: 'step' },
      { id: clientId(), kind: '__proto__' },
    ]) {
      expect(await desk.socket.timeout(5000).emitWithAck('command', garbage)).toMatchObject({
        ok: false,
        code: 'bad-request',
      })
      expect(await phone.socket.timeout(5000).emitWithAck('ballot', garbage)).toMatchObject({
        ok: false,
        code: 'bad-request',
      })
    }
    expect(
      (await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token: made.tokens.desk }))
        .json,
    ).toMatchObject({ rev: before })
  })
  test('ballots: over budget, unknown option, no poll, a wall; the earlier one stands', async () => {
    const { url } = await openHouse()
    const settings = {
      options: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
      dotsPerPerson: 3,
      maxPerItem: 2,
    }
    const made = await makeWorkshop(url, {
      v: 1,
      title: 'T',
      activities: [{ id: 'v', kind: 'dot-vote', title: 'V', settings }],
    })
    const desk = await openDesk(url, made)
    const phone = await joinPhone(url, made)
    const wall = await openWall(url, made)
    expect(await phone.vote({ x: 1 }, clientId(), 'v.1')).toMatchObject({ code: 'not-now' })
    await desk.do({ kind: 'open', activity: 'v' })
    await desk.do({ kind: 'step' })
    await until(() => phone.session?.poll?.state === 'open')
    expect(await phone.vote({ x: 2, y: 1 })).toMatchObject({ ok: true })
    expect(await phone.vote({ x: 3 })).toMatchObject({ code: 'too-many' })
    expect(await phone.vote({ x: 2, y: 2 })).toMatchObject({ code: 'too-many' })
    expect(await phone.vote({ z: 1 })).toMatchObject({ code: 'unknown-option' })
    for (const choice of [7, 'x', [], { x: -1 }, { x: 0.5 }, { x: '1' }])
      expect(await phone.vote(choice)).toMatchObject({ code: 'bad-request' })
    expect(await wall.vote({ x: 1 }, clientId(), 'v.1')).toMatchObject({ code: 'not-allowed' })
    expect(await desk.vote({ x: 1 }, clientId(), 'v.1')).toMatchObject({ code: 'not-allowed' })
    await desk.do({ kind: 'pollClose' })
    expect(desk.session?.result).toMatchObject({ totals: { x: 2, y: 1 } })
  })
  test('a removed person is out at once, on all channels', async () => {
    const { url, made, desk, phone } = await openRoom()
    const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
    await until(() => pad.provider.synced)
    await desk.do({ kind: 'remove', seat: phone.seat })
    await until(() => !phone.socket.connected && pad.closes.includes(4401))
    expect((await new Device(url, phone.token).ready()).refused).toBe('not-your-seat')
  })
  test('a flood is slowed for its sender only', async () => {
    const { desk, phone } = await openRoom()
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => phone.command({ kind: 'hand', up: true })),
    )
    expect(answers.filter((answer) => !answer.ok && answer.code === 'too-fast').length).toBeGreaterThan(50)
    expect((await desk.command({ kind: 'addTime', seconds: 60 })).ok).toBe(true)
  })
})

describe('on the document socket', () => {
  test('a stock provider attaches to its own pad and is refused elsewhere', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const other = await makeWorkshop(url)
    const desk = await openDesk(url, made)
    const [ann, ben] = [await joinPhone(url, made), await joinPhone(url, made)]
    await desk.do({ kind: 'open', activity: 'a1' })
    const own = openDoc(url, made, ann.token, `pad.a1.${ann.seat}`)
    await until(() => own.provider.synced)
    const refused = [`pad.a1.${ben.seat}`, 'board.a1', 'board.a2', 'plan', 'pad.a9.s1', 'nonsense'].map(
      (name) => openDoc(url, made, ann.token, name),
    )
    await until(() => refused.every((sheet) => sheet.closes.includes(4403)))
    const foreign = openDoc(url, other, ann.token, `pad.a1.${ann.seat}`)
    await until(() => foreign.closes.includes(4403))
    const unknown = openDoc(url, made, 'AAAAAAAAAAAAAAAAAAAAAA', `pad.a1.${ann.seat}`)
    await until(() => unknown.closes.includes(4401))
    expect(own.closes).toEqual([])
  })
  test('the wall reads and never writes', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const desk = await openDesk(url, made)
    await desk.do({ kind: 'open', activity: 'a1' })
    const board = openDoc(url, made, made.tokens.wall, 'board.a1')
    const seen = openDoc(url, made, made.tokens.desk, 'board.a1')
    await until(() => board.provider.synced && seen.provider.synced)
    board.write('evil', 'from the wall')
    seen.write('fine', 'from the desk')
    await until(() => board.notes().some((note) => note.id === 'fine'))
    expect(seen.notes().map((note) => note.id)).toEqual(['fine'])
  })
  test('an over-long note stays on the pad and never reaches the board', async () => {
    const { url, made, desk, phone } = await openRoom()
    const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
    pad.write('long', 'x'.repeat(141))
    pad.write('short', 'x'.repeat(140))
    await until(() => desk.counts?.notes === 1)
    await desk.do({ kind: 'reveal' })
    const board = openDoc(url, made, made.tokens.wall, 'board.a1')
    await until(() => board.notes().length === 1)
    expect(board.notes()[0]!.text).toHaveLength(140)
    expect(pad.notes()).toHaveLength(2)
  })
  test('text frames and garbage close that socket alone', async () => {
    const { url, made, desk, phone } = await openRoom()
    const path = `${url.replace('http', 'ws')}/docs/${made.workshop.code}/pad.a1.${phone.seat}`
    const closeCode = (send: string | Uint8Array) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(path, ['tablee', phone.token])
        socket.on('open', () => socket.send(send))
        socket.on('close', (code) => resolve(code))
      })
    expect(await closeCode('hello')).toBe(1003)
    expect(await closeCode(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))).toBe(1003)
    expect(await closeCode(new Uint8Array([0, 2, 7, 1, 1, 1, 0, 0, 0, 0]))).toBeGreaterThanOrEqual(1003)
    expect(phone.socket.connected && desk.socket.connected).toBe(true)
  })
  test('a foreign origin is refused on both upgrades', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const status = (path: string) =>
      new Promise<number>((resolve) => {
        const req = request(url + path, {
          headers: {
            Origin: 'https://evil.example',
            Connection: 'Upgrade',
            Upgrade: 'websocket',
            'Sec-WebSocket-Version': '13',
            'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
            'Sec-WebSocket-Protocol': `tablee, ${made.tokens.desk}`,
          },
        })
        req.on('upgrade', (_res, socket) => (socket.destroy(), resolve(101)))
        req.on('response', (res) => resolve(res.statusCode ?? 0))
        req.on('error', () => resolve(0))
        req.end()
      })
    expect(await status(`/docs/${made.workshop.code}/board.a1`)).not.toBe(101)
    expect(await status('/socket.io/?EIO=4&transport=websocket')).not.toBe(101)
  })
})

test('a message that never ends is cut off on both sockets', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const ws = url.replace('http', 'ws')
  const doors: [string, string[]][] = [
    ['/socket.io/?EIO=4&transport=websocket', []],
    [`/docs/${made.workshop.code}/plan`, ['tablee', made.tokens.desk]],
  ]
  for (const [path, protocols] of doors) {
    const socket = new WebSocket(ws + path, protocols)
    const closed = new Promise((done) => socket.on('close', done))
    socket.on('error', () => undefined)
    await new Promise((done) => socket.on('open', done))
    for (let n = 0; n < 100; n++) socket.send('x', { fin: false })
    await closed
  }
}, 10_000)
