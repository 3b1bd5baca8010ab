// The peer of our ballots: plain socket.io, counting in memory, a tally to everybody every 250 ms. Started by start.ts.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const PERIOD = 250

const http = createServer()
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
const votes = new Map<string, unknown>()
let changed = false

io.on('connection', (socket) => {
  const { seat } = socket.handshake.auth as { seat: string }
  socket.on('ballot', ({ choice }: { choice: unknown }, answer: (said: object) => void) => {
    votes.set(seat, choice)
    changed = true
    answer({ ok: true })
  })
})

setInterval(() => {
  if (!changed) return
  changed = false
  const tally: Record<string, number> = {}
  for (const choice of votes.values())
    for (const [option, dots] of Object.entries(choice as Record<string, number>))
      tally[option] = (tally[option] ?? 0) + dots
  io.emit('counts', { voted: votes.size, tally })
}, PERIOD)

http.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
