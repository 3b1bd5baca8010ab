// Five thousand ballots within a second: how long until each is acknowledged. Called by generator.ts.
// On ours the answer means that the ballot is on disk; the peer counts in memory and tells a tally every 250 ms.
import { randomBytes } from 'node:crypto'
import { Latencies, measureLoad, pause, type Load } from '../meter.ts'
import { range } from '../host/crowd.ts'
import { inTurn, makeWorkshop } from '../host/workshop.ts'
import type { Target } from '../start.ts'
import { LiveClient } from '../wire/live.ts'

export interface VotesFigures {
  voters: number
  ballots: number
  acknowledged: number
  refused: number
  p50: number
  p99: number
  load: Load
}

const AT_ONCE = 50
const DRAIN = 10_000
const SETTLE = 2_000
/** Above those that ask() uses. */
const FIRST = 100_000

/** `ballots` over one second by `voters`, each changing their mind a few times. As many before only warm up. */
export async function votes(target: Target, voters: number, ballots: number): Promise<VotesFigures> {
  const poll = target.kind === 'house' ? await openPoll(target) : await noPoll(voters)
  let latencies = new Latencies()
  const sentAt = new Float64Array(2 * ballots)
  let refused = 0
  const onAck = (id: number, payload: Buffer) => {
    latencies.add(performance.now() - sentAt[id - FIRST]!)
    if (!payload.includes('"ok":true')) refused++
  }
  const clients = await inTurn(await poll.auths(voters), AT_ONCE, async (auth) => {
    const client = new LiveClient(target.port, auth, { onAck })
    await client.ready
    return client
  })
  const frames = range(2 * ballots).map((i) => LiveClient.frame(FIRST + i, 'ballot', ballot(poll.id, i)))
  const round = (from: number) => {
    latencies = new Latencies()
    return cast(clients, frames.slice(from, from + ballots), sentAt.subarray(from), () => latencies.total)
  }
  await pause(SETTLE)
  await round(0)
  await pause(SETTLE)
  const [, load] = await measureLoad(target.pid, () => round(ballots))
  for (const client of clients) client.close()
  poll.close()
  const [p50, p99] = [latencies.quantile(0.5), latencies.quantile(0.99)]
  return { voters, ballots, acknowledged: latencies.total / ballots, refused, p50, p99, load }
}

function ballot(poll: string, i: number): object {
  const choice = { [`o${i % 10}`]: 1, [`o${(i + 3) % 10}`]: 1 }
  return { id: randomBytes(16).toString('hex'), poll, choice }
}

async function cast(
  clients: LiveClient[],
  frames: Buffer[],
  sentAt: Float64Array,
  answered: () => number,
): Promise<void> {
  const started = performance.now()
  for (let i = 0; i < frames.length;) {
    for (; i < frames.length && (i / frames.length) * 1000 <= performance.now() - started; i++) {
      sentAt[i] = performance.now()
      clients[i % clients.length]!.send(frames[i]!)
    }
    await pause(2)
  }
  const end = performance.now() + DRAIN
  while (answered() < frames.length && performance.now() < end) await pause(5)
}

interface Poll {
  id: string
  /** What each voter says at the handshake. */
  auths(count: number): Promise<object[]>
  close(): void
}

async function openPoll({ port }: Target): Promise<Poll> {
  const options = range(10).map((i) => ({ id: `o${i}`, label: `Piste ${i}` }))
  const workshop = await makeWorkshop(port, {
    v: 1,
    title: 'Un vote',
    activities: [{ id: 'a1', kind: 'dot-vote', title: 'Gommettes', settings: { options } }],
  })
  await workshop.command({ kind: 'open', activity: 'a1' })
  await workshop.command({ kind: 'step' })
  const response = await fetch(`http://127.0.0.1:${port}/api/workshops/${workshop.id}/session`, {
    headers: { Authorization: `Bearer ${workshop.tokens.desk}` },
  })
  const { poll } = (await response.json()) as { poll: { id: string } }
  const auths = async (count: number) => (await workshop.seats(count)).map(({ token }) => ({ token, v: 1 }))
  return { id: poll.id, auths, close: () => workshop.desk.close() }
}

function noPoll(voters: number): Promise<Poll> {
  const auths = () => Promise.resolve(range(voters).map((i) => ({ seat: `s${i}` })))
  return Promise.resolve({ id: 'poll', auths, close: () => undefined })
}
