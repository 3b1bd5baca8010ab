// Small promises that no larger test keeps an eye on; each names its row of docs/security.md.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNote } from '../shared/board/note.ts'
import { updateFrame } from '../server/docs/frames.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { tempDir } from './support/child.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

/** Opens a document socket, sends, and answers the code it is closed with. */
function closedAfter(url: string, protocols: string[], send: Uint8Array[]): Promise<number> {
  const socket = new WebSocket(url, protocols)
  socket.on('error', () => undefined)
  socket.on('open', () => send.forEach((bytes) => socket.send(bytes)))
  return new Promise((done) => socket.on('close', done))
}

test('Y6, Y10: an update in the second encoding, or for an unknown root, changes nothing', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  const path = `${url.replace('http', 'ws')}/docs/${made.workshop.code}/pad.a1.${phone.seat}`
  const second = new Y.Doc()
  addNote(second, { id: 'n1', text: 'x'.repeat(100) })
  const hidden = new Y.Doc()
  hidden.getText('elsewhere').insert(0, 'x'.repeat(50_000))
  for (const update of [Y.encodeStateAsUpdateV2(second), Y.encodeStateAsUpdate(hidden)])
    expect([1003, 4403]).toContain(await closedAfter(path, ['tablee', phone.token], [updateFrame(update)]))
  const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
  await until(() => pad.provider.synced)
  expect(Y.encodeStateAsUpdate(pad.doc)).toHaveLength(2)
})

test('Y14: what comes from a socket without a seat is never read, however much it is', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const path = `${url.replace('http', 'ws')}/docs/${made.workshop.code}/plan`
  const much = Array.from({ length: 20 }, () => new Uint8Array(200_000))
  const codes = Array.from({ length: 50 }, () => closedAfter(path, ['tablee', 'A'.repeat(22)], much))
  const memory = process.memoryUsage().arrayBuffers
  expect(new Set(await Promise.all(codes))).toEqual(new Set([4401]))
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(100e6)
})

test('N6, T7: a foreign upgrade and swollen headers end alone', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const stranger = new WebSocket(`${url.replace('http', 'ws')}/elsewhere`)
  await new Promise((done) => stranger.on('error', done))
  const swollen = await new Promise((done) => {
    const asked = request(`${url}/healthz`, { headers: { 'X-Long': 'x'.repeat(20_000) } }, (answer) =>
      done(answer.statusCode),
    )
    asked.on('error', () => done(431))
    asked.end()
  })
  expect(swollen).toBe(431)
  expect((await desk.command({ kind: 'screen', show: 'code' })).ok).toBe(true)
})

test('N2: a line that nobody uses shows a sign of life before any proxy calls it idle', async () => {
  const { url } = await openHouse()
  const { text } = await http(url, 'GET', '/socket.io/?EIO=4&transport=polling')
  const { pingInterval, pingTimeout } = JSON.parse(text.slice(1)) as Record<string, number>
  expect(pingInterval).toBeLessThanOrEqual(20_000)
  expect(pingInterval! + pingTimeout!).toBeLessThanOrEqual(45_000)
})

test('no socket has a compressor of its own, though every browser offers one', async () => {
  const { url } = await openHouse()
  const paths = ['/docs/ABCDEF/board.a1', '/socket.io/?EIO=4&transport=websocket']
  const agreed = await Promise.all(
    paths.map(async (path) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, ['tablee'], {
        perMessageDeflate: true,
      })
      await once(socket, 'open')
      const { extensions } = socket
      socket.terminate()
      return extensions
    }),
  )
  expect(agreed).toEqual(['', ''])
})

test('K2: no token, link or invite can be read in the files', async () => {
  const dir = tempDir()
  const store = await openSqliteStore({ dir })
  onTestFinished(() => store.close())
  const { url } = await openHouse({ store })
  const made = await makeWorkshop(url)
  const phone = await joinPhone(url, made)
  const keys = [
    phone.token,
    ...Object.values(made.tokens),
    ...Object.values(made.links).map((one) => one.split('#')[1]!),
  ]
  const bytes = readdirSync(dir)
    .filter((name) => name.startsWith('tablee.db'))
    .map((name) => readFileSync(join(dir, name)).toString('latin1'))
    .join()
  expect(bytes).toContain(made.workshop.id)
  for (const key of keys) expect(bytes).not.toContain(key)
})

test('P2: the device of a person who was erased brings nothing back', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  const name = `pad.a1.${phone.seat}`
  const pad = openDoc(url, made, phone.token, name)
  pad.write('n1', 'to be forgotten')
  const board = openDoc(url, made, made.tokens.desk, 'board.a1')
  await until(() => board.notes().length === 1)
  pad.provider.disconnect()
  const { status, headers } = await http(
    url,
    'DELETE',
    `/api/workshops/${made.workshop.id}/seats/${phone.seat}`,
    {
      token: phone.token,
    },
  )
  expect([status, headers.get('tablee-kept')]).toEqual([204, 'sealed-ballots, papers, forgotten-notes'])
  await until(() => board.notes().length === 0)
  pad.write('n2', 'still typing')
  pad.provider.connect()
  await until(() => pad.closes.includes(4401))
  expect(await store.docs.names(made.workshop.id)).not.toContain(name)
  expect(board.notes()).toEqual([])
})

test('X5: a name can turn no line of text around it', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made, '\u202eaéL\u202c\u2066\u0007')
  await until(() => desk.desk?.people.some(({ id }) => id === phone.seat) === true)
  expect(desk.desk!.people[0]!.name).toBe('aéL')
  await phone.do({ kind: 'name', name: ' \u2067Léa\u200f ' })
  await until(() => desk.desk!.people[0]!.name === 'Léa')
})

test('an erased workshop: the answer says what stays elsewhere', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const { status, headers } = await http(url, 'DELETE', `/api/workshops/${made.workshop.id}`, {
    token: made.tokens.desk,
  })
  expect([status, headers.get('tablee-kept')]).toEqual([204, 'backups'])
})
