// socket.io in and out: seat, version, budget, acknowledgement. Decides nothing about workshops. Called by the house.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { WebSocketServer, type ServerOptions } from 'ws'
import type { Budget } from '../../shared/budget.ts'
import type { Clock } from '../../shared/clock.ts'
import { isId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { ballotSchema } from '../../shared/session/commands.ts'
import { refuse, speaks, type Answer, type RefusalCode } from '../../shared/wire.ts'
import { Budgets } from '../budgets.ts'
import type { Log } from '../log.ts'
import type { Seats } from '../seats.ts'
import type { SeatRow } from '../store/store.ts'
import type { Connection } from './presence.ts'
import type { LiveSession } from './session.ts'
import type { Sessions } from './sessions.ts'

/** A message that came in more pieces than this was cut up on purpose. */
const MOST_FRAGMENTS = 64
const MOST_CHUNKS = 1024

export interface LiveGatewayDeps {
  sessions: Sessions
  seats: Seats
  clock: Clock
  log: Log
  originAllowed(req: IncomingMessage): boolean
}

/** What a handshake costs of a budget like that of words. */
const COMING_IN = 4
/** Milliseconds that a device which is cut off waits before it may come back. */
const SLOWED = 1000
/** Words in a row beyond the budget, after which a device is cut off: reading them is work too. */
const MOST_OVER = 200
/** Moves of one `arrange` that are worth one word: a hundred of them take almost a second's budget of a phone. */
const MOVES_A_WORD = 4

export interface LiveGateway {
  close(): Promise<void>
}

/** Attaches the session socket to a server. Transport heartbeats every 15 s; no binary, no compression, no recovery. */
export function createLiveGateway(http: HttpServer, deps: LiveGatewayDeps): LiveGateway {
  const io = new Server(http, {
    serveClient: false,
    pingInterval: 15_000,
    pingTimeout: 15_000,
    maxHttpBufferSize: LIMITS.socketMessage,
    destroyUpgrade: false,
    perMessageDeflate: false,
    wsEngine: Frugal,
    httpCompression: false,
    allowEIO3: false,
    allowRequest: (req, done) => done(deps.originAllowed(req) ? null : 'origin', deps.originAllowed(req)),
  })
  io.use((socket, done) => void admit(socket, done, deps))
  const [budgets, handshakes] = [new Budgets(), new Budgets()]
  io.on(
    'connection',
    (socket) => void welcome(socket, deps, budgets, handshakes).catch((error) => fail(socket, deps, error)),
  )
  return { close: async () => void (await io.close()) }
}

/** engine.io does not hand these on: a message cut into thousands of pieces would be kept in memory whole. */
class Frugal extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, maxFragments: MOST_FRAGMENTS, maxBufferedChunks: MOST_CHUNKS })
  }
}

/** A refusal for good carries a code; a passing one (the store does not answer) drops the transport, so that the client tries again. */
async function admit(
  socket: Socket,
  done: (error?: Error) => void,
  { seats, sessions, log }: LiveGatewayDeps,
): Promise<void> {
  try {
    const { token, v } = socket.handshake.auth as { token?: unknown; v?: unknown }
    if (!speaks(v)) return done(refused('version'))
    const seat = typeof token === 'string' ? await seats.find(token) : null
    if (!seat) return done(refused('not-your-seat'))
    const session = await sessions.get(seat.workshop)
    if (!session) return done(refused('gone'))
    const devices = session.presence.of(seat.id).size
    if (devices >= (seat.role === 'participant' ? LIMITS.devicesPerSeat : LIMITS.trustedDevices))
      return done(refused('too-many'))
    socket.data = { seat, session }
    done()
  } catch (error) {
    log('warn', 'handshake not answered', {}, error)
    socket.conn.close()
  }
}

/** What a socket has found out about itself. */
interface Arrived {
  seat: SeatRow
  session: LiveSession
}

function refused(code: RefusalCode): Error {
  return Object.assign(new Error(code), { data: { code } })
}

