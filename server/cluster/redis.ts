// The bus over Redis: one capped stream for each node, which it reads from the last message it has seen. Made by opening.ts.
// Redis only carries: whatever it forgets is noticed by its missing number, and nothing that was acknowledged was ever there alone.
import { createClient, RESP_TYPES } from '@redis/client'
import type { Bus } from './cluster.ts'

/** Batches that a stream keeps at least; a reader that falls further behind begins anew. */
const CAP = '5000'
const BLOCK = '1000'
const AT_ONCE = '100'
/** Seconds after which the stream of a node that reads no more is gone. */
const EXPIRES = '60'
const TRY_AGAIN = 200

/** Rejects where Redis cannot be reached at the start; later it is reached again as soon as it is back. */
export async function createRedisBus(url: string, node: string): Promise<Bus> {
  const options = {
    url,
    RESP: 2 as const,
    disableOfflineQueue: true,
    socket: { connectTimeout: 5000, reconnectStrategy: () => TRY_AGAIN },
  }
  const writer = createClient(options).on('error', () => undefined)
  const reader = createClient(options).on('error', () => undefined)
  await reachable(url)
  await Promise.all([writer.connect(), reader.connect()])
  const bytes = reader.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  let take: (message: Uint8Array) => void = () => undefined
  let closed = false
  let last = '0-0'

  async function read(): Promise<void> {
    await writer.sendCommand(['EXPIRE', keyOf(node), EXPIRES])
    const answer = (await bytes.sendCommand([
      ...['XREAD', 'COUNT', AT_ONCE, 'BLOCK', BLOCK, 'STREAMS'],
      keyOf(node),
      last,
    ])) as unknown as [Buffer, [Buffer, [Buffer, Buffer]][]][] | null
    for (const [id, [, message]] of answer?.[0]?.[1] ?? []) {
      last = String(id)
      take(new Uint8Array(message))
    }
  }
  async function readOn(): Promise<void> {
    while (!closed) await read().catch(() => new Promise((done) => setTimeout(done, TRY_AGAIN)))
  }
  return {
    async send(to, message) {
      await writer.sendCommand(['XADD', keyOf(to), 'MAXLEN', '~', CAP, '*', 'm', Buffer.from(message)])
    },
    receive(hear) {
      take = hear
      void readOn()
    },
    forget: (other) => void writer.sendCommand(['DEL', keyOf(other)]).catch(() => undefined),
    async close() {
      closed = true
      await writer.sendCommand(['DEL', keyOf(node)]).catch(() => undefined)
      for (const client of [reader, writer]) client.destroy()
    },
  }
}

/** One try, so that a wrong address stops the start in place of being tried for ever. */
async function reachable(url: string): Promise<void> {
  const once = createClient({ url, socket: { connectTimeout: 5000, reconnectStrategy: false } })
  once.on('error', () => undefined)
  await once.connect()
  once.destroy()
}

function keyOf(node: string): string {
  return `tablee:node:${node}`
}
