// The door of document sockets: always let in, then closed with a code that says why.
import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { docRoom, raw, until, type DocRoom } from '../../tests/support/doc-room.ts'
import { step1Frame } from './frames.ts'

const rooms: DocRoom[] = []

async function open(): Promise<DocRoom> {
  const room = await docRoom()
  rooms.push(room)
  return room
}

afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close()
})

/** The code that a socket is closed with. */
function closedBy(url: string, protocols: string[], headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(url, protocols, { headers })
  return new Promise((done, fail) => {
    socket.on('close', done)
    socket.on('error', fail)
  })
}

describe('the door', () => {
  it('says why it closes', async () => {
    const room = await open()
    room.seat('s1')
    room.seat('late', 'participant', { ended: true })
    room.seat('other', 'participant', { workshop: 'w2', code: 'BBBBBB' })
    const at = (doc: string) => `${room.url}/${doc}`
    expect(await closedBy(at('pad.a1.s1'), ['tablee', 'nobody'])).toBe(4401)
    expect(await closedBy(at('pad.a1.s1'), ['tablee'])).toBe(4401)
    expect(await closedBy(at('pad.a1.s1'), ['tablee', 't-s1', 'tablee.v0'])).toBe(4426)
    expect(await closedBy(at('pad.a1.s2'), ['tablee', 'tablee.v1', 't-s1'])).toBe(4403)
    expect(await closedBy(at('pad.a1.s2'), ['tablee', 't-s1'])).toBe(4403)
    expect(await closedBy(at('board.a1'), ['tablee', 't-s1'])).toBe(4403)
    expect(await closedBy(at('board.of.no.shape'), ['tablee', 't-s1'])).toBe(4403)
    expect(await closedBy(at('pad.a1.s1/more'), ['tablee', 't-s1'])).toBe(4403)
    expect(await closedBy(at('pad.a1.other'), ['tablee', 't-other'])).toBe(4403)
    expect(await closedBy(room.url.replace('GRVKMT', 'ZZZZZZ') + '/pad.a1.s1', ['tablee', 't-s1'])).toBe(4403)
    expect(await closedBy(at('pad.a1.late'), ['tablee', 't-late'])).toBe(4410)
  })

  it('answers the sub-protocol tablee, never the token', async () => {
    const room = await open()
    const peer = await raw(room, room.seat('s1'), 'pad.a1.s1', 'tablee.saved')
    expect(peer.socket.protocol).toBe('tablee')
    expect(peer.socket.extensions).toBe('')
    peer.socket.close()
  })

  it('takes a code as people type it', async () => {
    const room = await open()
    room.seat('s1')
    const socket = new WebSocket(room.url.replace('GRVKMT', 'grv-kmt') + '/pad.a1.s1', ['tablee', 't-s1'])
    const answered = new Promise((done) => socket.on('message', done))
    await new Promise((done) => socket.on('open', done))
    socket.send(step1Frame(Uint8Array.of(0)))
    await answered
    socket.close()
  })

  it('refuses a foreign origin before anything else, and leaves other paths alone', async () => {
    const room = await open()
    room.seat('s1')
    const evil = { origin: 'http://evil.example' }
    await expect(closedBy(`${room.url}/pad.a1.s1`, ['tablee', 't-s1'], evil)).rejects.toThrow('403')
    const path = room.url.replace('ws:', 'http:').replace('/docs/', '/elsewhere/')
    const dropped = await new Promise<string>((done) => {
      const req = request(path, { headers: { connection: 'upgrade', upgrade: 'websocket' } })
      req.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? ''))
      req.end()
    })
    expect(dropped).toBe('ECONNRESET')
  })

  it('says 4413 also for a message that it does not even read to its end', async () => {
    const room = await open()
    const peer = await raw(room, room.seat('s1'), 'pad.a1.s1')
    peer.socket.send(new Uint8Array(3 * 1024 * 1024))
    expect(await peer.closed).toBe(4413)
  })

  it('loses nothing that is sent before its seat is known', async () => {
    const room = await open()
    const socket = new WebSocket(`${room.url}/pad.a1.s1`, ['tablee', room.seat('s1')])
    const frames: Buffer[] = []
    socket.on('message', (data) => frames.push(data as Buffer))
    socket.on('open', () => socket.send(step1Frame(Uint8Array.of(0))))
    // One step 1 and one step 2, both of the server.
    await until(() => frames.some((frame) => frame[0] === 0 && frame[1] === 1))
    expect(frames.map((frame) => [...frame.subarray(0, 2)])).toEqual([
      [0, 0],
      [0, 1],
    ])
    socket.close()
  })

  it('survives sockets that vanish at once, and random frames', async () => {
    const room = await open()
    room.seat('s1')
    for (let i = 0; i < 20; i++) {
      const socket = new WebSocket(`${room.url}/pad.a1.s1`, ['tablee', 't-s1'])
      socket.on('error', () => undefined)
      await new Promise((done) => socket.on('open', done))
      const bytes = Uint8Array.from({ length: i }, (_, n) => (n * 37 + i * 11) % 256)
      socket.send(i % 2 ? bytes : 'text')
      if (i % 3) socket.terminate()
      else await new Promise((done) => socket.on('close', done))
    }
    await until(() => room.docs.stats().connections === 0)
  })
})