async function welcome(
  socket: Socket,
  deps: LiveGatewayDeps,
  budgets: Budgets,
  handshakes: Budgets,
): Promise<void> {
  const { seat, session } = socket.data as Arrived
  // Removed, or given another link, while it was shaking hands.
  if (!isHeld(seat, session)) return socket.conn.close()
  const spender = `${seat.workshop}/${seat.id}`
  for (const each of [budgets, handshakes]) each.sweep(deps.clock.now())
  const budget = budgets.lend(spender, seat.role !== 'participant')
  // Coming and going costs too. The transport alone is dropped, after a while: the client tries again.
  if (!handshakes.spend(spender, seat.role !== 'participant', COMING_IN, deps.clock.now())) {
    budgets.giveBack(spender, deps.clock.now())
    return void deps.clock.after(SLOWED, () => socket.conn.close())
  }
  const screen = screenOf(socket, seat)
  const connection: Connection = {
    seat: seat.id,
    role: seat.role,
    ...(screen ? { screen } : {}),
    send: (event, payload) => void socket.emit(event, payload),
    broadcast: (event, payload) => void socket.nsp.to(seat.workshop).emit(event, payload),
    // The transport alone: the client comes back by itself and is told why it may not.
    close: () => socket.conn.close(),
  }
  socket.on('disconnect', () => {
    budgets.giveBack(spender, deps.clock.now())
    session.presence.drop(connection)
  })
  socket.on('error', (error) => deps.log('warn', 'socket error', { seat: seat.id }, error))
  answerTo(socket, 'command', budget, deps, (sent) => session.command(seat, sent))
  answerTo(socket, 'ballot', budget, deps, (sent) => {
    const parsed = ballotSchema.safeParse(sent)
    return parsed.success ? session.ballot(seat, parsed.data) : Promise.resolve(refuse('bad-request'))
  })
  await socket.join(seat.workshop)
  await session.connect(connection)
}

/** Which screen a wall says it is, and the group that its link names. */
function screenOf(socket: Socket, { role }: SeatRow): Connection['screen'] {
  const { screen, group } = socket.handshake.auth as { screen?: unknown; group?: unknown }
  if (role !== 'wall' || !isId(screen)) return undefined
  const named = typeof group === 'number' && Number.isInteger(group) && group >= 1 && group <= LIMITS.groups
  return { id: screen, group: named ? group : null }
}

/** One word up, one answer. Without an acknowledgement function the message is carried out all the same. */
function answerTo(
  socket: Socket,
  word: string,
  budget: Budget,
  deps: LiveGatewayDeps,
  act: (sent: unknown) => Promise<Answer>,
): void {
  let over = 0
  socket.on(word, (sent: unknown, ...rest: unknown[]) => {
    const ack =
      rest.find((part): part is (answer: Answer) => void => typeof part === 'function') ?? (() => undefined)
    const { seat, session } = socket.data as Arrived
    if (!isHeld(seat, session)) return ack(refuse('not-your-seat'))
    if (!budget.take(deps.clock.now(), costOf(sent))) {
      if (++over > MOST_OVER) return cutOff(socket, deps)
      return ack(refuse('too-fast'))
    }
    over = 0
    act(sent).then(ack, (error: unknown) => {
      // No answer: the client keeps what it sent and tries again. Nothing unsaved is ever acknowledged.
      deps.log('error', `${word} not carried out`, { workshop: seat.workshop }, error)
    })
  })
}

/** Hears nothing more of a device, and lets it come back a little later. */
function cutOff(socket: Socket, { clock }: LiveGatewayDeps): void {
  for (const word of ['command', 'ballot']) socket.removeAllListeners(word)
  clock.after(SLOWED, () => socket.conn.close())
}

/** The token is still one of its seat: neither removed, nor given another link, nor become one with another seat. */
function isHeld(seat: SeatRow, { place }: LiveSession): boolean {
  return place.holds(seat)
}

/** What a word costs of its seat's budget: as many moves as a hand makes in a second cost what as many words would. */
function costOf(sent: unknown): number {
  const moves = (sent as { moves?: unknown } | null)?.moves
  return Array.isArray(moves) ? 1 + Math.min(moves.length, LIMITS.moves) / MOVES_A_WORD : 1
}

function fail(socket: Socket, deps: LiveGatewayDeps, error: unknown): void {
  deps.log('error', 'connection not served', {}, error)
  socket.conn.close()
}
