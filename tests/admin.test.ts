// The operator's calls: behind their key alone, without a word of what was written, and what they do is done.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createBackups } from '../server/backups.ts'
import { OPERATIONS } from '../server/http/openapi/document.ts'
import { loadSecret } from '../server/secret.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { tempDir } from './support/child.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

const KEY = 'a-long-key-of-the-operator'
const CALLS = OPERATIONS.filter(({ tag }) => tag === 'admin')

test('without ADMIN_KEY there is nothing, with it nobody but its holder comes in', async () => {
  const [closed, open] = [await openHouse(), await openHouse({ env: { ADMIN_KEY: KEY } })]
  const made = await makeWorkshop(open.url)
  const phone = await joinPhone(open.url, made)
  const strangers = [undefined, '', 'x', KEY.slice(1), `${KEY}x`, ...Object.values(made.tokens), phone.token]
  for (const { method, path } of CALLS) {
    const real = path.replace('{id}', made.workshop.id).replace('{name}', 'tablee-none')
    const body = method === 'post' ? { body: {} } : {}
    expect((await http(closed.url, method.toUpperCase(), real, { token: KEY, ...body })).status).toBe(404)
    for (const token of strangers) {
      const asked = { ...(token === undefined ? {} : { token }), ...body }
      expect([path, (await http(open.url, method.toUpperCase(), real, asked)).status]).toEqual([path, 401])
    }
  }
  expect((await http(open.url, 'GET', '/api/admin/workshops', { token: KEY })).status).toBe(200)
  expect((await http(open.url, 'GET', `/api/admin/workshops?from=-1`, { token: KEY })).status).toBe(400)
  expect(open.lines.join('')).not.toContain(KEY)
})

test('whoever guesses keys is slowed', async () => {
  const { url } = await openHouse({ env: { ADMIN_KEY: KEY } })
  const guess = (token: string) => http(url, 'GET', '/api/admin/house', { token })
  const answers = await Promise.all(Array.from({ length: 130 }, (_, i) => guess(`guess-${i}`)))
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
})

test('the list tells sizes and days, and nothing that was written; what is erased is gone', async () => {
  const { url } = await openHouse({ env: { ADMIN_KEY: KEY, RETENTION_DAYS: '12' } })
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made, 'Zoé')]
  await desk.do({ kind: 'open', activity: 'a1' })
  openDoc(url, made, phone.token, `pad.a1.${phone.seat}`).write('n1', 'UNE IDÉE SECRÈTE')
  const list = async () => (await http(url, 'GET', '/api/admin/workshops', { token: KEY })).text
  await until(async () => JSON.parse(await list()).workshops[0].seats === 1)
  const text = await list()
  const { total, workshops } = JSON.parse(text)
  expect(total).toBe(1)
  expect(workshops[0]).toMatchObject({ title: 'La ville en partage', state: 'begun', online: 2, seats: 1 })
  const days = (Date.parse(workshops[0].erasedOn) - Date.parse(workshops[0].touchedAt)) / 86_400_000
  expect(Math.ceil(days)).toBe(12)
  const secrets = [...Object.values(made.tokens), made.workshop.code, 'SECRÈTE', 'Zoé', phone.token]
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])

  const erased = await http(url, 'DELETE', `/api/admin/workshops/${made.workshop.id}`, { token: KEY })
  expect([erased.status, erased.headers.get('tablee-kept')]).toEqual([204, 'backups'])
  await until(() => !phone.socket.connected)
  expect(JSON.parse(await list())).toEqual({ total: 0, workshops: [] })
  const again = await http(url, 'DELETE', `/api/admin/workshops/${made.workshop.id}`, { token: KEY })
  expect(again.status).toBe(404)
})

test('a backup is written while the house is open, listed, and deleted with its secret', async () => {
  const dir = tempDir()
  const secret = loadSecret(dir)
  const store = await openSqliteStore({ dir })
  const backups = createBackups(dir)
  const { url, close } = await openHouse({ store, secret, backups, env: { ADMIN_KEY: KEY, DATA_DIR: dir } })
  await makeWorkshop(url)
  const key = { token: KEY }
  const made = await Promise.all(
    [1, 2].map(() => http(url, 'POST', '/api/admin/backups', { ...key, body: {} })),
  )
  expect(made.map(({ status }) => status).sort()).toEqual([201, 503])
  const { name, bytes } = made.find(({ status }) => status === 201)!.json as unknown as {
    name: string
    bytes: number
  }
  const db = new DatabaseSync(join(dir, 'backups', name), { readOnly: true })
  expect(db.prepare('SELECT count(*) AS n FROM workshops').get()).toEqual({ n: 1 })
  db.close()
  const house = (await http(url, 'GET', '/api/admin/house', key)).json as unknown as Record<string, unknown>
  expect(house).toMatchObject({ backups: [{ name, bytes }], retentionDays: 30, createKey: false })
  const { answers } = CALLS.find(({ path }) => path.endsWith('/house'))!
  expect((answers[200] as { safeParse(v: unknown): { success: boolean } }).safeParse(house).success).toBe(
    true,
  )
  for (const bad of ['..%2Ftablee.db', 'tablee.db', 'secret', `${name}.secret`])
    expect((await http(url, 'DELETE', `/api/admin/backups/${bad}`, key)).status).toBe(404)
  expect(existsSync(join(dir, 'tablee.db'))).toBe(true)
  expect((await http(url, 'DELETE', `/api/admin/backups/${name}`, key)).status).toBe(204)
  expect(readdirSync(join(dir, 'backups'))).toEqual([])
  await close()
  await store.close()
})
