// A room at work: notes written and taken away, commands given, ballots cast, and what the server promised of each to keep.
// Called by the tests that take its process or its disk away.
import type { Answer } from '../../shared/wire.ts'
import { openSavedPad, type SavedPad } from './patient.ts'
import { clientId, Device, joinPhone, makeWorkshop, until, type Made, type Phone } from './people.ts'
import type { Random } from './random.ts'

const PROGRAMME = {
  v: 1 as const,
  title: 'Au travail',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} },
    {
      id: 'a2',
      kind: 'dot-vote',
      title: 'Vote',
      settings: { options: [{ id: 'x', label: 'X' }], dotsPerPerson: 50, maxPerItem: 50 },
    },
  ],
}
const PHONES = 3
/** Notes of one pad, those taken away included; the gate lets no more than fifty lie there at once. */
const MOST_NOTES = 45

/** Something sent under an id of its own, and the answer if one came. */
export interface Sent {
  id: string
  body: object
  answer?: Answer
}

interface Person {
  phone: Phone
  pad: SavedPad
  ballots: Sent[]
}

/** What had been promised at one moment. */
export interface Promised {
  made: Made
  mode: 'write' | 'vote'
  /** Revision when the work began. */
  rev: number
  commands: Sent[]
  people: {
    token: string
    pad: string
    saved: Set<string>
    gone: Set<string>
    removed: Set<string>
    ballots: Sent[]
  }[]
}

export interface BusyRoom {
  promised(): Promised
  /** Nothing new is sent; what is under way ends. */
  stop(): Promise<void>
  /** The sheets of the phones, which come back by themselves. */
  pads: SavedPad[]
  leave(): void
}

/** Opens a workshop and lets everybody work until stop(). */
export async function openBusyRoom(url: string, random: Random, mode: 'write' | 'vote'): Promise<BusyRoom> {
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await new Device(url, made.tokens.desk).ready()
  const phones = await Promise.all(Array.from({ length: PHONES }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  if (mode === 'vote') {
    await desk.do({ kind: 'open', activity: 'a2' })
    await desk.do({ kind: 'pollOpen' })
    await until(() => phones.every(({ session }) => session?.poll?.state === 'open'))
  }
  const rev = desk.session!.rev
  const people = phones.map((phone): Person => {
    const pad = openSavedPad(url, made, phone.token, `pad.a1.${phone.seat}`)
    return { phone, pad, ballots: [] }
  })
  const commands: Sent[] = []
  const removed = people.map(() => new Set<string>())
  let over = false
  const going = () => !over
  const work = [
    command(desk, commands, going),
    ...people.map((person, i) => scribble(person, i, removed[i]!, random, going)),
    ...(mode === 'vote' ? people.map((person) => vote(person, going)) : []),
  ]
  return {
    pads: people.map(({ pad }) => pad),
    promised: () => ({
      made,
      mode,
      rev,
      commands: commands.map((sent) => ({ ...sent })),
      people: people.map(({ phone, pad, ballots }, i) => ({
        token: phone.token,
        pad: `pad.a1.${phone.seat}`,
        saved: pad.saved(),
        gone: pad.gone(),
        removed: new Set(removed[i]),
        ballots: ballots.map((sent) => ({ ...sent })),
      })),
    }),
    async stop() {
      over = true
      await Promise.all(work)
    },
    leave() {
      for (const { pad, phone } of people) {
        pad.leave()
        phone.socket.close()
      }
      desk.socket.close()
    },
  }
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Sends once; an answer that does not come is none. */
export async function give(device: Device, word: string, sent: Sent): Promise<void> {
  const { id, body } = sent
  const answer = await (
    device.socket.timeout(2000).emitWithAck(word, { id, ...body }) as Promise<Answer>
  ).catch(() => null)
  if (answer && (answer.ok || answer.code !== 'too-fast')) sent.answer = answer
}

async function command(desk: Device, commands: Sent[], going: () => boolean): Promise<void> {
  for (let n = 0; going(); n++) {
    const sent: Sent = { id: clientId(), body: { kind: 'screen', show: n % 2 === 0 ? 'code' : 'step' } }
    commands.push(sent)
    await give(desk, 'command', sent)
    await pause(12)
  }
}

async function scribble(
  { pad }: Person,
  i: number,
  removed: Set<string>,
  random: Random,
  going: () => boolean,
): Promise<void> {
  for (let n = 0; n < MOST_NOTES && going(); n++) {
    const id = `w${i}-${n}`
    pad.write(id, `note ${id}`)
    if (n > 2 && random.chance(0.3)) {
      const old = `w${i}-${random.int(0, n - 1)}`
      if (!removed.has(old)) pad.remove(old)
      removed.add(old)
    }
    await pause(random.int(5, 60))
  }
}

/** Each ballot says its own number: the last one that counts can be told from the result. */
async function vote({ phone, ballots }: Person, going: () => boolean): Promise<void> {
  const poll = phone.session!.poll!.id
  for (let n = 1; n <= 50 && going(); n++) {
    const sent: Sent = { id: clientId(), body: { poll, choice: { x: n } } }
    ballots.push(sent)
    await give(phone, 'ballot', sent)
    if (!sent.answer) return
    await pause(10)
  }
}
