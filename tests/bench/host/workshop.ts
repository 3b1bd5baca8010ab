// What a facilitator and the people's phones do before anything can be measured on our server: a workshop, its step, its seats.
// Called by crowds.ts and the workloads.
import { randomBytes } from 'node:crypto'
import type { Programme } from '../../../shared/programme.ts'
import { LiveClient } from '../wire/live.ts'

export interface Seat {
  id: string
  token: string
}

export interface Workshop {
  id: string
  code: string
  tokens: { desk: string; scribe: string; wall: string }
  desk: LiveClient
  command(command: Record<string, unknown>): Promise<void>
  /** Takes so many seats, as phones do with the QR code. */
  seats(count: number): Promise<Seat[]>
}

export const BRAINSTORM: Programme = {
  v: 1,
  title: 'Une soirée',
  activities: [{ id: 'a1', kind: 'brainstorm', title: 'Remue-méninges', settings: {} }],
}

/** Requests under way at once. */
const AT_ONCE = 40

/** A workshop of one brainstorm whose pads are live and whose board every phone reads. */
export async function liveWorkshop(port: number): Promise<Workshop> {
  const workshop = await makeWorkshop(port, BRAINSTORM)
  await workshop.command({ kind: 'open', activity: 'a1' })
  await workshop.command({ kind: 'reveal' })
  return workshop
}

/** A workshop with its desk connected; nothing is open yet. */
export async function makeWorkshop(port: number, programme: Programme): Promise<Workshop> {
  const made = await post<Made>(port, '/api/workshops', { title: programme.title, programme })
  const { id, code } = made.workshop
  const desk = new LiveClient(port, { token: made.tokens.desk, v: 1 })
  await desk.ready
  const invite = made.links.join.split('#')[1]
  const seat = async () => {
    const { seat, token } = await post<Joined>(port, `/api/workshops/${code}/seats`, { invite })
    return { id: seat.id, token }
  }
  return {
    id,
    code,
    tokens: made.tokens,
    desk,
    async command(command) {
      const said = await desk.ask('command', { id: randomBytes(16).toString('hex'), ...command })
      if (!(said as { ok: boolean }).ok) throw new Error(`refused: ${JSON.stringify([command, said])}`)
    },
    seats: (count) => inTurn(Array.from({ length: count }), AT_ONCE, seat),
  }
}

interface Made {
  workshop: { id: string; code: string }
  tokens: { desk: string; scribe: string; wall: string }
  links: { join: string }
}

interface Joined {
  seat: { id: string }
  token: string
}

/** Runs `act` on all items, `most` at a time; answers in their order. */
export async function inTurn<T, R>(
  items: readonly T[],
  most: number,
  act: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await act(items[index]!, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
  return results
}

async function post<T>(port: number, path: string, body: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
