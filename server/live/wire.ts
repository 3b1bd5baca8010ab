// What the session gateway says to a device and hears from it, whether it is connected here or to another node. Made by gateway.ts.
import type { Socket } from 'socket.io'
import type { Answer } from '../../shared/wire.ts'
import type { Channel } from '../cluster/channel.ts'

/** Words that a device may say. */
export const WORDS = ['command', 'ballot'] as const
export type Word = (typeof WORDS)[number]

export interface Wire {
  emit(event: string, payload: unknown): void
  on(word: Word, hear: (sent: unknown, ack: (answer: Answer) => void) => void): void
  /** Hears nothing more. */
  mute(): void
  onGone(hear: () => void): void
  /** Drops the transport alone: the client comes back by itself and is told why it may not. */
  close(): void
}

export function wireOf(socket: Socket): Wire {
  return {
    emit: (event, payload) => void socket.emit(event, payload),
    on(word, hear) {
      socket.on(word, (sent: unknown, ...rest: unknown[]) => hear(sent, ackIn(rest)))
    },
    mute: () => WORDS.forEach((word) => socket.removeAllListeners(word)),
    onGone: (hear) => void socket.on('disconnect', hear),
    close: () => void socket.conn.close(),
  }
}

/** Without an acknowledgement function the message is carried out all the same. */
function ackIn(rest: unknown[]): (answer: Answer) => void {
  return (
    rest.find((part): part is (answer: Answer) => void => typeof part === 'function') ?? (() => undefined)
  )
}

/** What goes from the node of the device to the node that runs its workshop, and back. */
type Up = { word: Word; sent: unknown; n: number } | 'ready'
type Down = [event: string, payload: unknown] | { n: number; answer: Answer }

/** A device that is connected to another node. `ready` runs once that node has let it in. */
export function wireOver(channel: Channel, ready: () => void): Wire {
  const hears = new Map<Word, (sent: unknown, ack: (answer: Answer) => void) => void>()
  channel.listen((message) => {
    const up = message as Up
    if (up === 'ready') return ready()
    const { word, sent, n } = up
    hears.get(word)?.(sent, (answer) => channel.send({ n, answer } satisfies Down))
  })
  return {
    emit: (event, payload) => channel.send([event, payload] satisfies Down),
    on: (word, hear) => void hears.set(word, hear),
    mute: () => hears.clear(),
    onGone: (hear) => channel.onEnd(hear),
    close: () => channel.close(),
  }
}

/** The other end: hands on between a device of this node and the node that runs its workshop. */
export function handOn(socket: Socket, channel: Channel): void {
  const acks = new Map<number, (answer: Answer) => void>()
  let n = 0
  for (const word of WORDS) {
    socket.on(word, (sent: unknown, ...rest: unknown[]) => {
      acks.set(++n, ackIn(rest))
      channel.send({ word, sent, n } satisfies Up)
    })
  }
  channel.listen((message) => {
    const down = message as Down
    if (Array.isArray(down)) return void socket.emit(...down)
    acks.get(down.n)?.(down.answer)
    acks.delete(down.n)
  })
  channel.onEnd(() => socket.conn.close())
  socket.on('disconnect', () => channel.close())
  channel.send('ready' satisfies Up)
}
