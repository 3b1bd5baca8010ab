// The printing of reports: one at a time in a thread of its own, so that no export ever stalls a room, and the last files
// kept for those who ask for the same. Called by the HTTP routes.
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { PrintOrder } from './print.ts'

export interface Press {
  /** The file; null where the order names an activity that the report does not have. Rejects with PressBusy or PrintFailed. */
  print(order: PrintOrder): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Too many are waiting already. */
export class PressBusy extends Error {}
/** The thread gave up: too much memory, too much time, or a fault. */
export class PrintFailed extends Error {}

const WAITING = 50
const KEPT_BYTES = 64 * 1024 * 1024
const DEADLINE = 120_000
const MEMORY_MB = 1024

export function createPress(): Press {
  const kept = new Map<string, Uint8Array | null>()
  const asked = new Map<string, Promise<Uint8Array | null>>()
  let turn: Promise<unknown> = Promise.resolve()
  let [working, closed]: [Worker | null, boolean] = [null, false]

  async function run(order: PrintOrder): Promise<Uint8Array | null> {
    if (closed) throw new PrintFailed('closing')
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    working = worker
    return await outcomeOf(worker).finally(() => {
      working = null
      return worker.terminate()
    })
  }

  function keep(key: string, bytes: Uint8Array | null): void {
    kept.set(key, bytes)
    let total = 0
    for (const [old, file] of [...kept].reverse()) {
      total += file?.length ?? 0
      if (total > KEPT_BYTES) kept.delete(old)
    }
  }

  return {
    print(order) {
      const key = createHash('sha256').update(JSON.stringify(order)).digest('hex')
      const known = kept.get(key)
      if (known !== undefined) return Promise.resolve(known)
      const same = asked.get(key)
      if (same) return same
      if (asked.size >= WAITING) return Promise.reject(new PressBusy())
      const printing = turn
        .then(() => run(order))
        .then((bytes) => {
          keep(key, bytes)
          return bytes
        })
        .finally(() => asked.delete(key))
      asked.set(key, printing)
      turn = printing.catch(() => undefined)
      return printing
    },
    async close() {
      closed = true
      await working?.terminate()
    },
  }
}

function outcomeOf(worker: Worker): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new PrintFailed('too slow')), DEADLINE)
    const done = (act: () => void) => () => {
      clearTimeout(late)
      act()
    }
    worker.once('message', (bytes: Uint8Array | null) => done(() => resolve(bytes))())
    worker.once('error', (cause) => done(() => reject(new PrintFailed('the thread failed', { cause })))())
    worker.once(
      'exit',
      done(() => reject(new PrintFailed('the thread ended'))),
    )
  })
}
