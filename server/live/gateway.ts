// socket.io in and out: seat, version, budget, acknowledgement. Decides nothing about workshops. Called by the house.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import type { Budget } from '../../shared/budget.ts'
import type { Clock } from '../../shared/clock.ts'
import { LIMITS } from '../../shared/limits.ts'
import { ballotSchema } from '../../shared/session/commands.ts'
import { refuse, speaks, type Answer, type RefusalCode } from '../../shared/wire.ts'
import { Budgets } from '../budgets.ts'
import type { Channel } from '../cluster/channel.ts'
import type { Log } from '../log.ts'
import type { SeatRow } from '../store/store.ts'
import { createMoving, find, judge, type AdmissionDeps, type Arrived } from './admission.ts'
import { screenOf, type Auth } from './arrival.ts'
import type { Connection } from './presence.ts'
import type { LiveSession } from './session.ts'
import { roomsOf, tellAll } from './slices.ts'
import { createTransport } from './transport.ts'
import { handOn, wireOf, wireOver, type Wire, type Word } from './wire.ts'

export interface LiveGatewayDeps extends AdmissionDeps {
  log: Log
  originAllowed(req: IncomingMessage): boolean
}

/** What a handshake costs of a budget like that of words. */
const COMING_IN = 4
/** Milliseconds after which nothing need be remembered of a device that has gone. */
const SWEEP_AFTER = 5000
/** Milliseconds that a device which is cut off waits before it may come back. */
const SLOWED = 1000
/** Words in a row beyond the budget, after which a device is cut off: reading them is work too. */
const MOST_OVER = 200
/** Moves of one `arrange` that are worth one word: a hundred of them take almost a second's budget of a phone. */
const MOVES_A_WORD = 4

export interface LiveGateway {
  close(): Promise<void>
}

/** Attaches the session socket to a server. */
export function createLiveGateway(http: HttpServer, deps: LiveGatewayDeps): LiveGateway {
  const io = createTransport(http, deps.originAllowed, deps.cluster?.node)
  const [budgets, handshakes] = [new Budgets(), new Budgets()]
  const desk: Desk = {
    ...deps,
    ...{ budgets, handshakes },
    afar: new Map(),
    move: createMoving(deps),
    sweepLater: sweeper(deps.clock, budgets, handshakes),
    came: 0,
    broadcast(workshop, event, payload) {
      tellAll(io, workshop, event, payload)
      const said = [event, payload]
      for (const channel of desk.afar.get(workshop) ?? []) channel.send(said)
    },
  }
  io.use((socket, done) => void admit(socket, done, desk))
  io.on('connection', (socket) => {
    const arrived = socket.data as Arrived | { channel: Channel }
    if ('channel' in arrived) return handOn(socket, arrived.channel, () => moved(socket, desk))
    void here(socket, arrived, desk)
  })
  deps.cluster?.serve('live', (channel, _workshop, { auth = '{}' }) => {
    take(channel, JSON.parse(auth) as Auth, desk).catch((error: unknown) => {
      deps.log('warn', 'handshake not answered', {}, error)
      channel.close()
    })
  })
  return {
    async close() {
      for (const devices of desk.afar.values()) for (const channel of [...devices]) channel.close('leaving')
      await io.close()
    },
  }
}

/** What all devices of this node have in common. */
interface Desk extends LiveGatewayDeps {
  budgets: Budgets
  handshakes: Budgets
  /** Devices that are connected to other nodes, by their workshop. */
  afar: Map<string, Set<Channel>>
  move: ReturnType<typeof createMoving>
  /** Somebody has gone: what is remembered of their budgets goes as well, once it is full again. */
  sweepLater(): void
  /** Devices that this node has heard itself so far. */
  came: number
  broadcast(workshop: string, event: string, payload: unknown): void
}

/** Has budgets of those who have gone forgotten, in one go for all who go within a few seconds. */
function sweeper(clock: Clock, ...all: Budgets[]): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    clock.after(SWEEP_AFTER, () => {
      waiting = false
      for (const budgets of all) budgets.sweep(clock.now())
    })
  }
}

/** A refusal for good carries a code; a passing one (the store does not answer) drops the transport, so that the client tries again. */
async function admit(socket: Socket, done: (error?: Error) => void, desk: Desk): Promise<void> {
  try {
    const auth = socket.handshake.auth as Auth
    if (!speaks(auth.v)) return done(refused('version'))
    const arrived = await find(auth, desk)
    if (typeof arrived === 'string') return done(refused(arrived))
    socket.data = arrived
    done()
  } catch (error) {
    desk.log('warn', 'handshake not answered', {}, error)
    socket.conn.close()
  }
}

