// The printing of reports: one at a time in a process of its own, so that no export ever stalls a room or takes it along when
// it fails, and the last files kept for those who ask for the same. Called by the HTTP routes.
import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { PrintOrder } from './print.ts'

export interface Press {
  /** The file; null where the order names an activity that the report does not have. Rejects with PressBusy or PrintFailed. */
  print(order: PrintOrder): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Too many are waiting already. */
export class PressBusy extends Error {}
/** The printer gave up: too much memory, too much time, or a fault. */
export class PrintFailed extends Error {}

const WAITING = 50
const KEPT_BYTES = 64 * 1024 * 1024
const DEADLINE = 120_000
const MEMORY_MB = 1024
/** Rooms come first (nice value). */
const PRIORITY = 10
const PRINTER = fileURLToPath(new URL('./printer.ts', import.meta.url))

export function createPress(): Press {
  const kept = new Map<string, Uint8Array | null>()
  const asked = new Map<string, Promise<Uint8Array | null>>()
  let turn: Promise<unknown> = Promise.resolve()
  let [working, closed]: [ChildProcess | null, boolean] = [null, false]

  async function run(order: PrintOrder): Promise<Uint8Array | null> {
    if (closed) throw new PrintFailed('closing')
    const printer = startPrinter()
    working = printer
    return await outcomeOf(printer, order).finally(() => {
      working = null
      return stop(printer)
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
      if (working) await stop(working)
    },
  }
}

/** It gets nothing of the house's secrets: no environment but what its Node needs. */
function startPrinter(): ChildProcess {
  const { NODE_OPTIONS, PATH } = process.env
  const printer = fork(PRINTER, [], {
    env: { ...(NODE_OPTIONS === undefined ? {} : { NODE_OPTIONS }), ...(PATH === undefined ? {} : { PATH }) },
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    if (printer.pid !== undefined) setPriority(printer.pid, PRIORITY)
  } catch {
    // It has the priority of the house then.
  }
  return printer
}

/** Resolves once it is gone. */
function stop(printer: ChildProcess): Promise<void> {
  if (printer.exitCode !== null || printer.signalCode !== null || printer.pid === undefined)
    return Promise.resolve()
  return new Promise((resolve) => {
    printer.once('exit', () => resolve())
    printer.kill('SIGKILL')
  })
}

function outcomeOf(printer: ChildProcess, order: PrintOrder): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new PrintFailed('too slow')), DEADLINE)
    const fail = (why: string, cause?: unknown) => {
      clearTimeout(late)
      reject(new PrintFailed(why, { cause }))
    }
    printer.once('message', (bytes: Uint8Array | null) => {
      clearTimeout(late)
      resolve(bytes)
    })
    printer.once('error', (cause) => fail('the printer failed', cause))
    printer.once('exit', () => fail('the printer ended'))
    printer.send(order, (error) => error && fail('the printer failed', error))
  })
}
