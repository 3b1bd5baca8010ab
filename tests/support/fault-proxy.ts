// A TCP proxy that spoils connections as venues do: every connection draws its fault from a seed.
// Called by the fault tests; a user-space stand-in for a bad network, so it needs no rights and runs anywhere.
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from './random.ts'

export const FAULTS = [
  'latency',
  'cut',
  'blackHole',
  'deaf',
  'halfClose',
  'slice',
  'throttle',
  'refuseUpgrade',
] as const
export type Fault = (typeof FAULTS)[number]

export interface FaultProxy {
  /** http://127.0.0.1:port */
  url: string
  /** Connections that had each fault so far. */
  counts: Record<Fault | 'none', number>
  /** Spoiled connections end; those that come after are sound. */
  heal(): void
  /** Every connection ends; those that come after draw their fault again. */
  spoil(): void
  /** Every connection of this moment is gone without a word: nothing passes any more, no end either. */
  silence(): void
  close(): Promise<void>
}

export interface FaultOptions {
  random: Random
  /** Part of the connections that are spoiled. */
  part?: number
  faults?: readonly Fault[]
  /** Longest silence of a hole before its connection is reset, in ms. */
  hole?: number
}

/** One connection's fate, drawn when it begins. */
interface Fate {
  fault: Fault | 'none'
  /** Bytes that pass before it strikes. */
  after: number
  /** Milliseconds of delay, or of silence. */
  ms: number
  /** Nothing passes any more. */
  mute: boolean
}

const BYTES_A_SECOND = 20_000
/** So many bytes go out one by one; the rest of a sliced connection passes whole. */
const SLICED = 3000

/** Stands before the server on `port`. */
export async function openFaultProxy(port: number, options: FaultOptions): Promise<FaultProxy> {
  const { random, part = 0.7, faults = FAULTS, hole = 1500 } = options
  const counts = Object.fromEntries(['none', ...FAULTS].map((name) => [name, 0])) as FaultProxy['counts']
  const open = new Set<{ fate: Fate; end(): void }>()
  let healed = false

  const draw = (): Fate => ({
    fault: !healed && random.chance(part) ? random.pick(faults) : 'none',
    after: random.int(0, 6000),
    ms: random.int(20, hole),
    mute: false,
  })
  const server = createServer((client) => {
    const fate = draw()
    counts[fate.fault]++
    const link = { fate, end: () => [client, upstream].forEach((one) => one.destroy()) }
    const upstream = createConnection(port, '127.0.0.1')
    open.add(link)
    for (const one of [client, upstream]) {
      one.setNoDelay(true)
      one.on('error', () => link.end())
      one.on('close', () => !fate.mute && open.delete(link) && link.end())
    }
    carry(client, upstream, fate, 'up', link.end)
    carry(upstream, client, fate, 'down', link.end)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    heal() {
      healed = true
      for (const { fate, end } of open) if (fate.fault !== 'none') end()
    },
    silence: () => open.forEach(({ fate }) => (fate.mute = true)),
    spoil() {
      healed = false
      for (const { end } of open) end()
    },
    close: () => stop(server, open),
  }
}

async function stop(server: Server, open: Set<{ end(): void }>): Promise<void> {
  for (const { end } of open) end()
  await new Promise((done) => server.close(done))
}

/** Carries one direction, in order, through what `fate` does to it. */
function carry(from: Socket, to: Socket, fate: Fate, way: 'up' | 'down', end: () => void): void {
  let seen = 0
  let silent = false
  let turn: Promise<void> = Promise.resolve()
  const pass = async (chunk: Buffer) => {
    if (silent || fate.mute || to.destroyed) return
    const left = fate.after - seen
    seen += chunk.length
    if (refuses(fate, way, chunk)) return refuse(from, end)
    if (!strikes(fate, way) || left > chunk.length) return send(to, chunk, fate, seen)
    silent = true
    await send(to, chunk.subarray(0, Math.max(0, left)), fate, seen)
    await strike(to, fate, end)
  }
  from.on('data', (chunk: Buffer) => {
    from.pause()
    turn = turn.then(() => pass(chunk)).finally(() => from.resume())
  })
  from.on('end', () => void turn.then(() => fate.mute || to.end()))
}

function refuses({ fault }: Fate, way: 'up' | 'down', chunk: Buffer): boolean {
  return (
    fault === 'refuseUpgrade' && way === 'up' && /\r\nupgrade: *websocket/i.test(chunk.toString('latin1'))
  )
}

function refuse(client: Socket, end: () => void): void {
  client.write('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', end)
}

/** True where this direction breaks off in the middle. A deaf client still sends: its answers are lost. */
function strikes({ fault }: Fate, way: 'up' | 'down'): boolean {
  if (fault === 'deaf') return way === 'down'
  if (fault === 'halfClose') return way === 'up'
  return fault === 'cut' || fault === 'blackHole'
}

async function strike(to: Socket, { fault, ms }: Fate, end: () => void): Promise<void> {
  if (fault === 'cut') return end()
  if (fault === 'halfClose') to.end()
  await wait(ms)
  end()
}

async function send(to: Socket, chunk: Buffer, { fault, ms }: Fate, seen: number): Promise<void> {
  if (fault === 'latency') await wait(Math.min(ms, 200))
  if (fault === 'throttle') await wait((chunk.length / BYTES_A_SECOND) * 1000)
  const whole = fault === 'slice' && seen < SLICED ? 0 : chunk.length
  for (let at = 0; at < chunk.length && whole === 0 && !to.destroyed; at++) {
    to.write(chunk.subarray(at, at + 1))
    await new Promise((done) => setImmediate(done))
  }
  if (whole > 0 && !to.destroyed) to.write(chunk)
}
