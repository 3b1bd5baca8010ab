// Webhooks: tells one address of the operator's what happens, signed as standardwebhooks.com asks, and tries again while
// it does not answer. In memory: what is still waiting when the process ends is not told. Made by the house.
import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../shared/clock.ts'
import type { TellHooks } from './hook-events.ts'
import type { Log } from './log.ts'

export interface Hooks {
  tell: TellHooks
  /** Events that wait, and those given up for ever. */
  stats(): { waiting: number; lost: number }
  stop(): void
}

export interface HooksDeps {
  /** Null: nobody is told. It comes from the environment alone, so no guest chooses where the server knocks. */
  url: string | null
  secret: string
  clock: Clock
  log: Log
}

/** Milliseconds before each further try; after the last one the event is given up. About nine hours in all. */
const WAITS = [1000, 5000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 10_800_000, 16_200_000]
const MOST_WAITING = 1000
const AT_ONCE = 4
const PATIENCE = 10_000

interface Message {
  id: string
  body: string
  tried: number
}

export function createHooks({ url, secret, clock, log }: HooksDeps): Hooks {
  const ready: Message[] = []
  const pauses = new Set<() => void>()
  const leaving = new AbortController()
  let [sending, lost] = [0, 0]
  const waiting = () => ready.length + pauses.size + sending

  function pump(): void {
    while (sending < AT_ONCE && ready.length > 0 && !leaving.signal.aborted) {
      sending++
      const message = ready.shift()!
      void send(message).then((told) => {
        sending--
        if (!told) later(message)
        pump()
      })
    }
  }

  async function send({ id, body }: Message): Promise<boolean> {
    const time = Math.floor(clock.now() / 1000)
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(time),
      'webhook-signature': sign(secret, id, time, body),
    }
    try {
      const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(PATIENCE)])
      // Redirects are not followed: the operator named one address.
      const answer = await fetch(url!, { method: 'POST', headers, body, redirect: 'manual', signal })
      await answer.body?.cancel()
      return answer.ok
    } catch {
      return false
    }
  }

  function later(message: Message): void {
    const wait = WAITS[message.tried++]
    if (leaving.signal.aborted) return
    if (wait === undefined) return giveUp('no answer')
    const cancel = clock.after(wait, () => {
      pauses.delete(cancel)
      ready.push(message)
      pump()
    })
    pauses.add(cancel)
  }

  function giveUp(why: string): void {
    lost++
    log('warn', 'webhook given up', { why, lost })
  }

  return {
    tell(workshop, { type, data }) {
      if (url === null || leaving.signal.aborted) return
      if (waiting() >= MOST_WAITING) return giveUp('too many are waiting')
      const at = new Date(clock.now()).toISOString()
      const body = JSON.stringify({ type, timestamp: at, data: { workshop, ...data } })
      ready.push({ id: `evt_${randomBytes(16).toString('hex')}`, body, tried: 0 })
      pump()
    },
    stats: () => ({ waiting: waiting(), lost }),
    stop() {
      if (waiting() > 0) log('warn', 'webhooks not told', { waiting: waiting() })
      for (const cancel of pauses) cancel()
      leaving.abort()
    },
  }
}

/** `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64. A secret that starts with `whsec_` is base64, any other is text. */
export function sign(secret: string, id: string, time: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`
}
