// Bytes of the database rot: what is read is what was written or is said to be damaged, never something else; sound rooms go on,
// and a damaged document is made whole again from what is left of it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readNotes } from '../shared/board/note.ts'
import { createGroups } from '../server/store/groups.ts'
import { inspect } from '../server/store/integrity.ts'
import { storeOf } from '../server/store/operations.ts'
import { createPending } from '../server/store/pending.ts'
import { openDatabase, sqliteDoor } from '../server/store/sql.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import type { Store } from '../server/store/store.ts'
import { tempDir } from './support/child.ts'
import { figure, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'
import { freshSeed, seeded, type Random } from './support/random.ts'

const seed = freshSeed()
const PLACES = sized({ short: 50, long: 200, soak: 1000 })
const DOCS = Array.from({ length: 20 }, (_, n) => `board.a${n}`)

/** A sound file with twenty documents of some rows each. */
async function soundFile(dir: string): Promise<Buffer> {
  const store = await openSqliteStore({ dir })
  for (const name of DOCS) {
    const doc = new Y.Doc()
    const rows: Uint8Array[] = []
    doc.on('update', (row: Uint8Array) => rows.push(row))
    for (let n = 0; n < 6; n++) addNote(doc, { id: `n${n}`, text: `${name} says ${n} ${'x'.repeat(300)}` })
    for (const row of rows) await store.docs.append('w1', name, row)
    if (name.endsWith('3')) await store.docs.compact('w1', name, 4)
  }
  await store.close()
  return readFileSync(join(dir, 'tablee.db'))
}

/** The store on a file, without its thread and its lock: it is opened a thousand times. */
function bareStore(file: string): Store {
  const db = openDatabase(file)
  const pending = createPending()
  const groups = createGroups({
    door: sqliteDoor(db),
    later: (run) => void setImmediate(run),
    reply: (outcomes) => outcomes.forEach(pending.settle),
  })
  const call = (method: string, args: unknown[]) => {
    const { n, answer } = pending.add()
    groups.push({ n, method, args, now: 0 })
    return answer
  }
  return storeOf(call, async () => db.close())
}

const said = (rows: Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  return readNotes(doc).map(({ text }) => text)
}

async function textsOf(store: Store, name: string): Promise<string[]> {
  const { snapshot, updates } = await store.docs.load('w1', name)
  return said(snapshot ? [snapshot, ...updates] : updates)
}

/** Some bytes changed, or the end cut off. */
function harm(bytes: Buffer, random: Random): Buffer {
  if (random.chance(0.1)) return bytes.subarray(0, random.int(bytes.length / 2, bytes.length - 1))
  const harmed = Buffer.from(bytes)
  for (let n = random.int(1, 4); n > 0; n--) {
    const at = random.int(100, bytes.length - 1)
    harmed[at] = harmed[at]! ^ (1 << random.int(0, 7))
  }
  return harmed
}

type Met = 'as written' | 'said to be damaged' | 'repaired' | 'closed'

/** What became of one document; throws where something else than what was written came out. */
async function meet(store: Store, name: string, sound: string[]): Promise<Met[]> {
  const loaded = await textsOf(store, name).catch(() => null)
  if (loaded) {
    expect(loaded).toEqual(sound)
    return ['as written']
  }
  const repaired = await store.docs.repair('w1', name).then(
    () => textsOf(store, name),
    () => null,
  )
  if (!repaired) return ['said to be damaged', 'closed']
  expect(repaired.every((text) => sound.includes(text))).toBe(true)
  return ['said to be damaged', 'repaired']
}

test(`seed ${seed}: bytes harmed in ${PLACES} copies of a database`, { timeout: PLACES * 2000 }, async () => {
  const random = seeded(seed)
  const dir = tempDir()
  const bytes = await soundFile(dir)
  const file = join(dir, 'tablee.db')
  const sound = bareStore(file)
  const texts = new Map<string, string[]>()
  for (const name of DOCS) texts.set(name, await textsOf(sound, name))
  await sound.close()
  const met: Record<Met | 'not opened', number> = {
    'as written': 0,
    'said to be damaged': 0,
    repaired: 0,
    closed: 0,
    'not opened': 0,
  }
  for (let place = 0; place < PLACES; place++) {
    const copy = join(dir, `copy-${place}.db`)
    writeFileSync(copy, harm(bytes, random))
    const store = opened(copy)
    if (!store) met['not opened']++
    else {
      for (const name of DOCS) for (const one of await meet(store, name, texts.get(name)!)) met[one]++
      await store.close()
    }
    rmSync(copy)
  }
  expect(met['as written']).toBeGreaterThan(PLACES * 5)
  expect(met.repaired).toBeGreaterThan(0)
  figure('harmed bytes', { seed, copies: PLACES, documents: PLACES * DOCS.length, ...met, 'read wrongly': 0 })
})

function opened(file: string): Store | null {
  try {
    return bareStore(file)
  } catch {
    return null
  }
}

/** A house on a folder; the store is closed behind it. */
async function houseOn(dir: string, secret: Buffer) {
  const store = await openSqliteStore({ dir })
  const house = await openHouse({ store, secret })
  const close = async () => {
    await house.close()
    await store.close()
  }
  onTestFinished(close)
  return { ...house, close }
}

function change(dir: string, sql: string): void {
  const db = new DatabaseSync(join(dir, 'tablee.db'))
  db.exec(sql)
  db.close()
}

test('a damaged board comes back from its checkpoint, a damaged pad from its phone, and the other room is as it was', async () => {
  const dir = tempDir()
  const secret = Buffer.alloc(32, 7)
  const before = await houseOn(dir, secret)
  const [made, other] = [await makeWorkshop(before.url), await makeWorkshop(before.url)]
  const desk = await openDesk(before.url, made)
  const phone = await joinPhone(before.url, made)
  await desk.do({ kind: 'open', activity: 'a1' })
  const name = `pad.a1.${phone.seat}`
  const pad = openDoc(before.url, made, phone.token, name)
  await until(() => pad.provider.synced)
  for (const n of [1, 2, 3]) {
    pad.write(`n${n}`, `note ${n}`)
    await until(() => desk.counts?.notes === n)
  }
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'step' })
  pad.provider.disconnect()
  await before.close()

  change(
    dir,
    `UPDATE doc_rows SET crc = crc + 1 WHERE doc = 'board.a1';
     UPDATE doc_rows SET crc = crc + 1 WHERE doc = '${name}' AND seq = (SELECT max(seq) FROM doc_rows WHERE doc = '${name}')`,
  )
  const found = inspect(dir)
  expect(found.pages).toEqual([])
  expect(found.docs.map((one) => one.split(' ')[1]).sort()).toEqual(['board.a1', name].sort())

  const after = await houseOn(dir, secret)
  const report = await http(after.url, 'GET', `/api/workshops/${made.workshop.id}/report.json`, {
    token: made.tokens.desk,
  })
  expect(report.status).toBe(200)
  for (const n of [1, 2, 3]) expect(report.text).toContain(`note ${n}`)
  expect(after.lines.filter((line) => line.includes('damaged document repaired')).length).toBeGreaterThan(0)
  const again = openDoc(after.url, made, phone.token, name, pad.doc)
  await until(() => again.provider.synced)
  const fresh = openDoc(after.url, made, phone.token, name)
  await until(() => fresh.notes().length === 3)
  expect((await openDesk(after.url, other)).session?.workshop.id).toBe(other.workshop.id)
  expect((await openWall(after.url, other)).session).not.toBeNull()
})
