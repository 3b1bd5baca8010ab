// One member of an assembly with their phone: takes a seat, holds one session socket, gives one ballot, and comes back to
// another node when theirs is gone. Called by crowd.ts, thousands in one process.
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { LiveClient } from '../bench/wire/live.ts'

export interface Hall {
  /** Ports of the nodes that are alive. */
  ports: number[]
  code: string
  invite: string
}

export const CHOICES = ['for', 'against', 'abstain'] as const

/** What member number `i` says: about six of ten are for. */
export const choiceOf = (i: number) => CHOICES[[0, 0, 1, 0, 2, 0, 1, 0, 0, 1][(i * 7 + (i >> 3)) % 10]!]!

/** Milliseconds: between two tries to sit down, and at most before coming back after a cut. */
const AGAIN = 1000
const JITTER = 3000
const agent = new Agent({ keepAlive: true, maxSockets: 24 })

export class Member {
  readonly #hall: Hall
  readonly #number: number
  #token = ''
  #client: LiveClient | null = null
  #ballot: Buffer | null = null
  #sentAt = 0
  #left = false
  isReady = false
  /** Milliseconds from the first sending to the answer; null before. */
  answered: number | null = null

  constructor(hall: Hall, number: number) {
    this.#hall = hall
    this.#number = number
  }

  /** Takes a seat and connects; tries until it works. */
  async join(): Promise<void> {
    while (this.#token === '') {
      this.#token = await takeSeat(this.#port(), this.#hall).catch(() => '')
      if (this.#token === '') await pause(AGAIN)
    }
    while (!this.isReady && !this.#left) if (!(await this.#connect())) await pause(AGAIN)
  }

  /** Gives the ballot, the same one again after each cut until it is answered. */
  vote(poll: string): void {
    const id = randomBytes(16).toString('hex')
    this.#ballot = LiveClient.frame(1, 'ballot', { id, poll, choice: choiceOf(this.#number) })
    this.#sentAt = performance.now()
    this.#client?.send(this.#ballot)
  }

  leave(): void {
    this.#left = true
    this.#client?.close()
  }

  #port(): number {
    const { ports } = this.#hall
    return ports[Math.floor(Math.random() * ports.length)]!
  }

  async #connect(): Promise<boolean> {
    const client = new LiveClient(
      this.#port(),
      { token: this.#token, v: 1 },
      { onAck: (_id, payload) => this.#heard(payload), onClose: () => this.#lost(client) },
    )
    this.#client = client
    try {
      await client.ready
    } catch {
      client.close()
      return false
    }
    this.isReady = true
    if (this.#ballot && this.answered === null) client.send(this.#ballot)
    return true
  }

  /** An answer that is no yes (too fast, restarting) is asked for again. */
  #heard(payload: Buffer): void {
    if (payload.includes('"ok":true')) this.answered ??= performance.now() - this.#sentAt
    else setTimeout(() => this.#ballot && this.#client?.send(this.#ballot), AGAIN)
  }

  #lost(client: LiveClient): void {
    if (this.#left || this.#client !== client || !this.isReady) return
    this.isReady = false
    setTimeout(() => void this.join(), Math.random() * JITTER)
  }
}

/** The token of a new seat; rejects where there is none now. */
function takeSeat(port: number, { code, invite }: Hall): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: `/api/workshops/${code}/seats`,
        method: 'POST',
        agent,
        headers: { 'Content-Type': 'application/json' },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          if (response.statusCode !== 201) return reject(new Error(`no seat: ${response.statusCode}`))
          resolve((JSON.parse(Buffer.concat(parts).toString()) as { token: string }).token)
        })
        response.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.setTimeout(30_000, () => asked.destroy(new Error('no answer')))
    asked.end(JSON.stringify({ invite }))
  })
}

/** A process may end before a pause that does not `hold` it. */
export const pause = (ms: number, hold = true) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    if (!hold) timer.unref()
  })
