// The main thread's end of the store's worker: calls down, outcomes up. Called by sqlite.ts.
import type { Worker } from 'node:worker_threads'
import { StoreUnavailable } from './errors.ts'
import type { Failure } from './errors.ts'
import type { Outcome } from './groups.ts'
import type { Call } from './operations.ts'
import { createPending } from './pending.ts'
import type { Pending } from './pending.ts'

/** What goes down to the worker, in the order of the calls. */
export type Down = Call | 'close'
/** What comes up: the outcomes of each group, or why the worker could not begin. */
export type Up = { outcomes: Outcome[] } | { failed: Failure }

export interface Link {
  call(method: string, args: unknown[]): Promise<unknown>
  /** Resolves when all earlier calls are answered and the worker has ended. */
  close(): Promise<void>
}

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
      current.worker.postMessage({ n, method, args: args.map(own), now: clock() } satisfies Down)
      return answer
    },
    close() {
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

/** A view of a large buffer would cross the thread with all of it: bytes travel as an exact copy. */
function own(arg: unknown): unknown {
  return arg instanceof Uint8Array ? new Uint8Array(arg) : arg
}
