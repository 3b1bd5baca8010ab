// The restore drill: a backup taken while the house is at work, put into an empty folder, is the house as it was.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecret } from '../server/secret.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { openBusyRoom, type BusyRoom } from './support/busy-room.ts'
import { startChild, tempDir } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { figure } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { http, until } from './support/people.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'
import { ROOT } from './support/sources.ts'

const seed = freshSeed()

function backUp(dir: string, file: string) {
  const env = { ...process.env, DATA_DIR: dir }
  return spawnSync(process.execPath, ['server/backup.ts', file], { cwd: ROOT, env, encoding: 'utf8' })
}

test(`seed ${seed}: a backup under load, restored, holds everything acknowledged before it began`, async () => {
  const [dir, away] = [tempDir(), tempDir()]
  const child = await startChild(dir, await freePort())
  const room = await openBusyRoom(child.url, seeded(seed), 'write')
  await until(() => savedNotes(room) > 10 && room.promised().commands.some(({ answer }) => answer), 30_000)
  const promised = room.promised()
  const file = join(away, 'tablee.backup')
  const { status, stderr } = backUp(dir, file)
  expect([status, stderr]).toEqual([0, ''])
  const later = room.promised()
  await room.stop()
  expect(later.commands.length).toBeGreaterThanOrEqual(promised.commands.length)
  expect(existsSync(`${file}.part`)).toBe(false)
  const restored = join(away, 'data')
  mkdirSync(restored)
  copyFileSync(file, join(restored, 'tablee.db'))
  copyFileSync(`${file}.secret`, join(restored, 'secret'))
  const store = await openSqliteStore({ dir: restored })
  const house = await openHouse({ store, secret: loadSecret(restored) })
  const found = await checkPromises(house.url, {
    ...promised,
    commands: upTo(promised.commands, later.commands),
  })
  const { workshop, links } = promised.made
  const invite = links.join.split('#')[1]
  const joined = await http(house.url, 'POST', `/api/workshops/${workshop.code}/seats`, { body: { invite } })
  expect(joined.status).toBe(201)
  room.leave()
  await house.close()
  await store.close()
  figure('backup under load', { seed, ...found, lost: 0 })
})

const savedNotes = (room: BusyRoom) => room.promised().people.reduce((sum, { saved }) => sum + saved.size, 0)

/** What was sent while the backup ran may be in it or not: it counts as sent, never as answered. */
function upTo<Sent extends { answer?: unknown }>(before: Sent[], after: Sent[]): Sent[] {
  return [...before, ...after.slice(before.length).map(({ answer: _answer, ...sent }) => sent as Sent)]
}

test('ballots of an open poll are not in a backup', async () => {
  const [dir, away] = [tempDir(), tempDir()]
  const child = await startChild(dir, await freePort())
  const room = await openBusyRoom(child.url, seeded(1), 'vote')
  const ballots = () => room.promised().people.flatMap((person) => person.ballots)
  await until(() => ballots().length > 5, 30_000)
  await room.stop()
  const cast = ballots()
  const file = join(away, 'tablee.backup')
  expect(backUp(dir, file).status).toBe(0)
  const bytes = readFileSync(file)
  expect(cast.filter(({ id }) => bytes.includes(id))).toEqual([])
  expect(statSync(file).size).toBeGreaterThan(0)
  room.leave()
})

test('it says in one line what is wrong: no name, a file that exists, no house', () => {
  const away = tempDir()
  const lines = [[], [join(away, '.')], [join(away, 'new')]].map((args) => {
    const env = { ...process.env, DATA_DIR: join(away, 'none') }
    const { status, stderr } = spawnSync(process.execPath, ['server/backup.ts', ...args], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    })
    return [status, stderr.trim().split('\n').length]
  })
  expect(lines).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ])
})
