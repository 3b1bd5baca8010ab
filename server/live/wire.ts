// What the session gateway says to a device and hears from it, whether it is connected here or to another node. Made by gateway.ts.
import type { Socket } from 'socket.io'
import { LIMITS } from '../../shared/limits.ts'
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

/** Words that a device may have said without an answer: two seconds of a desk that says all it may. */
const MOST_OPEN = 2 * LIMITS.trustedMessagesPerSecond

/** A word of a device that is not answered yet. */
interface Open {
  word: Word
  sent: unknown
  ack: (answer: Answer) => void
}

/**
 * The other end: hands on between a device of this node and the node that runs its workshop. Where that one goes, `next`
 * answers the channel to the one that comes after it, 'here' where that is this node and hears the device already, or null:
 * then the device is dropped and comes back by itself. What is not answered yet is said again: every word has its own id.
 */
export function handOn(socket: Socket, first: Channel, next: () => Promise<Channel | 'here' | null>): void {
  const open = new Map<number, Open>()
  let channel = first
  let n = 0
  const say = ({ word, sent }: Open, n: number) => channel.send({ word, sent, n } satisfies Up)
  for (const word of WORDS) {
    socket.on(word, (sent: unknown, ...rest: unknown[]) => {
      // While no node runs its workshop nobody else counts what it says.
      if (open.size >= MOST_OPEN) return void socket.conn.close()
      const one = { word, sent, ack: ackIn(rest) }
      open.set(++n, one)
      say(one, n)
    })
  }
  const follow = (to: Channel) => {
    channel = to
    to.listen((message) => {
      const down = message as Down
      if (Array.isArray(down)) return void socket.emit(...down)
      open.get(down.n)?.ack(down.answer)
      open.delete(down.n)
    })
    to.onEnd((why) => {
      // Closed by the house itself where no reason is given.
      if (why === '' || !socket.connected) socket.conn.close()
      else void move()
    })
    to.send('ready' satisfies Up)
    open.forEach(say)
  }
  const move = async () => {
    const to = await next()
    if (to === null) return void socket.conn.close()
    if (to !== 'here') return follow(to)
    for (const { word, sent, ack } of open.values())
      for (const hear of socket.listeners(word)) hear(sent, ack)
  }
  socket.on('disconnect', () => channel.close())
  follow(first)
}
