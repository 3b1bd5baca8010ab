// The thread in which reports are printed. Started by press.ts for one order, and ended when it is done.
import { parentPort, workerData } from 'node:worker_threads'
import { print, type PrintOrder } from './print.ts'

async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('worker.ts runs as a worker thread')
  port.postMessage(await print(workerData as PrintOrder))
}

await main()
