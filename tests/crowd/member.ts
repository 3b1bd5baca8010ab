// One member of an assembly with a phone: a seat, one session socket in its barest form, one ballot that is sent until it is
// answered. Called by process.ts, thousands at a time.
import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'

export interface Assembly {
  /** The nodes; a member asks the next one where the last did not answer. */
  urls: string[]
  code: string
  invite: string
}

export interface Tally {
  seats: number
  /** Sockets that have been told the session. */
  open: number
  answered: number
  /** Ballots by choice, of those that were answered. */
  choices: Record<string, number>
  /** Milliseconds from the first sending of a ballot to its answer. */
  waits: number[]
  cuts: number
  refused: Record<string, number>
}

const CHOICES = ['for', 'against', 'abstain']
const RETRY = 2000
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

export class Member {
  readonly #at: Assembly
  readonly #tally: Tally
  #turn: number
  #token = ''
  #socket: WebSocket | null = null
  #isOpen = false
  #poll: string | null = null
  #ballot: { id: string; choice: string; first: number } | null = null
  #answered = false
  #left = false

  constructor(at: Assembly, n: number, tally: Tally) {
    this.#at = at
    this.#turn = n
    this.#tally = tally
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Takes a seat and opens the socket; resolves once the session was told. */
  async join(): Promise<void> {
    while (!this.#token) {
      const answer = await fetch(`${this.#url()}/api/workshops/${this.#at.code}/seats`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ invite: this.#at.invite }),
      }).catch(() => null)
      if (answer?.status === 201) this.#token = ((await answer.json()) as { token: string }).token
      else {
        const code = String(answer?.status ?? 'no answer')
        this.#tally.refused[code] = (this.#tally.refused[code] ?? 0) + 1
        this.#turn++
        await pause(500 + Math.random() * 1000)
      }
    }
    this.#tally.seats++
    this.#connect()
    while (!this.#isOpen) await pause(50)
  }

  /** Votes as soon as the poll is seen to be open; the ballot is sent again until it is answered. */
  async vote(): Promise<void> {
    while (!this.#poll) await pause(100)
    const choice = CHOICES[Math.floor(Math.random() * CHOICES.length)]!
    this.#ballot = { id: randomBytes(16).toString('hex'), choice, first: performance.now() }
    while (!this.#answered && !this.#left) {
      this.#send()
      await pause(RETRY)
    }
  }

  leave(): void {
    this.#left = true
    this.#socket?.terminate()
  }

  #url(): string {
    return this.#at.urls[this.#turn % this.#at.urls.length]!
  }

  #connect(): void {
    if (this.#left) return
    const socket = new WebSocket(
      `${this.#url().replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      { perMessageDeflate: false },
    )
    this.#socket = socket
    socket.on('message', (data) => this.#hear(String(data)))
    socket.on('error', () => undefined)
    socket.on('close', () => this.#cut())
  }

  #cut(): void {
    if (this.#isOpen) {
      this.#isOpen = false
      this.#tally.open--
      if (!this.#left) this.#tally.cuts++
    }
    this.#turn++
    if (!this.#left) setTimeout(() => this.#connect(), 500 + Math.random() * 2000)
  }

  #hear(text: string): void {
    if (text === '2') return this.#socket?.send('3')
    if (text.startsWith('0')) return this.#socket?.send(`40${JSON.stringify({ token: this.#token, v: 1 })}`)
    if (text.startsWith('44')) return this.#socket?.terminate()
    if (text.startsWith('42["session"')) return this.#told(text)
    if (text.startsWith('431')) this.#answer(JSON.parse(text.slice(3)) as [{ ok: boolean; code?: string }])
  }

  #told(text: string): void {
    const [, session] = JSON.parse(text.slice(2)) as [string, { poll?: { id: string; state: string } }]
    this.#poll = session.poll?.state === 'open' ? session.poll.id : null
    if (this.#isOpen) return
    this.#isOpen = true
    this.#tally.open++
    if (this.#ballot && !this.#answered) this.#send()
  }

  #send(): void {
    const { id, choice } = this.#ballot!
    if (this.#isOpen && this.#poll)
      this.#socket!.send(`421${JSON.stringify(['ballot', { id, poll: this.#poll, choice }])}`)
  }

  #answer([answer]: [{ ok: boolean; code?: string }]): void {
    if (this.#answered || !this.#ballot) return
    if (!answer.ok) {
      const code = answer.code ?? 'refused'
      this.#tally.refused[code] = (this.#tally.refused[code] ?? 0) + 1
      return
    }
    this.#answered = true
    this.#tally.answered++
    this.#tally.waits.push(performance.now() - this.#ballot.first)
    this.#tally.choices[this.#ballot.choice] = (this.#tally.choices[this.#ballot.choice] ?? 0) + 1
  }
}
