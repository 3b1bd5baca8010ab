// The main thread's end: a worker that dies is said, and replaced by the next call.
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { StoreUnavailable } from './errors.ts'
import { createLink } from './link.ts'

/** Dies at `die`, answers every other call with its arguments, ends when it is told to close. */
const PUPPET = `
  const { parentPort } = require('node:worker_threads')
  const take = (message) => {
    if (message.method === 'die') throw new Error('out of luck')
    if (message.method === 'leave') process.exit(0)
    if (message.method !== 'wait') parentPort.postMessage({ outcomes: [{ n: message.n, value: message.args }] })
  }
  parentPort.on('message', (message) => (message === 'close' ? parentPort.close() : message.forEach(take)))`

function link() {
  let started = 0
  const start = () => {
    started++
    return new Worker(PUPPET, { eval: true })
  }
  return { ...createLink(start, () => 0), started: () => started }
}

test.each(['die', 'leave'])(
  'a worker that ends (%s) takes its calls with it, and the next call starts another',
  async (how) => {
    const { call, close, started } = link()
    expect(await call('echo', [1])).toEqual([1])
    const settled = await Promise.allSettled([call('wait', []), call(how, [])])
    for (const one of settled)
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown })
    expect(await call('echo', [2])).toEqual([2])
    expect(started()).toBe(2)
    await close()
  },
)

test('only the bytes in view cross the thread', async () => {
  const { call, close } = link()
  const view = new Uint8Array(1_000_000).subarray(10, 13).fill(5)
  const [echoed] = (await call('echo', [view])) as [Uint8Array]
  expect(echoed).toEqual(new Uint8Array([5, 5, 5]))
  expect(echoed.buffer.byteLength).toBe(3)
  await close()
})

test('closing a link that was never used starts nothing', async () => {
  const { close, started } = link()
  await close()
  expect(started()).toBe(0)
})

test('what one turn asks for goes down as one message, in its order, and nothing stays behind at the end', async () => {
  const { call, close } = link()
  const bytes = new Uint8Array([1, 2, 3])
  const sent = [
    call('docs.append', ['w1', 'a', bytes]),
    call('workshops.commit', ['w1']),
    call('docs.append', ['w1', 'b', bytes]),
  ]
  bytes.fill(9)
  const order: unknown[] = []
  for (const one of sent) void one.then((args) => order.push(args))
  await close()
  expect(order).toEqual([
    ['w1', 'a', new Uint8Array([1, 2, 3])],
    ['w1'],
    ['w1', 'b', new Uint8Array([1, 2, 3])],
  ])
})
