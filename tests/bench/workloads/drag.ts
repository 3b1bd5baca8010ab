// Ten people drag notes at 30 positions a second, all in presence, and drop one every two seconds; everybody looks on.
// On ours only the desk's devices point: as many of them as two seats may have, the rest are phones that see the drops.
import { Latencies, measureLoad, pause, type Load } from '../meter.ts'
import { houseLine, openCrowd, range, type Crowd, type Line } from '../host/crowd.ts'
import { createReceipts } from '../host/receipts.ts'
import { Writer } from '../host/writer.ts'
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'
import { mark } from '../wire/markers.ts'

export interface DragFigures {
  people: number
  /** Sockets that are told who points where. */
  told: number
  p50: number
  p99: number
  load: Load
  closed: number
}

const DRAGGERS = 10
const PERIOD = 1000 / 30
const DROP_EVERY = 60
/** Devices that the desk's seat and the scribe's may have. */
const TRUSTED = 40

export async function drag(target: Target, people: number, seconds: number): Promise<DragFigures> {
  const crowd = await openCrowd(target, target.kind === 'house' ? people - TRUSTED : people, 'drag')
  const lines =
    target.kind === 'house' ? await pointers(target, crowd) : crowd.members.map(({ writes }) => writes)
  const latencies = new Latencies()
  const steps = Math.round(seconds * 30)
  const plans = lines.slice(0, DRAGGERS).map((line, i) => plan(line, i, steps))
  const told = Math.max(crowd.readers, lines.length + crowd.members.length + 1)
  const size = { first: 1, marks: steps * DRAGGERS, readers: told }
  const receipts = createReceipts(size, () => -1, latencies)
  crowd.onFrame = receipts.took
  for (const { line, note } of plans) line.send(note)
  await pause(500)
  const [, load] = await measureLoad(target.pid, () => play(plans, steps, receipts.sent))
  await pause(500)
  const closed = crowd.closed.count
  for (const line of lines) line.close()
  crowd.close()
  const [p50, p99] = [latencies.quantile(0.5), latencies.quantile(0.99)]
  return { people, told: lines.length, p50, p99, load, closed }
}

/** Board sockets of trusted hands on ours. */
async function pointers({ port }: Target, crowd: Crowd): Promise<Line[]> {
  const { code, tokens } = crowd.workshop!
  const lines = range(TRUSTED).map((i) => {
    const token = i % 2 === 0 ? tokens.desk : tokens.scribe
    return houseLine(port, { code, token, doc: 'board.a1' }, crowd, crowd.members.length + 1 + i)
  })
  await Promise.all(lines.map(({ synced }) => synced))
  return lines
}

interface Plan {
  line: Line
  note: Buffer
  moves: Buffer[]
  drops: Buffer[]
}

function plan(line: Line, dragger: number, steps: number): Plan {
  const writer = new Writer(`d${dragger}`, 1)
  const note = line.prepare(dialect.update(writer.next(0)))
  const moves = range(steps).map((step) => {
    const user = { name: `Camille ${dragger}`, color: '#2f6fed' }
    const at = [step / steps, 0.5]
    const state = {
      user,
      drag: { note: `d${dragger}n0`, at, mark: mark(1 + step * DRAGGERS + dragger, false) },
    }
    return line.prepare(dialect.presence(writer.doc.clientID, step + 1, state))
  })
  const drops = range(Math.ceil(steps / DROP_EVERY)).map((i) =>
    line.prepare(dialect.update(writer.drop(i / 10))),
  )
  return { line, note, moves, drops }
}

async function play(plans: Plan[], steps: number, sent: (mark: number) => void): Promise<void> {
  const started = performance.now()
  for (let step = 0; step < steps;) {
    for (; step < steps && step * PERIOD <= performance.now() - started; step++) {
      plans.forEach(({ line, moves, drops }, dragger) => {
        sent(1 + step * DRAGGERS + dragger)
        line.send(moves[step]!)
        if (step % DROP_EVERY === 0) line.send(drops[step / DROP_EVERY]!)
      })
    }
    await pause(4)
  }
}
