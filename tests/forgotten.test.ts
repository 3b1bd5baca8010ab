// Authorship destroyed at the reveal: neither the desk, nor an export with names, nor "remove me", nor the files lead back.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../server/store/sqlite.ts'
import type { Programme } from '../shared/programme.ts'
import { CLOSE } from '../shared/wire.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'

const programme: Programme = {
  v: 1,
  title: 'T',
  activities: [{ id: 'a1', kind: 'brainstorm', title: 'B', settings: { authors: 'forgotten' } }],
}

test('S57 after the reveal nothing leads from a note to its author', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-forgotten-'))
  const store = await openSqliteStore({ dir })
  onTestFinished(async () => {
    await store.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const { url } = await openHouse({ store })
  const made = await makeWorkshop(url, programme)
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const [writer, other] = [await joinPhone(url, made, 'Nadia'), await joinPhone(url, made, 'Omar')]
  await desk.do({ kind: 'open', activity: 'a1' })
  const told = () => [desk, wall, writer].map(({ session }) => session?.now?.settings['authors'])
  await until(() => told().every((authors) => authors === 'forgotten'))
  const pad = openDoc(url, made, writer.token, `pad.a1.${writer.seat}`)
  openDoc(url, made, other.token, `pad.a1.${other.seat}`).write('b1', 'Un banc')
  pad.write('canarynote', 'Une fontaine')
  await until(() => desk.counts?.notes === 2)
  expect(filesOf(dir).some((bytes) => bytes.includes('canarynote'))).toBe(true)

  await desk.do({ kind: 'reveal' })
  await until(() => pad.closes.includes(CLOSE.notYours))
  const again = openDoc(url, made, writer.token, `pad.a1.${writer.seat}`, pad.doc)
  await until(() => again.closes.includes(CLOSE.notYours))
  expect((await store.docs.names(made.workshop.id)).filter((name) => name.startsWith('pad.'))).toEqual([])

  const board = openDoc(url, made, made.tokens.wall, 'board.a1')
  const texts = () =>
    board
      .notes()
      .map(({ text }) => text)
      .sort()
  await until(() => texts().length === 2)
  const path = `/api/workshops/${made.workshop.id}`
  const named = await http(url, 'GET', `${path}/report.json?names=true`, { token: made.tokens.desk })
  expect(named.text).toContain('Une fontaine')
  expect(named.text).not.toMatch(/Nadia|Omar/)

  const left = await http(url, 'DELETE', `${path}/seats/${writer.seat}`, { token: writer.token })
  expect([left.status, left.headers.get('tablee-kept')]).toEqual([
    204,
    'sealed-ballots, papers, forgotten-notes',
  ])
  expect(texts()).toEqual(['Un banc', 'Une fontaine'])
  await until(() => filesOf(dir).every((bytes) => !bytes.includes('canarynote')), 20_000)
})

/** The files of a data directory, read by another process: closing a descriptor here would free SQLite's locks. */
function filesOf(dir: string): Buffer[] {
  const copy = mkdtempSync(join(tmpdir(), 'tablee-forgotten-copy-'))
  spawnSync('cp', ['-r', `${dir}/.`, copy])
  const files = readdirSync(copy).map((name) => readFileSync(join(copy, name)))
  rmSync(copy, { recursive: true, force: true })
  return files
}
