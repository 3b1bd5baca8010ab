// Behind a real nginx and a real Caddy, with the lines of the operator's guide: upgrades, long polling, large bodies, whose address counts. And
// the house speaking https by itself.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readConfig } from '../server/config.ts'
import { tempDir } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { openHouse } from './support/house.ts'
import { startBalancingCaddy, startCaddy, startNginx } from './support/proxies.ts'
import { Device, http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

test.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
])('through %s as the guide says: both sockets, long polling, imports', async (_name, startProxy) => {
  const { url: inner } = await openHouse({ env: { TRUST_PROXY: '127.0.0.1' } })
  const url = await startProxy(Number(new URL(inner).port))
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  const polling = await new Device(url, phone.token, ['polling']).ready()
  expect(desk.socket.io.engine.transport.name).toBe('websocket')
  expect(polling.socket.io.engine.transport.name).toBe('polling')
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => polling.session?.now?.activity === 'a1')
  await polling.do({ kind: 'done', on: true })

  const [name, board] = [`pad.a1.${phone.seat}`, 'board.a1']
  openDoc(url, made, phone.token, name).write('n1', 'Un jardin')
  await desk.do({ kind: 'reveal' })
  const wall = openDoc(url, made, made.tokens.wall, board)
  await until(() => wall.notes().some(({ text }) => text === 'Un jardin'))

  const csv = `text\n${'x'.repeat(400)}\n`.concat(`${'y'.repeat(450)}\n`.repeat(4000))
  const large = await http(url, 'POST', '/api/workshops/import', { body: { title: 'Grand', csv } })
  expect([large.status, csv.length > 1_500_000]).toEqual([201, true])
})

test('before two nodes of which one is gone, every request and every socket finds the other', async () => {
  const { url: inner } = await openHouse({ env: { TRUST_PROXY: '127.0.0.1' } })
  const url = await startBalancingCaddy([await freePort(), Number(new URL(inner).port)])
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/healthz`)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  const made = await makeWorkshop(url)
  for (let n = 0; n < 4; n++) expect((await openDesk(url, made)).socket.connected).toBe(true)
})

test('https with a certificate of its own: pages, links, sockets', async () => {
  const dir = tempDir()
  const [cert, key] = [join(dir, 'cert.pem'), join(dir, 'key.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
  const form = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', ...form, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const { house, url } = await openHouse({ env: { TLS_CERT: cert, TLS_KEY: key } })
  const secure = url.replace('http', 'https')
  expect(house.origin()).toBe(secure)
  const ca = readFileSync(cert)
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    get(`${secure}/healthz`, { ca }, (answer) =>
      resolve({ ...answer.headers, status: answer.statusCode }),
    ).on('error', reject)
  })
  expect([headers['status'], headers['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
  const socket = new WebSocket(`${secure.replace('https', 'wss')}/docs/GRVKMT/board.a1`, ['tablee', 'x'], {
    ca,
  })
  expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(4401)
  expect(() => readConfig({ TLS_CERT: cert, TLS_KEY: cert })).toThrow(/^TLS_KEY=/)
  expect(() => readConfig({ TLS_CERT: cert })).toThrow(/^TLS_KEY=: must be/)
})
