// A thousand people come in within ten seconds, on a board that holds notes; everybody is told who is there.
// Called by generator.ts. On ours a person is a session socket, a pad and the board; on the peers one socket with presence.
import { Latencies, measureLoad, pause, type Load } from '../meter.ts'
import { houseLine, openCrowd, peerLine, range, type Crowd } from '../host/crowd.ts'
import { Writer } from '../host/writer.ts'
import type { Seat } from '../host/workshop.ts'
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'
import { LiveClient } from '../wire/live.ts'

export interface StormFigures {
  people: number
  notes: number
  joined: number
  p50: number
  p99: number
  load: Load
}

const SEEDERS = 10
/** People who come in before, and how many seconds that takes: code that nobody has run yet is not what is measured. */
const WARM = { people: 200, seconds: 2 }
/** Milliseconds that the last may take. */
const DRAIN = 15_000
const SETTLE = 1_000

export async function storm(
  target: Target,
  people: number,
  notes: number,
  seconds: number,
): Promise<StormFigures> {
  const crowd = await openCrowd(target, SEEDERS, 'storm')
  await seed(crowd, notes)
  const seats = (await crowd.workshop?.seats(WARM.people + people)) ?? []
  let latencies = new Latencies()
  const closing: (() => void)[] = []
  const join = async (i: number) => {
    const started = performance.now()
    closing.push(
      await (target.kind === 'house' ? joinHouse(target, crowd, seats[i]!) : joinPeer(target, crowd, i)),
    )
    latencies.add(performance.now() - started)
  }
  await arrive(WARM.people, WARM.seconds, join)
  for (const close of closing.splice(0)) close()
  await pause(SETTLE)
  latencies = new Latencies()
  const [, load] = await measureLoad(target.pid, () => arrive(people, seconds, (i) => join(WARM.people + i)))
  for (const close of closing) close()
  crowd.close()
  const [p50, p99] = [latencies.quantile(0.5), latencies.quantile(0.99)]
  return { people, notes, joined: latencies.total / people, p50, p99, load }
}

/** Everybody starts at their moment; resolves when all are in, or nobody waits any longer. */
async function arrive(people: number, seconds: number, join: (i: number) => Promise<void>): Promise<void> {
  const started = performance.now()
  const joining: Promise<void>[] = []
  for (let i = 0; i < people;) {
    for (; i < people && (i / people) * seconds * 1000 <= performance.now() - started; i++)
      joining.push(join(i).catch(() => undefined))
    await pause(4)
  }
  await Promise.race([Promise.all(joining), pause(DRAIN)])
}

async function joinPeer(target: Target, crowd: Crowd, i: number): Promise<() => void> {
  const line = peerLine(target, 'storm', crowd, -1)
  await line.synced
  const state = { user: { name: `Camille ${i}`, color: '#2f6fed' } }
  line.send(line.prepare(dialect.presence(1000 + i, 1, state)))
  return line.close
}

async function joinHouse({ port }: Target, crowd: Crowd, { id, token }: Seat): Promise<() => void> {
  const { code } = crowd.workshop!
  let told: () => void = () => undefined
  const session = new Promise<void>((resolve) => (told = resolve))
  const live = new LiveClient(port, { token, v: 1 }, { onEvent: () => told() })
  const pad = houseLine(port, { code, token, doc: `pad.a1.${id}` }, crowd, -1)
  const board = houseLine(port, { code, token, doc: 'board.a1' }, crowd, -1)
  await Promise.all([session, pad.synced, board.synced])
  return () => [live, pad, board].forEach((one) => one.close())
}

/** Notes by the people who are there already. */
export async function seed(crowd: Crowd, notes: number): Promise<void> {
  const each = Math.ceil(notes / crowd.members.length)
  crowd.members.forEach(({ writes }, member) => {
    const writer = new Writer(`s${member}`, each)
    for (const i of range(each)) writer.next(900_000 + i)
    writes.send(writes.prepare(dialect.update(writer.whole())))
    writer.doc.destroy()
  })
  await pause(1_000)
}
