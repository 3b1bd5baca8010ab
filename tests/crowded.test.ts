// A house with as many connections as it may hold: it takes no more, says so once, and takes the next when one has gone.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { until } from './support/people.ts'

const MOST = 4

test('beyond its files a house drops who comes, keeps who is there, and says so', async () => {
  const { url, lines } = await openHouse({ connections: MOST })
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    await once(socket, 'connect')
    return socket
  }
  /** What it answers, or '' where it was dropped. */
  const ask = async (socket: Socket) => {
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    const [said] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [Buffer | boolean]
    return said instanceof Buffer ? said.toString().slice(0, 15) : ''
  }
  const held: Socket[] = []
  for (let n = 0; n < MOST; n++) held.push(await open())
  for (const socket of held) expect(await ask(socket)).toBe('HTTP/1.1 200 OK')
  for (let n = 0; n < 3; n++) {
    const late = await open()
    late.on('error', () => undefined)
    await until(() => late.closed || late.destroyed)
  }
  expect(lines.filter((line) => line.includes('ulimit -n'))).toHaveLength(1)
  expect(await ask(held[0]!)).toBe('HTTP/1.1 200 OK')
  held[1]!.destroy()
  await until(async () => {
    const next = await open()
    next.on('error', () => undefined)
    return (await ask(next).catch(() => '')) !== ''
  })
})
