// A desk, a wall and phones made of real sockets and the stock provider, for whole-house tests.
import { randomBytes } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addNote, readNotes, type NoteSeed } from '../../shared/board/note.ts'
import type { Programme } from '../../shared/programme.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Answer, Counts, DeskView, Snapshot } from '../../shared/wire.ts'
import { PATIENCE } from './forms.ts'
import { stockProvider } from './stock.ts'

export const clientId = () => randomBytes(16).toString('hex')

export interface Made {
  workshop: { id: string; code: string; title: string; language: string }
  tokens: { desk: string; scribe: string; wall: string }
  links: { desk: string; wall: string; join: string }
}

/** Asks over HTTP; the answer's status and body, JSON or text. */
export async function http(
  url: string,
  method: string,
  path: string,
  options: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json')
    ? (JSON.parse(text) as unknown)
    : undefined
  return { status: response.status, headers: response.headers, text, json: json as Record<string, never> }
}

export const EVENING: Programme = {
  v: 1,
  title: 'La ville en partage',
  activities: [
    {
      id: 'a1',
      kind: 'brainstorm',
      title: 'Remue-méninges',
      question: 'Que pourrait-on partager ?',
      settings: {},
    },
    { id: 'a2', kind: 'dot-vote', title: 'Vote par gommettes', settings: {} },
  ],
}

export async function makeWorkshop(url: string, programme: Programme = EVENING): Promise<Made> {
  const body = { title: programme.title, language: 'fr', programme }
  const { status, json } = await askBack(() => http(url, 'POST', '/api/workshops', { body }))
  if (status !== 201) throw new Error(`workshop not made: ${status}`)
  return json as unknown as Made
}

/** A server that is just coming back says so, and is asked again, as phones do. */
async function askBack<Answer extends { status: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask()
  await until(async () => answer.status !== 503 || (answer = await ask()).status !== 503)
  return answer
}

/** One device on the session socket; keeps all that it was told. */
export class Device {
  readonly socket: Socket
  readonly token: string
  readonly heard: { event: string; payload: unknown }[] = []
  session: Snapshot | null = null
  counts: Counts | null = null
  desk: DeskView | null = null
  refused: string | null = null

  constructor(
    url: string,
    token: string,
    transports: ('websocket' | 'polling')[] = ['websocket'],
    more: object = {},
  ) {
    this.token = token
    this.socket = io(url, {
      auth: { token, v: 1, ...more },
      transports,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      // A line that breaks between the upgrade and the handshake goes unnoticed by the client until this runs out.
      timeout: 3000,
    })
    this.socket.onAny((event: string, payload: unknown) => {
      this.heard.push({ event, payload })
      if (event === 'session') this.session = payload as Snapshot
      if (event === 'counts') this.counts = payload as Counts
      if (event === 'desk') this.desk = payload as DeskView
    })
    this.socket.on(
      'connect_error',
      (error) => (this.refused = (error as { data?: { code?: string } }).data?.code ?? error.message),
    )
    onTestFinished(() => void this.socket.close())
  }

  async ready(): Promise<this> {
    await until(() => this.session !== null || this.refused !== null)
    return this
  }

  command(command: Command, id = clientId()): Promise<Answer> {
    return this.socket
      .timeout(10_000 * PATIENCE)
      .emitWithAck('command', { id, ...command }) as Promise<Answer>
  }

  /** A command that must be accepted. */
  async do(command: Command): Promise<Answer> {
    const answer = await this.command(command)
    if (!answer.ok) throw new Error(`${command.kind}: ${answer.code}`)
    return answer
  }

  vote(choice: unknown, id = clientId(), poll = this.session?.poll?.id ?? ''): Promise<Answer> {
    return this.socket
      .timeout(10_000 * PATIENCE)
      .emitWithAck('ballot', { id, poll, choice }) as Promise<Answer>
  }
}

export interface Phone extends Device {
  seat: string
}

/** Joins by the typed code and opens the session socket. */
export async function joinPhone(url: string, made: Made, name?: string): Promise<Phone> {
  const body = name ? { name } : {}
  const seats = `/api/workshops/${made.workshop.code}/seats`
  const { status, json } = await askBack(() => http(url, 'POST', seats, { body }))
  if (status !== 201) throw new Error(`no seat: ${status}`)
  const { token, seat } = json as unknown as { token: string; seat: { id: string } }
  const device = await new Device(url, token).ready()
  return Object.assign(device, { seat: seat.id })
}

export const openDesk = (url: string, made: Made) => new Device(url, made.tokens.desk).ready()
export const openWall = (url: string, made: Made) => new Device(url, made.tokens.wall).ready()

export interface Sheet {
  doc: Y.Doc
  provider: WebsocketProvider
  closes: number[]
  notes(): ReturnType<typeof readNotes>
  write(id: string, text: string, over?: Partial<NoteSeed>): void
}

/** A document over the stock provider. */
export function openDoc(url: string, made: Made, token: string, name: string, doc = new Y.Doc()): Sheet {
  const closes: number[] = []
  const address = `${url.replace('http', 'ws')}/docs/${made.workshop.code}`
  const provider = stockProvider(address, name, doc, { protocols: ['tablee', token], maxBackoffTime: 200 })
  provider.on('connection-close', (event) => event && closes.push(event.code))
  provider.awareness.setLocalState(null)
  onTestFinished(() => {
    provider.destroy()
    doc.destroy()
  })
  return {
    doc,
    provider,
    closes,
    notes: () => readNotes(doc),
    write: (id, text, over = {}) => doc.transact(() => addNote(doc, { id, text, tone: 'soleil', ...over })),
  }
}

/** Waits until it holds; fails with the condition's own text after `ms`. */
export async function until(test: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms * PATIENCE
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`never came true: ${test}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
