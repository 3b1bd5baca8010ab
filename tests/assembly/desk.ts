// The desk of the assembly: says what is to be done until it is accepted, and comes back to another node as its page would.
// Called by main.ts.
import { randomBytes } from 'node:crypto'
import { LiveClient } from '../bench/wire/live.ts'
import { pause } from './member.ts'

/** Milliseconds for one answer; and how often it is asked for again. */
const PATIENCE = 20_000
const TRIES = 30

export interface Session {
  poll?: { id: string }
  result?: { counts: Record<string, number> }
}

/** The desk, which comes back to another node as its page would. */
export class Desk {
  /** Of the nodes that are alive. */
  readonly #ports: readonly number[]
  readonly #token: string
  #client: LiveClient | null = null
  #session: Session = {}

  constructor(ports: readonly number[], token: string) {
    this.#ports = ports
    this.#token = token
  }

  /** Says it until it is accepted, with the same id. */
  async do(command: Record<string, unknown>): Promise<void> {
    const id = randomBytes(16).toString('hex')
    for (let tries = 0; tries < TRIES; tries++) {
      const said = await Promise.race([this.#ask({ id, ...command }).catch(() => null), pause(PATIENCE)])
      if ((said as { ok?: boolean } | null)?.ok) return
      await pause(1000)
    }
    throw new Error(`not accepted: ${JSON.stringify(command)}`)
  }

  /** The first snapshot that says so much. */
  async session<Part extends keyof Session>(part: Part): Promise<NonNullable<Session[Part]>> {
    await until(async () => this.#session[part] !== undefined, PATIENCE)
    return this.#session[part]!
  }

  close(): void {
    this.#client?.close()
  }

  async #ask(command: object): Promise<unknown> {
    this.#client ??= this.#connect()
    await this.#client.ready
    return this.#client.ask('command', command)
  }

  #connect(): LiveClient {
    const client: LiveClient = new LiveClient(
      this.#ports.at(-1)!,
      { token: this.#token, v: 1 },
      {
        onEvent: (payload) => {
          if (payload.subarray(0, 14).includes('"session"'))
            this.#session = (JSON.parse(payload.subarray(2).toString()) as [string, Session])[1]
        },
        onClose: () => {
          if (this.#client === client) this.#client = null
        },
      },
    )
    return client
  }
}

/** Resolves once it holds; rejects after `most` milliseconds. */
export async function until(test: () => Promise<boolean>, most: number): Promise<void> {
  const end = performance.now() + most
  while (!(await test())) {
    if (performance.now() > end) throw new Error('took too long')
    await pause(250)
  }
}
