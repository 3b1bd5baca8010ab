// The power goes: of the files only what was synced remains. Nothing acknowledged is lost; with synchronous=NORMAL it would be.
import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { loadSecret } from '../server/secret.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { openBusyRoom, type Promised } from './support/busy-room.ts'
import { startChild, tempDir, type Child } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { faultDisk, whyNoFaultDisk } from './support/fault-disk.ts'
import { figure, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'
import { ROOT } from './support/sources.ts'

const why = whyNoFaultDisk()
if (why) console.warn(`power cuts are not tested here: ${why}`)

const CUTS_A_ROOM = 4
const ROOMS = sized({ short: 5, long: 12, soak: 50 })
const seed = freshSeed()
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

interface Cut {
  dir: string
  promised: Promised
}

describe.skipIf(why !== null)('after a power cut', () => {
  test(
    `seed ${seed}: ${ROOMS * CUTS_A_ROOM} cuts, everything acknowledged is there`,
    { timeout: ROOMS * 60_000 },
    async () => {
      const random = seeded(seed)
      const [data, image] = [tempDir(), tempDir()]
      const child = await startChild(data, await freePort(), faultDisk(data, image).env)
      const sum = { notes: 0, commands: 0, ballots: 0 }
      for (let at = 0; at < ROOMS; at++) {
        const room = await openBusyRoom(child.url, random, at % 2 === 0 ? 'vote' : 'write')
        const cuts: Cut[] = []
        for (let n = 0; n < CUTS_A_ROOM; n++) {
          await pause(random.int(80, 400))
          cuts.push(cut(child, image, room.promised()))
        }
        await room.stop()
        room.leave()
        for (const one of cuts) {
          const found = await afterwards(one)
          for (const what of ['notes', 'commands', 'ballots'] as const) sum[what] += found[what]
        }
      }
      expect(sum.notes).toBeGreaterThan(ROOMS * CUTS_A_ROOM)
      expect(sum.commands).toBeGreaterThan(ROOMS * CUTS_A_ROOM)
      expect(sum.ballots).toBeGreaterThan(ROOMS)
      figure('power cut', { seed, cuts: ROOMS * CUTS_A_ROOM, ...sum, lost: 0, doubled: 0 })
    },
  )

  test('the rig itself: rows are lost under synchronous=NORMAL, and none under FULL', async () => {
    const rounds = 3
    const lost = { NORMAL: 0, FULL: 0 }
    let rows = 0
    for (const mode of ['NORMAL', 'FULL'] as const) {
      for (let round = 0; round < rounds; round++) {
        const { acknowledged, found } = await appendUntilCut(mode)
        expect(acknowledged).toBeGreaterThan(10)
        lost[mode] += Math.max(0, acknowledged - found)
        rows += acknowledged
      }
    }
    expect(lost.FULL).toBe(0)
    expect(lost.NORMAL).toBeGreaterThan(0)
    figure('power cut, the rig itself', {
      rounds: rounds * 2,
      rows,
      'lost under FULL': 0,
      'lost under NORMAL': lost.NORMAL,
    })
  })
})

/** Freezes the server, so that the copy is of one moment, and takes what was synced by then. */
function cut(child: Child, image: string, promised: Promised): Cut {
  const dir = tempDir()
  process.kill(child.pid, 'SIGSTOP')
  while (!threads(child.pid).every(isStopped)) continue
  cpSync(image, dir, { recursive: true, filter: (path) => !path.endsWith('.part') })
  process.kill(child.pid, 'SIGCONT')
  return { dir, promised }
}

const threads = (pid: number) => readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}/stat`)
const isStopped = (file: string) => /\) T /.test(readFileSync(file, 'utf8'))

/** Starts again from the image alone and checks every promise. */
async function afterwards({ dir, promised }: Cut) {
  const store = await openSqliteStore({ dir })
  const { url, close } = await openHouse({ store, secret: loadSecret(dir) })
  const found = await checkPromises(url, promised)
  await close()
  await store.close()
  return found
}

/** The last row that a child called committed, and the last one in the image of its files. */
async function appendUntilCut(mode: 'NORMAL' | 'FULL'): Promise<{ acknowledged: number; found: number }> {
  const [data, image] = [tempDir(), tempDir()]
  const script = join(ROOT, 'tests/support/disk-child.ts')
  const child = spawn(process.execPath, [script, data, mode], {
    env: { ...process.env, ...faultDisk(data, image).env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  while (said.split('\n').length < 30) await pause(20)
  await pause(200)
  const acknowledged = Number(said.split('\n').at(-2))
  child.kill('SIGKILL')
  await new Promise((done) => child.on('exit', done))
  const db = new DatabaseSync(join(image, 'tablee.db'))
  const row = db.prepare('SELECT max(seq) AS seq FROM doc_rows').get()
  db.close()
  return { acknowledged, found: Number(row?.seq ?? 0) }
}
