// The session socket as runes: what this seat may know now, the server's clock, and the two words up.
// Made by pages (Phone, Desk, Wall) with a seat's token.
import type { Command } from '../../shared/session/commands.ts'
import {
  refuse,
  type Answer,
  type Counts,
  type DeskView,
  type RefusalCode,
  type Snapshot,
} from '../../shared/wire.ts'
import { api, isProblem } from './api.ts'
import { reloadOnce } from './fresh.ts'
import { hexId } from './id.ts'
import { connectSession, isFinal, onWake, type SessionSocket } from './socket.ts'

const NOBODY: Counts = { present: 0, writing: 0, notes: 0, voted: 0, of: 0, done: 0 }
const ANSWER_WITHIN = 5000
const LONGEST_WAIT = 4750
/** Silence after which a device that wakes up trusts its socket no more (ms); the server gives a sign of life every 20 s. */
const DEAF_AFTER = 25_000
const TICK = 250
/** The device's two clocks part by more than this when it has slept (ms): one of them slept too. */
const ASLEEP = 1500

export class Live {
  snapshot: Snapshot | null = $state.raw(null)
  counts: Counts = $state.raw(NOBODY)
  desk: DeskView | null = $state.raw(null)
  status: 'connecting' | 'live' | 'offline' | 'refused' = $state('connecting')
  refusal: RefusalCode | null = $state(null)
  /** Seconds until the next attempt; 0 while one is under way. */
  retryIn = $state(0)
  /** The server's time in ms; ticks only while a clock runs or somebody speaks. */
  now = $state(0)

  #token: string
  #connect: typeof connectSession
  #socket: SessionSocket | null = null
  #attempt = 0
  #offset = 0
  #heard = { at: Date.now(), mono: performance.now() }
  #retryAt = 0
  #timer: ReturnType<typeof setInterval> | null = null
  #waiting: (() => void)[] = []
  #closed = false
  #stopWake: () => void

  constructor(token: string, connect = connectSession) {
    this.#token = token
    this.#connect = connect
    this.#stopWake = onWake(() => this.#woken())
    this.#open()
  }

  /** Milliseconds left on the clock, never below 0; null without a clock. */
  get left(): number | null {
    const clock = this.snapshot?.clock
    if (!clock) return null
    return Math.max(0, 'left' in clock ? clock.left : Date.parse(clock.endsAt) - this.now)
  }

  /** Sends a command until it is answered, always under the same id. */
  act(command: Command): Promise<Answer> {
    return this.#deliver('command', { id: hexId(), ...command })
  }

  /** Gives a ballot in, until it is answered. The caller keeps the id over reloads. */
  sendBallot(poll: string, choice: unknown, id: string): Promise<Answer> {
    return this.#deliver('ballot', { id, poll, choice })
  }

  /** Tries again at once. */
  retry(): void {
    if (!this.#closed && this.status !== 'live') this.#open()
  }

  close(): void {
    this.#closed = true
    this.#stopWake()
    this.#socket?.close()
    if (this.#timer) clearInterval(this.#timer)
    this.#release()
  }

  async #deliver(event: 'command' | 'ballot', payload: object): Promise<Answer> {
    for (;;) {
      await this.#connected()
      // A closed page never hears the answer: what was kept on the device goes out next time.
      if (this.#closed) return new Promise(() => {})
      if (this.status === 'refused') return refuse(this.refusal ?? 'gone')
      const answer = await this.#socket!.ask(event, payload, ANSWER_WITHIN)
      if (answer) return answer
    }
  }

  #connected(): Promise<void> {
    if (this.#closed || this.status === 'live' || this.status === 'refused') return Promise.resolve()
    return new Promise((done) => this.#waiting.push(done))
  }

  #release(): void {
    for (const go of this.#waiting.splice(0)) go()
  }

  /** A fresh socket each time: a phone that slept may hold one that looks alive and hears nothing. */
  #open(): void {
    this.#socket?.close()
    this.#retryAt = 0
    this.retryIn = 0
    // Every second attempt begins with polling: some networks swallow WebSockets without a word.
    this.#socket = this.#connect(this.#token, this.#attempt % 2 === 1, {
      heard: () => this.#hear(),
      doubt: () => void this.#check(),
      up: () => this.#up(),
      down: (code) => this.#down(code),
      session: (snapshot) => this.#take(snapshot),
      counts: (counts) => (this.counts = counts),
      desk: (desk) => (this.desk = desk),
      ended: () => this.snapshot && (this.snapshot = { ...this.snapshot, ended: true }),
    })
  }

  #hear(): void {
    this.#heard = { at: Date.now(), mono: performance.now() }
  }

  #up(): void {
    this.#attempt = 0
    this.#hear()
    this.status = 'live'
    this.#release()
    this.#schedule()
  }

  #down(code: string | null): void {
    if (this.#closed) return
    this.#socket?.close()
    // Older than the server: the page loads itself again, once; what was typed lies on the device.
    if (code === 'version' && reloadOnce()) return
    if (isFinal(code)) {
      this.status = 'refused'
      this.refusal = code
      return this.#release()
    }
    this.status = 'offline'
    // A restart cuts three hundred phones in one moment: they come back spread over the whole wait.
    const wait = 250 + Math.random() * Math.min(LONGEST_WAIT, 1500 * 2 ** this.#attempt++)
    this.#retryAt = performance.now() + wait
    this.retryIn = Math.ceil(wait / 1000)
    this.#schedule()
  }

  /** Asks over HTTP whether a snapshot was missed. */
  async #check(): Promise<void> {
    const before = this.snapshot
    if (!before) return
    const path = `/api/workshops/${before.workshop.id}/session`
    const now = await api<Snapshot>('GET', path, { token: this.#token })
    if (!this.#closed && !isProblem(now) && now.rev > this.snapshot!.rev) this.#take(now)
  }

  /** The phone's own clock is never asked: only how far the server's has moved since it spoke. */
  #take(snapshot: Snapshot): void {
    this.#offset = Date.parse(snapshot.time) - performance.now()
    this.now = performance.now() + this.#offset
    this.snapshot = snapshot
    this.#schedule()
  }

  /** One interval, there only while something on the screen moves with time. */
  #schedule(): void {
    const { clock, floor } = this.snapshot ?? {}
    const moves = (clock !== undefined && 'endsAt' in clock) || floor?.speaking !== undefined
    const needed = this.#retryAt > 0 || moves
    if (needed && !this.#timer) this.#timer = setInterval(() => this.#tick(), TICK)
    if (needed || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  #tick(): void {
    this.now = performance.now() + this.#offset
    if (this.#retryAt === 0) return
    this.retryIn = Math.max(0, Math.ceil((this.#retryAt - performance.now()) / 1000))
    if (performance.now() >= this.#retryAt) this.#open()
  }

  #woken(): void {
    if (this.#closed || this.status === 'refused') return
    const wall = Date.now() - this.#heard.at
    const mono = performance.now() - this.#heard.mono
    const slept = Math.abs(wall - mono) > ASLEEP
    if (this.status === 'live' && !slept && mono < DEAF_AFTER) return
    if (this.status === 'live') this.status = 'offline'
    this.#open()
  }
}

/** What a face reads of the line; a preview has one without a server. */
export type LiveView = Pick<Live, 'snapshot' | 'counts' | 'left' | 'now'>
