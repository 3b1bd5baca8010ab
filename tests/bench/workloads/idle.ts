// People who do nothing: what their being there costs. The stock client repeats its presence every 15 s; on ours a phone
// holds a session socket, a pad and the board, and says nothing. Called by generator.ts.
import { measureLoad, pause, residentMb, type Load } from '../meter.ts'
import { openCrowd, range, type Crowd } from '../host/crowd.ts'
import { inTurn } from '../host/workshop.ts'
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'
import { LiveClient } from '../wire/live.ts'

export interface IdleFigures {
  people: number
  load: Load
  rssMb: number
  closed: number
}

const HEARTBEAT = 15_000
/** Our sockets give a sign of life every 20 s, those of documents all at once: a shorter look would miss it, or see only it. */
const OUR_BEAT = 20
const SETTLE = 3_000
const AT_ONCE = 50

export async function idle(target: Target, people: number, seconds: number): Promise<IdleFigures> {
  const ours = target.kind === 'house'
  const crowd = await openCrowd(target, people, 'idle')
  const sessions = ours ? await openSessions(target, crowd) : []
  await pause(SETTLE)
  const play = () =>
    ours
      ? pause(OUR_BEAT * 1000)
      : heartbeats(
          crowd.members.map(({ writes }) => writes),
          seconds,
        )
  const [, load] = await measureLoad(target.pid, play)
  const rssMb = residentMb(target.pid)
  const closed = crowd.closed.count
  for (const session of sessions) session.close()
  crowd.close()
  return { people, load, rssMb, closed }
}

/** Each person's session socket. */
function openSessions({ port }: Target, { members }: Crowd): Promise<LiveClient[]> {
  return inTurn(members, AT_ONCE, async ({ token }) => {
    const live = new LiveClient(port, { token, v: 1 })
    await live.ready
    return live
  })
}

async function heartbeats(
  lines: { prepare(message: Uint8Array): Buffer; send(frame: Buffer): void }[],
  seconds: number,
): Promise<void> {
  const started = performance.now()
  const beats = range(Math.floor((lines.length * seconds * 1000) / HEARTBEAT))
  for (let next = 0; performance.now() - started < seconds * 1000;) {
    for (; next < beats.length && (next / lines.length) * HEARTBEAT <= performance.now() - started; next++) {
      const who = next % lines.length
      const state = { user: { name: `Camille ${who}`, color: '#2f6fed' } }
      const line = lines[who]!
      line.send(line.prepare(dialect.presence(1000 + who, 1 + Math.floor(next / lines.length), state)))
    }
    await pause(4)
  }
}