/** A device is heard by this node itself. */
async function here(socket: Socket, arrived: Arrived, desk: Desk): Promise<void> {
  socket.on('error', (error) => desk.log('warn', 'socket error', { seat: arrived.seat.id }, error))
  const wire = wireOf(socket)
  try {
    await socket.join(roomsOf(arrived.seat.workshop, desk.came++))
    await welcome(wire, arrived, desk)
  } catch (error) {
    fail(wire, desk, error)
  }
}

/** Has a device that keeps its socket let in again, where the node that ran its workshop has gone. */
async function moved(socket: Socket, desk: Desk): Promise<Channel | 'here' | null> {
  const arrived = await desk.move(socket.handshake.auth as Auth, () => socket.connected)
  if (!arrived || 'channel' in arrived) return arrived && arrived.channel
  wireOf(socket).mute()
  await here(socket, arrived, desk)
  return 'here'
}

/** A device that another node has let in as far as its socket. */
async function take(channel: Channel, auth: Auth, desk: Desk): Promise<void> {
  const arrived = await judge(auth, desk)
  if (typeof arrived === 'string') {
    channel.send(arrived)
    return channel.close()
  }
  const { workshop } = arrived.seat
  const wire: Wire = wireOver(channel, () => {
    desk.afar.set(workshop, (desk.afar.get(workshop) ?? new Set()).add(channel))
    void welcome(wire, arrived, desk).catch((error: unknown) => fail(wire, desk, error))
  })
  channel.onEnd(() => {
    desk.afar.get(workshop)?.delete(channel)
    if (desk.afar.get(workshop)?.size === 0) desk.afar.delete(workshop)
  })
  channel.send('welcome')
}

function refused(code: RefusalCode): Error {
  return Object.assign(new Error(code), { data: { code } })
}

async function welcome(wire: Wire, { seat, session, auth }: Arrived, desk: Desk): Promise<void> {
  // Removed, or given another link, while it was shaking hands.
  if (!isHeld(seat, session)) return wire.close()
  const { budgets, handshakes, clock } = desk
  const spender = `${seat.workshop}/${seat.id}`
  const budget = budgets.lend(spender, seat.role !== 'participant')
  // Coming and going costs too. The transport alone is dropped, after a while: the client tries again.
  if (!handshakes.spend(spender, seat.role !== 'participant', COMING_IN, clock.now())) {
    budgets.giveBack(spender, clock.now())
    return void clock.after(SLOWED, () => wire.close())
  }
  const screen = screenOf(auth, seat)
  const connection: Connection = {
    seat: seat.id,
    role: seat.role,
    ...(screen ? { screen } : {}),
    send: wire.emit,
    broadcast: (event, payload) => desk.broadcast(seat.workshop, event, payload),
    close: wire.close,
  }
  wire.onGone(() => {
    budgets.giveBack(spender, clock.now())
    session.presence.drop(connection)
    desk.sweepLater()
  })
  const here = { wire, seat, session, budget }
  answerTo(here, 'command', desk, (sent) => session.command(seat, sent))
  answerTo(here, 'ballot', desk, (sent) => {
    const parsed = ballotSchema.safeParse(sent)
    return parsed.success ? session.ballot(seat, parsed.data) : Promise.resolve(refuse('bad-request'))
  })
  await session.connect(connection)
}

/** One word up, one answer. */
function answerTo(
  { wire, seat, session, budget }: Omit<Arrived, 'auth'> & { wire: Wire; budget: Budget },
  word: Word,
  { clock, log }: Desk,
  act: (sent: unknown) => Promise<Answer>,
): void {
  let over = 0
  wire.on(word, (sent, ack) => {
    if (!isHeld(seat, session)) return ack(refuse('not-your-seat'))
    if (!budget.take(clock.now(), costOf(sent))) {
      if (++over > MOST_OVER) return cutOff(wire, clock)
      return ack(refuse('too-fast'))
    }
    over = 0
    act(sent).then(ack, (error: unknown) => {
      // No answer: the client keeps what it sent and tries again. Nothing unsaved is ever acknowledged.
      log('error', `${word} not carried out`, { workshop: seat.workshop }, error)
    })
  })
}

/** Hears nothing more of a device, and lets it come back a little later. */
function cutOff(wire: Wire, clock: Clock): void {
  wire.mute()
  clock.after(SLOWED, () => wire.close())
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

function fail(wire: Wire, { log }: Desk, error: unknown): void {
  log('error', 'connection not served', {}, error)
  wire.close()
}
