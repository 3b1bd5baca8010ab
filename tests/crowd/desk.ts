// The desk of the large assembly: a stock client that comes back by itself. Called by main.ts.
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Answer } from '../../shared/wire.ts'

interface Seen {
  poll?: { voted?: number }
  [key: string]: unknown
}

export class Desk {
  readonly #socket: Socket
  session: Seen | null = null

  constructor(url: () => string, token: string) {
    this.#socket = io(url(), { auth: { token, v: 1 }, transports: ['websocket'], reconnectionDelayMax: 1000 })
    this.#socket.on('session', (session: Seen) => (this.session = session))
  }

  get voted(): number {
    return this.session?.poll?.voted ?? 0
  }

  async ready(): Promise<void> {
    while (!this.session) await new Promise((done) => setTimeout(done, 50))
  }

  /** A command that must be accepted; sent under the same id until it is answered. */
  async do(command: { kind: string; [key: string]: unknown }): Promise<void> {
    const id = randomBytes(16).toString('hex')
    for (let tries = 0; tries < 20; tries++) {
      const answer = await (
        this.#socket.timeout(30_000).emitWithAck('command', { id, ...command }) as Promise<Answer>
      ).catch(() => null)
      if (answer?.ok) return
      if (answer) throw new Error(`${command.kind}: ${answer.code}`)
    }
    throw new Error(`${command.kind} was never answered`)
  }

  leave(): void {
    this.#socket.close()
  }
}
