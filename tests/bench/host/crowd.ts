// People in one room of any server, each with the sockets a person has there: one on the peers; pad and board on ours.
// Called by the workloads; everything they do comes down to `prepare`, `send` and `onFrame`.
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'
import type { Dialect } from '../wire/dialect.ts'
import { RawSocket } from '../wire/socket.ts'
import { inTurn, liveWorkshop, type Workshop } from './workshop.ts'

/** One document on one socket. */
export interface Line {
  /** Resolves at the first full answer; rejects where the socket closes before. */
  synced: Promise<void>
  /** Frames this message for the server, once. */
  prepare(message: Uint8Array): Buffer
  send(prepared: Buffer): void
  close(): void
}

export interface Member {
  /** Where this person writes. */
  writes: Line
  lines: Line[]
  /** On ours. */
  token?: string
}

export interface Crowd {
  members: Member[]
  /** Who gets what is written: the members in their order; on ours, the wall after them. */
  readers: number
  /** Set by the workload; the frame is only valid during the call. */
  onFrame: (reader: number, frame: Buffer) => void
  /** Sockets that were closed by the server. */
  closed: { count: number; code: number }
  /** Where one more real client can read the room. */
  extra: { base: string; doc: string; protocols: string[] }
  workshop?: Workshop
  close(): void
}

/** Sockets that are opened at once. */
const AT_ONCE = 50

/** Resolves once everybody is in sync. `room` is its name on the peers; on ours every room is a workshop of its own. */
export function openCrowd(target: Target, people: number, room: string): Promise<Crowd> {
  return target.kind === 'house' ? houseCrowd(target, people) : peerCrowd(target, people, room)
}

async function peerCrowd(target: Target, people: number, room: string): Promise<Crowd> {
  const crowd = emptyCrowd({ base: `ws://127.0.0.1:${target.port}`, doc: room, protocols: [] })
  crowd.members.push(...(await inTurn(range(people), AT_ONCE, (i) => peerMember(target, room, crowd, i))))
  crowd.readers = people
  return crowd
}

function emptyCrowd(extra: Crowd['extra']): Crowd {
  const crowd: Crowd = {
    members: [],
    readers: 0,
    onFrame: () => undefined,
    closed: { count: 0, code: 0 },
    extra,
    close() {
      for (const { lines } of crowd.members) for (const line of lines) line.close()
    },
  }
  return crowd
}

async function peerMember(target: Target, room: string, crowd: Crowd, reader: number): Promise<Member> {
  const line = peerLine(target, room, crowd, reader)
  await line.synced
  return { writes: line, lines: [line] }
}

/** One socket on a peer. */
export function peerLine({ kind, port }: Target, room: string, crowd: Crowd, reader: number): Line {
  const speech = kind === 'hocuspocus' ? dialect.named(room) : dialect.plain
  return openLine({ port, path: `/${room}`, protocols: [], speech, crowd, reader })
}

async function houseCrowd({ port }: Target, people: number): Promise<Crowd> {
  const workshop = await liveWorkshop(port)
  const { code, tokens } = workshop
  const extra = {
    base: `ws://127.0.0.1:${port}/docs/${code}`,
    doc: 'board.a1',
    protocols: ['tablee', tokens.wall],
  }
  const crowd = emptyCrowd(extra)
  crowd.workshop = workshop
  const seats = await workshop.seats(people)
  const open = async (token: string, doc: string, reader: number) => {
    const line = houseLine(port, { code, token, doc }, crowd, reader)
    await line.synced
    return line
  }
  const member = async (i: number): Promise<Member> => {
    const { id, token } = seats[i]!
    const [pad, board] = await Promise.all([open(token, `pad.a1.${id}`, -1), open(token, 'board.a1', i)])
    return { writes: pad, lines: [pad, board], token }
  }
  crowd.members.push(...(await inTurn(range(people), AT_ONCE, member)))
  const wall = await open(tokens.wall, 'board.a1', people)
  crowd.readers = people + 1
  const { close } = crowd
  crowd.close = () => {
    close()
    wall.close()
    workshop.desk.close()
  }
  return crowd
}

/** One socket on one of our documents; what it hears goes to `reader` (-1: nobody counts it). */
export function houseLine(
  port: number,
  { code, token, doc }: { code: string; token: string; doc: string },
  crowd: Crowd,
  reader: number,
): Line {
  const path = `/docs/${code}/${doc}`
  // As our own pages do: they want to hear what is stored.
  return openLine({
    port,
    path,
    protocols: ['tablee', token, 'tablee.saved'],
    speech: dialect.plain,
    crowd,
    reader,
  })
}

interface Opening {
  port: number
  path: string
  protocols: string[]
  speech: Dialect
  crowd: Crowd
  reader: number
}

function openLine({ port, path, protocols, speech, crowd, reader }: Opening): Line {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  promise.catch(() => undefined)
  const ask = speech.frame(dialect.ASK)
  const nothing = speech.frame(dialect.NOTHING_TO_TELL)
  let over = false
  const socket = new RawSocket(port, path, protocols, {
    onOpen() {
      for (const hello of speech.hello) socket.send(hello)
      socket.send(ask)
    },
    onFrame(frame) {
      const at = speech.start(frame)
      if (dialect.isStep1(frame, at)) return socket.send(nothing)
      if (reader >= 0) crowd.onFrame(reader, frame)
      if (dialect.isStep2(frame, at)) resolve()
    },
    onClose(code) {
      if (!over) Object.assign(crowd.closed, { count: crowd.closed.count + 1, code })
      reject(new Error(`${path} closed: ${code}`))
    },
  })
  const close = () => {
    over = true
    socket.close()
  }
  return { synced: promise, prepare: speech.frame, send: (frame) => socket.send(frame), close }
}

export const range = (n: number) => Array.from({ length: n }, (_, i) => i)
