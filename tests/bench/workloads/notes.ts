// Notes: everybody in one room, or in many, writes one every two seconds; who received it, and when.
// Called by generator.ts as `workshop` and `rooms`.
import { Latencies, measureLoad, pause, residentMb, type Load } from '../meter.ts'
import { openCrowd, range, type Crowd } from '../host/crowd.ts'
import { createReceipts, type Receipts } from '../host/receipts.ts'
import { openWitness } from '../host/witness.ts'
import { inTurn } from '../host/workshop.ts'
import { Writer } from '../host/writer.ts'
import type { Target } from '../start.ts'
import * as dialect from '../wire/dialect.ts'

export interface NotesFigures {
  people: number
  notes: number
  /** 0 to 1. */
  delivered: number
  p50: number
  p99: number
  /** The server's share is all it spent until the last receipt, over the time of sending: what the work takes, however late it is done. */
  load: Load
  rssMb: number
  /** Sockets that the server closed. */
  closed: number
  /** What the real client saw is what the counters counted; null where nobody looked, or not all came. */
  valid: boolean | null
}

/** Seconds between two notes of one person. */
const EVERY = 2
/** Milliseconds that a late note may take after the last was sent. */
const DRAIN = 3_000
/** A board takes 5,000 notes, a pad 50: beyond, people edit their own. */
const NOTES_A_BOARD = 4_500
const NOTES_A_PAD = 40
/** A real client works for each note as a laptop does: in larger rooms it would be what is measured. */
const WITNESSED = 300
const ROOMS_AT_ONCE = 8
/** Below, the server is still at work, and every reader is at another place. */
const COMPLETE = 0.999

export async function workshop(target: Target, people: number, seconds: number): Promise<NotesFigures> {
  const crowd = await openCrowd(target, people, 'workshop')
  const watched = people <= WITNESSED
  return playNotes(target, [crowd], seconds, watched)
}

export async function rooms(
  target: Target,
  count: number,
  people: number,
  seconds: number,
): Promise<NotesFigures> {
  const crowds = await inTurn(range(count), ROOMS_AT_ONCE, (i) => openCrowd(target, people, `room${i}`))
  return playNotes(target, crowds, seconds, false)
}

interface Send {
  at: number
  crowd: Crowd
  member: number
  mark: number
  frame: Buffer
}

async function playNotes(
  target: Target,
  crowds: Crowd[],
  seconds: number,
  watched: boolean,
): Promise<NotesFigures> {
  const rounds = Math.ceil(seconds / EVERY)
  const latencies = new Latencies()
  const { sends, texts } = prepare(crowds, rounds + 1)
  const receipts = listen(crowds, rounds, latencies)
  const witness = watched ? openWitness(target, crowds[0]!) : null
  await witness?.synced()
  const people = sends.length / (rounds + 1)
  await playOut(sends.slice(0, people), receipts)
  const counted = sends.slice(people)
  const expected = crowds.reduce(
    (sum, { members, readers }) => sum + members.length * rounds * (readers - 1),
    0,
  )
  const received = () => [...receipts.values()].reduce((sum, one) => sum + one.received, 0)
  const [, spent] = await measureLoad(target.pid, async () => {
    await playOut(counted, receipts)
    const end = performance.now() + DRAIN
    while (received() < expected && performance.now() < end) await pause(20)
  })
  const load = { ...spent, server: spent.cpu / (rounds * EVERY) }
  const rssMb = residentMb(target.pid)
  const delivered = received() / expected
  const attests = witness !== null && delivered > COMPLETE
  const valid = attests ? await agrees(witness.texts, texts, receipts.get(crowds[0]!)!, rounds, people) : null
  witness?.close()
  const closed = crowds.reduce((sum, crowd) => sum + crowd.closed.count, 0)
  for (const crowd of crowds) crowd.close()
  const [p50, p99] = [latencies.quantile(0.5), latencies.quantile(0.99)]
  return { people, notes: counted.length, delivered, p50, p99, load, rssMb, closed, valid }
}

/** All sends of all rounds, in the order of their time; the first round only warms up. */
function prepare(crowds: Crowd[], rounds: number): { sends: Send[]; texts: Set<string> } {
  const total = crowds.reduce((sum, { members }) => sum + members.length, 0)
  const sends: Send[] = []
  const texts = new Set<string>()
  let person = 0
  let base = 1
  for (const crowd of crowds) {
    const most = Math.max(1, Math.min(NOTES_A_PAD, Math.floor(NOTES_A_BOARD / crowd.members.length)))
    const { length } = crowd.members
    crowd.members.forEach(({ writes }, member) => {
      const writer = new Writer(`p${member}`, most)
      for (const round of range(rounds)) {
        const mark = base + round * length + member
        const frame = writes.prepare(dialect.update(writer.next(mark)))
        sends.push({ at: (round + person / total) * EVERY * 1000, crowd, member, mark, frame })
      }
      for (const text of writer.texts.values()) texts.add(text)
      writer.doc.destroy()
      person++
    })
    base += rounds * length
  }
  return { sends: sends.sort((a, b) => a.at - b.at), texts }
}

/** Receipts of every room's marks after the warm-up. */
function listen(crowds: Crowd[], rounds: number, latencies: Latencies): Map<Crowd, Receipts> {
  const all = new Map<Crowd, Receipts>()
  let base = 1
  for (const crowd of crowds) {
    const { length } = crowd.members
    const first = base + length
    const ownerOf = (mark: number) => (mark - first) % length
    const receipts = createReceipts(
      { first, marks: rounds * length, readers: crowd.readers },
      ownerOf,
      latencies,
    )
    crowd.onFrame = receipts.took
    all.set(crowd, receipts)
    base += (rounds + 1) * length
  }
  return all
}

/** Sends everything at its time, counted from the first. */
async function playOut(sends: Send[], receipts: Map<Crowd, Receipts>): Promise<void> {
  const started = performance.now() - (sends[0]?.at ?? 0)
  let next = 0
  while (next < sends.length) {
    const now = performance.now() - started
    for (let send; (send = sends[next]) && send.at <= now; next++) {
      receipts.get(send.crowd)!.sent(send.mark)
      send.crowd.members[send.member]!.writes.send(send.frame)
    }
    await pause(4)
  }
}

/** The real client's document holds every note as it was last written, and one counter counted every note of the run. */
async function agrees(
  seen: () => Set<string>,
  texts: Set<string>,
  receipts: Receipts,
  rounds: number,
  people: number,
): Promise<boolean> {
  const end = performance.now() + DRAIN
  const isWhole = () => [...texts].every((text) => seen().has(text))
  while (!isWhole() && performance.now() < end) await pause(50)
  const counter = receipts.seenBy(people - 1).size
  return isWhole() && seen().size === texts.size && counter >= rounds * (people - 1)
}
