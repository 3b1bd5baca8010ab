// What nodes may rely on when they talk: order, both ways, and that a loss is noticed. On a bus in memory and on a real Redis.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type Service } from '../../tests/support/services.ts'
import { systemClock } from '../clock.ts'
import type { Channel } from './channel.ts'
import type { Bus } from './cluster.ts'
import { createRedisBus } from './redis.ts'
import { Switchboard } from './switchboard.ts'
import { Tunnel } from './tunnel.ts'

/** Buses that reach each other. */
interface Net {
  bus(node: string): Promise<Bus>
}

/** `lose` loses the next message to a node. */
function memoryNet(): Net & { lose(node: string): void } {
  const takers = new Map<string, (bytes: Uint8Array) => void>()
  const lost = new Set<string>()
  return {
    bus: async (node) => ({
      async send(to, bytes) {
        if (!lost.delete(to)) setImmediate(() => takers.get(to)?.(bytes))
      },
      receive: (take) => void takers.set(node, take),
      forget: (other) => void takers.delete(other),
      close: async () => void takers.delete(node),
    }),
    lose: (node) => void lost.add(node),
  }
}

let redis: Service
beforeAll(async () => {
  redis = await startRedis()
}, 60_000)
afterAll(() => redis.stop())

const redisNet = (): Net => ({ bus: (node) => createRedisBus(redis.url, node) })

const nets: [string, () => Net][] = [
  ['in memory', memoryNet],
  ['over Redis', redisNet],
]

describe.each(nets)('the switchboard %s', (_name, makeNet) => {
  const open: { board: Switchboard; bus: Bus }[] = []
  const node = async (net: Net, take: (channel: Channel, hello: unknown) => void = () => undefined) => {
    const name = randomUUID()
    const bus = await net.bus(name)
    const board = new Switchboard(name, bus, systemClock(), take)
    open.push({ board, bus })
    return { name, board, bus }
  }
  afterEach(async () => {
    for (const { board, bus } of open.splice(0)) {
      board.close()
      await bus.close()
    }
  })

  test('messages arrive in their order, both ways, and either side ends it', async () => {
    const net = makeNet()
    const ends: string[] = []
    const b = await node(net, (channel, hello) => {
      channel.send(hello)
      channel.listen((message) => channel.send(message))
      channel.onEnd((why) => ends.push(why))
    })
    const a = await node(net)
    const channel = a.board.open(b.name, { hello: 'you' })
    const heard: unknown[] = []
    channel.listen((message) => heard.push(message))
    const sent = Array.from({ length: 500 }, (_, n) =>
      n % 2 ? { n, text: 'é', none: null } : new Uint8Array([n & 255]),
    )
    for (const message of sent) channel.send(message)
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(501)
    expect(heard).toEqual([{ hello: 'you' }, ...sent])
    channel.close('enough')
    await expect.poll(() => ends).toEqual(['enough'])
    channel.send('too late')
    expect(channel.isOpen).toBe(false)
  })

  test('the same thing said to many reaches each of them', async () => {
    const net = makeNet()
    const channels: Channel[] = []
    const b = await node(net, (channel) => channels.push(channel))
    const a = await node(net)
    const heard: string[] = []
    for (let n = 0; n < 50; n++) {
      a.board.open(b.name, {}).listen((message) => heard.push(`${n}: ${String(message)}`))
    }
    await expect.poll(() => channels.length, { timeout: 10_000 }).toBe(50)
    for (const channel of channels) channel.send('hear ye')
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(50)
    expect(new Set(heard).size).toBe(50)
  })

  test('bytes go through a tunnel unharmed, however slowly they are read', async () => {
    const net = makeNet()
    const b = await node(net, (channel) => {
      const tunnel = new Tunnel(channel)
      tunnel.pipe(tunnel)
    })
    const a = await node(net)
    const tunnel = new Tunnel(a.board.open(b.name, {}))
    const sent = randomBytes(3_000_000)
    tunnel.end(sent)
    const back: Buffer[] = []
    for await (const chunk of tunnel) {
      back.push(chunk as Buffer)
      if (back.length % 20 === 0) await new Promise((done) => setTimeout(done, 1))
    }
    expect(Buffer.concat(back).equals(sent)).toBe(true)
  })

  test('the end of a node ends what was said with it', async () => {
    const net = makeNet()
    const b = await node(net)
    const a = await node(net)
    const channel = a.board.open(b.name, {})
    const ends: string[] = []
    channel.onEnd((why) => ends.push(why))
    a.board.drop(b.name, 'dead')
    expect(ends).toEqual(['dead'])
  })
})

test('a message that is missing ends all conversations of the two nodes, and new ones work', async () => {
  const net = memoryNet()
  const clock = systemClock()
  const [a, b] = [await net.bus('a'), await net.bus('b')]
  const taken: Channel[] = []
  const there = new Switchboard('b', b, clock, (channel) => {
    taken.push(channel)
    channel.listen((message) => channel.send(message))
  })
  const here = new Switchboard('a', a, clock, () => undefined)
  const first = here.open('b', {})
  await expect.poll(() => taken.length).toBe(1)
  net.lose('b')
  first.send('lost')
  await new Promise((done) => setTimeout(done, 20))
  first.send('noticed')
  await expect.poll(() => [first.isOpen, taken[0]!.isOpen]).toEqual([false, false])
  const heard: unknown[] = []
  const second = here.open('b', {})
  second.listen((message) => heard.push(message))
  second.send('again')
  await expect.poll(() => heard).toEqual(['again'])
  here.close()
  there.close()
})
