// The thread that owns `<dir>/tablee.db`, so that waiting for the disk never holds up the event loop.
// Started by sqlite.ts, spoken to through link.ts.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from './errors.ts'
import { createGroups } from './groups.ts'
import type { Down, Up } from './link.ts'
import { migrate } from './schema.ts'
import { createScrubber } from './scrub.ts'
import { openDatabase, sqliteDoor } from './sql.ts'

/** What arrives within this time is one transaction: real disks take up to 10 ms for each. */
const GROUP_MS = 5

function serve(dir: string, send: (message: Up) => void) {
  const db = openDatabase(join(dir, 'tablee.db'))
  migrate(db)
  const scrubber = createScrubber(db, () => performance.now())
  const groups = createGroups({
    door: sqliteDoor(db),
    later: (run) => void setTimeout(run, GROUP_MS),
    reply: (outcomes) => send({ outcomes }),
    committed: (owed) => scrubber.settle(owed),
  })
  const close = async () => {
    await groups.drain()
    scrubber.finish()
    db.close()
  }
  return { push: groups.push, close }
}

function main(): void {
  const port = parentPort
  if (!port) throw new Error('sqlite-worker.ts runs as a worker thread')
  const send = (message: Up) => port.postMessage(message)
  try {
    const { dir } = workerData as { dir: string }
    const served = serve(dir, send)
    port.on('message', (message: Down) => {
      if (message !== 'close') message.forEach((call) => served.push(call))
      else void served.close().then(() => port.close())
    })
  } catch (error) {
    send({ failed: failureOf(error) })
  }
}

main()
