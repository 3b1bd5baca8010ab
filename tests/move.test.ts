// A whole evening goes from the file to PostgreSQL and back by one command: the same rows, the same links, nothing half done.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { move } from '../server/move.ts'
import { startChild, tempDir } from './support/child.ts'
import { clientId, joinPhone, http, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'
import { freePort } from './support/ports.ts'
import { startPostgres, type Service } from './support/services.ts'

let service: Service
beforeAll(async () => {
  service = await startPostgres()
})
afterAll(() => service.stop())

test('an evening moves to PostgreSQL and back', async () => {
  const [dir, back, port] = [tempDir(), tempDir(), await freePort()]
  const child = await startChild(dir, port)
  const made = await makeWorkshop(child.url)
  const links = { wall: made.links.wall, join: made.links.join }
  const desk = await openDesk(child.url, made)
  const phone = await joinPhone(child.url, made, 'Zoé')
  await desk.do({ kind: 'open', activity: 'a1' })
  const pad = openDoc(child.url, made, phone.token, `pad.a1.${phone.seat}`)
  await until(() => pad.provider.synced)
  pad.write(clientId(), 'Une idée de l’été')
  await desk.do({ kind: 'reveal' })
  const asked = { token: made.tokens.desk }
  const path = `/api/workshops/${made.workshop.id}`
  const markdown = async () => (await http(child.url, 'GET', `${path}/report.md`, asked)).text
  await until(async () => (await markdown()).includes('Une idée de l’été'))
  const before = await markdown()
  await expect(move(dir, service.url, 'to-postgres')).rejects.toMatchObject({ name: 'DataDirInUse' })
  await child.stop()

  const moved = await move(dir, service.url, 'to-postgres')
  expect(moved).toMatchObject({ workshops: 1, seats: 4 })
  expect(moved['doc_rows']).toBeGreaterThan(0)
  await expect(move(dir, service.url, 'to-postgres')).rejects.toThrow('is not empty')

  const there = await startChild(dir, port, { DATABASE_URL: service.url })
  expect(await markdown()).toBe(before)
  const session = async () => (await http(there.url, 'GET', `${path}/session`, asked)).json
  expect(await session()).toMatchObject({ links })
  // Rows that are made there go on after the numbers of those that were moved.
  await (await openDesk(there.url, made)).do({ kind: 'step' })
  await there.stop()

  const home = await move(back, service.url, 'to-file')
  expect(Object.keys(home)).toEqual(Object.keys(moved))
  expect(readFileSync(join(back, 'secret'), 'utf8')).toBe(readFileSync(join(dir, 'secret'), 'utf8'))
  const again = await startChild(back, port)
  expect(await session()).toMatchObject({ links, now: { activity: 'a1' } })
  await again.stop()
})
