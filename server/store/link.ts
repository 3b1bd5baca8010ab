// The main thread's end of the store's worker: calls down, outcomes up. Called by sqlite.ts.
import type { Worker } from 'node:worker_threads'
import { StoreUnavailable } from './errors.ts'
import type { Failure } from './errors.ts'
import type { Outcome } from './groups.ts'
import { isRead, type Call } from './operations.ts'
import { createPending } from './pending.ts'
import type { Pending } from './pending.ts'

/** What goes down to the worker: the calls of one turn of the loop in their order, because each message wakes the thread. */
export type Down = Call[] | 'close'
/** What comes up: the outcomes of each group, or why the worker could not begin. */
export type Up = { outcomes: Outcome[] } | { failed: Failure }

export interface Link {
  call(method: string, args: unknown[]): Promise<unknown>
  /** Resolves when all earlier calls are answered and the worker has ended. */
  close(): Promise<void>
}

/** Writes that come by hundreds. */
const FREQUENT = ['docs.append', 'docs.appendAll', 'ballots.put']

interface Running {
  worker: Worker
  pending: Pending
}

/**
 * The worker is started by the first call. If it dies it takes its unanswered calls with it (StoreUnavailable), and the
 * next call starts another. `clock` in milliseconds.
 */
export function createLink(start: () => Worker, clock: () => number): Link {
  let current: Running | null = null
  let closing: Promise<void> | null = null
  let turn: { worker: Worker; calls: Call[] } | null = null

  /** Sends what this turn has asked for. */
  const sendAll = () => {
    turn?.worker.postMessage(turn.calls satisfies Down)
    turn = null
  }
  const send = (worker: Worker, call: Call) => {
    if (turn?.worker !== worker) sendAll()
    turn ??= { worker, calls: [] }
    turn.calls.push(call)
    if (turn.calls.length === 1 && mayWait(call)) setImmediate(sendAll)
    if (!mayWait(call)) sendAll()
  }
  const begin = () => {
    const worker = start()
    const pending = createPending()
    const running = { worker, pending }
    const end = (reason: string) => {
      if (current === running) current = null
      pending.fail(new StoreUnavailable(reason))
    }
    worker.on('message', (message: Up) => {
      if ('outcomes' in message) message.outcomes.forEach(pending.settle)
      else end(message.failed.message)
    })
    worker.on('error', (error) => end(`the store's thread failed: ${String(error)}`))
    worker.on('exit', () => end("the store's thread has ended"))
    return running
  }
  return {
    async call(method, args) {
      if (closing) throw new StoreUnavailable('the store is closed')
      current ??= begin()
      const { n, answer } = current.pending.add()
      send(current.worker, { n, method, args: args.map(own), now: clock() })
      return answer
    },
    close() {
      sendAll()
      closing ??= current ? ended(current.worker) : Promise.resolve()
      return closing
    },
  }
}

async function ended(worker: Worker): Promise<void> {
  const exit = new Promise((resolve) => worker.once('exit', resolve))
  worker.postMessage('close' satisfies Down)
  await exit
}

/** What comes by hundreds waits for the end of the turn; its arguments are nobody else's, where others may change behind the call. */
function mayWait(call: Call): boolean {
  return isRead(call) || FREQUENT.includes(call.method)
}

/**
 * A view of a large buffer would cross the thread with all of it: bytes travel as an exact copy. It is made now, because
 * the caller may go on to use its own until the end of the turn.
 */
function own(arg: unknown): unknown {
  if (arg instanceof Uint8Array) return new Uint8Array(arg)
  return Array.isArray(arg) ? arg.map(own) : arg
}
