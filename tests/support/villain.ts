// A hostile phone in a process of its own, so that its own work is not felt by those who measure: five devices of one seat, each
// flooding the session, its own pad and the routes, and coming back whenever it is closed. Spawned by hostile.test.ts, ended by it.
// argv: address, workshop id, code, token, seat, and the ids of notes on the board, separated by commas.
import { randomBytes } from 'node:crypto'
import { setPriority } from 'node:os'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { step1Frame, updateFrame } from '../../server/docs/frames.ts'
import { addNote, noteMap, notesOf } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'

const [url, workshop, code, token, seat, board] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
// A real one would not share our processors.
setPriority(19)

const DEVICES = LIMITS.devicesPerSeat
/** Milliseconds between two messages of one device on one channel. */
const PAUSE = 20

const met: Record<string, number> = { sent: 0 }
const count = (what: string) => (met[what] = (met[what] ?? 0) + 1)
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const moves = board
  .split(',')
  .filter(Boolean)
  .slice(0, LIMITS.moves)
  .map((note, i) => ({ note, at: [i / 100, 0.5], order: `${i}${'z'.repeat(50)}` }))

async function talk(): Promise<void> {
  const socket = io(url, {
    auth: { token, v: 1 },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
  })
  socket.on('disconnect', () => count('cut off'))
  for (let n = 0; ; n++) {
    const id = randomBytes(16).toString('hex')
    const sent =
      n % 2 && moves.length > 0 ? { id, kind: 'arrange', moves } : { id, kind: 'name', name: `v${n}` }
    if (socket.connected) {
      count('sent')
      socket.emit('command', sent, (answer: { ok: boolean; code?: string }) => count(answer.code ?? 'ok'))
    }
    await pause(PAUSE)
  }
}

async function scribble(): Promise<void> {
  const doc = new Y.Doc()
  for (;;) {
    const path = `${url.replace('http', 'ws')}/docs/${code}/pad.a1.${seat}`
    const socket = new WebSocket(path, ['tablee', token])
    let open = true
    socket.on('error', () => undefined)
    socket.on('close', (why) => {
      open = false
      count(String(why))
    })
    socket.on('open', () => count('opened'))
    while (open) {
      if (socket.readyState === WebSocket.OPEN) flood(socket, doc)
      await pause(PAUSE)
    }
  }
}

function flood(socket: WebSocket, doc: Y.Doc): void {
  const before = Y.encodeStateVector(doc)
  const [first] = notesOf(doc).keys()
  if (notesOf(doc).size < 20) addNote(doc, { id: `v${notesOf(doc).size}`, text: 'x'.repeat(400) })
  else (noteMap(doc, first!)!.get('text') as Y.Text).insert(0, 'y')
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
  socket.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
  met['sent']! += 2
}

async function ask(): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` }
  for (;;) {
    const answer = await fetch(`${url}/api/workshops/${workshop}/session`, { headers }).catch(() => null)
    await answer?.arrayBuffer().catch(() => undefined)
    if (answer) count(String(answer.status))
    count('sent')
    await pause(PAUSE)
  }
}

for (let n = 0; n < DEVICES; n++) for (const act of [talk, scribble, ask]) void act()
setInterval(() => process.send?.(met), 200)
