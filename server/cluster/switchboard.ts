// All conversations of this node with the others, over one bus. What is said to a node in one turn of the loop travels together
// and is numbered: where a number is missing, all conversations with that node end, and people come back by themselves.
import { randomUUID } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Clock } from '../../shared/clock.ts'
import { Channel, type Message } from './channel.ts'
import type { Bus } from './cluster.ts'

/** `to` are ids of channels. */
type Word =
  | { is: 'open'; id: string; hello: Message }
  | { is: 'say'; to: string[]; what: Message }
  | { is: 'end'; id: string; why: string }
  | { is: 'reset' }
  | { is: 'beat' }

interface Batch {
  from: string
  epoch: string
  n: number
  words: Word[]
}

interface Peer {
  channels: Map<string, Channel>
  epoch: string
  sent: number
  words: Word[]
  /** What was heard last; `broken` until another epoch begins. */
  heard: { epoch: string; n: number; broken: boolean; at: number }
}

const BEAT = 1000
/** Milliseconds without a sign after which a node is taken for lost. */
const SILENCE = 8000
/** Words that travel together at most, in bytes by a rough count. */
const BATCH = 256 * 1024

export class Switchboard {
  readonly #node: string
  readonly #bus: Bus
  readonly #clock: Clock
  readonly #peers = new Map<string, Peer>()
  readonly #take: (channel: Channel, hello: Message) => void
  #cancel: () => void
  #flushing = false

  constructor(node: string, bus: Bus, clock: Clock, take: (channel: Channel, hello: Message) => void) {
    this.#node = node
    this.#bus = bus
    this.#clock = clock
    this.#take = take
    bus.receive((bytes) => this.#receive(decoding.readAny(decoding.createDecoder(bytes)) as Batch))
    this.#cancel = clock.after(BEAT, () => this.#beat())
  }

  open(node: string, hello: Message): Channel {
    const id = randomUUID()
    const channel = this.#channel(node, id)
    this.#say(node, { is: 'open', id, hello })
    return channel
  }

  /** Everything with this node is over. */
  drop(node: string, why: string): void {
    const peer = this.#peers.get(node)
    if (!peer) return
    this.#peers.delete(node)
    for (const channel of peer.channels.values()) channel.ended(why)
  }

  close(): void {
    this.#cancel()
    for (const node of [...this.#peers.keys()]) this.drop(node, 'closed')
  }

  #channel(node: string, id: string): Channel {
    const { channels } = this.#peer(node)
    const channel = new Channel(
      node,
      id,
      (what) => this.#say(node, { is: 'say', to: [id], what }),
      (why) => {
        channels.delete(id)
        this.#say(node, { is: 'end', id, why })
      },
    )
    channels.set(id, channel)
    return channel
  }

  #peer(node: string): Peer {
    const known = this.#peers.get(node)
    if (known) return known
    const heard = { epoch: '', n: 0, broken: false, at: this.#clock.now() }
    const peer = { channels: new Map(), epoch: randomUUID(), sent: 0, words: [], heard }
    this.#peers.set(node, peer)
    return peer
  }

  #say(node: string, word: Word): void {
    const { words } = this.#peer(node)
    const last = words.at(-1)
    // The same thing said to many of them travels once.
    if (word.is === 'say' && last?.is === 'say' && last.what === word.what) last.to.push(...word.to)
    else words.push(word)
    if (this.#flushing) return
    this.#flushing = true
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#flushing = false
    for (const [node, peer] of this.#peers)
      for (const words of batches(peer.words.splice(0))) this.#send(node, peer, words)
  }

  #send(node: string, peer: Peer, words: Word[]): void {
    const encoder = encoding.createEncoder()
    const batch: Batch = { from: this.#node, epoch: peer.epoch, n: ++peer.sent, words }
    encoding.writeAny(encoder, batch as never)
    this.#bus.send(node, encoding.toUint8Array(encoder)).catch(() => {
      if (this.#peers.get(node) === peer) this.drop(node, 'not sent')
    })
  }

  #receive({ from, epoch, n, words }: Batch): void {
    const { heard } = this.#peer(from)
    heard.at = this.#clock.now()
    if (epoch !== heard.epoch) {
      // The other side has begun anew: what was under way there is gone.
      if (heard.epoch !== '') this.drop(from, 'begun anew')
      Object.assign(this.#peer(from).heard, { epoch, n: 0, broken: false })
    }
    const now = this.#peer(from)
    if (now.heard.broken) return
    if (n !== ++now.heard.n) {
      for (const channel of now.channels.values()) channel.ended('a message is missing')
      now.channels.clear()
      Object.assign(now, { epoch: randomUUID(), sent: 0, words: [] })
      now.heard.broken = true
      return this.#say(from, { is: 'reset' })
    }
    for (const word of words) this.#hear(from, word)
  }

  #hear(from: string, word: Word): void {
    const peer = this.#peer(from)
    switch (word.is) {
      case 'open':
        return this.#take(this.#channel(from, word.id), word.hello)
      case 'say':
        for (const id of word.to) peer.channels.get(id)?.heard(word.what)
        return
      case 'end': {
        const channel = peer.channels.get(word.id)
        peer.channels.delete(word.id)
        return channel?.ended(word.why)
      }
      case 'reset':
        return this.drop(from, 'begun anew')
      case 'beat':
        return
      default:
        word satisfies never
    }
  }

  #beat(): void {
    this.#cancel = this.#clock.after(BEAT, () => this.#beat())
    const now = this.#clock.now()
    for (const [node, { channels, heard }] of this.#peers) {
      if (channels.size === 0) continue
      if (now - heard.at > SILENCE) this.drop(node, 'silent')
      else this.#say(node, { is: 'beat' })
    }
  }
}

function batches(words: Word[]): Word[][] {
  const all: Word[][] = []
  let size = Infinity
  for (const word of words) {
    const more = sizeOf(word)
    if (size + more > BATCH) {
      all.push([])
      size = 0
    }
    all.at(-1)!.push(word)
    size += more
  }
  return all
}

function sizeOf(word: Word): number {
  if (word.is !== 'say') return 200
  if (word.what instanceof Uint8Array) return word.what.length + 40 * word.to.length
  return 1500 + 40 * word.to.length
}
