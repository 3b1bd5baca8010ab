// A board on which 3,000 clientIDs have written: what one more edit costs. Called by generator.ts.
// Thirty people have reloaded their page a hundred times each. On ours these are their pads: the board itself knows only the server's hand.
import * as Y from 'yjs'
import { measureLoad, pause, type Load } from '../meter.ts'
import { openCrowd, range, type Crowd, type Member } from '../host/crowd.ts'
import { Writer } from '../host/writer.ts'
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'
import { marksIn } from '../wire/markers.ts'

export interface OldBoardFigures {
  clients: number
  /** Updates a second that one whole core would take. */
  capacity: number
  offered: number
  taken: number
  load: Load
  closed: number
}

const WRITERS = 30
/** Ours takes 30 messages a second from a seat. */
const PER_SECOND = 25
/** A pad takes 50 notes: beyond, people edit their own. */
const NOTES_EACH = 40
/** An update may bring so many new clientIDs and some more. */
const AT_ONCE = 50
const SETTLE = 2_000

export async function oldBoard(target: Target, clients: number, seconds: number): Promise<OldBoardFigures> {
  const crowd = await openCrowd(target, WRITERS, 'old')
  await grow(crowd, clients, target.kind === 'house')
  const steps = seconds * PER_SECOND
  const plans = crowd.members.map(({ writes }, i) => {
    const writer = new Writer(`w${i}`, 1)
    const frames = range(steps + 1).map((step) =>
      writes.prepare(dialect.update(writer.next(step * WRITERS + i))),
    )
    return { writes, frames }
  })
  for (const { writes, frames } of plans) writes.send(frames[0]!)
  await pause(SETTLE)
  const furthest = watch(crowd)
  const [taken, load] = await measureLoad(target.pid, async () => {
    await play(plans, steps)
    await pause(100)
    return furthest()
  })
  const { count: closed } = crowd.closed
  crowd.close()
  return { clients, capacity: taken / load.cpu, offered: steps * WRITERS, taken, load, closed }
}

/** Each page that was ever opened here has written once, under a clientID of its own; on ours on the pad of its person. */
async function grow({ members }: Crowd, clients: number, ours: boolean): Promise<void> {
  const updates = members.map((_, hand) => written(hand, clients))
  const send = ({ writes }: Member, some: Uint8Array[]) =>
    writes.send(writes.prepare(dialect.update(Y.mergeUpdates(some))))
  if (!ours) send(members[0]!, updates.flat())
  else
    for (const [hand, own] of updates.entries())
      for (let from = 0; from < own.length; from += AT_ONCE)
        send(members[hand]!, own.slice(from, from + AT_ONCE))
  await pause(SETTLE)
}

/** What the pages of one person have written, in their order. */
function written(hand: number, clients: number): Uint8Array[] {
  const writer = new Writer(`o${hand}`, NOTES_EACH)
  const updates = range(clients / WRITERS).map((page) => {
    writer.doc.clientID = 1 + hand * clients + page
    return writer.next(900_000)
  })
  writer.doc.destroy()
  return updates
}

/** How many edits the last reader has seen, or has seen the result of: a later edit of a note holds the earlier ones. */
function watch(crowd: Crowd): () => number {
  const seen = new Int32Array(WRITERS)
  const reader = crowd.readers - 1
  crowd.onFrame = (from, frame) => {
    if (from !== reader) return
    for (const mark of marksIn(frame)) {
      if (mark >= 900_000) continue
      const who = mark % WRITERS
      seen[who] = Math.max(seen[who]!, Math.floor(mark / WRITERS))
    }
  }
  return () => seen.reduce((sum, one) => sum + one, 0)
}

async function play(
  plans: { writes: { send(frame: Buffer): void }; frames: Buffer[] }[],
  steps: number,
): Promise<void> {
  const started = performance.now()
  for (let step = 1; step <= steps;) {
    for (; step <= steps && (step / PER_SECOND) * 1000 <= performance.now() - started; step++)
      for (const { writes, frames } of plans) writes.send(frames[step]!)
    await pause(4)
  }
}
