// One simulated person: joins like a phone, writes notes on its own sheet, votes, reacts, says it is done. Made by Rehearsal.svelte.
import { untrack } from 'svelte'
import { padName } from '../../shared/ids.ts'
import type { Snapshot } from '../../shared/wire.ts'
import { api, isProblem } from '../lib/api.ts'
import { Doc } from '../lib/doc.svelte.ts'
import { hexId, newId } from '../lib/id.ts'
import { Live } from '../lib/live.svelte.ts'
import { noteFrom, writingOf } from '../phone/writing.ts'
import { choiceFor } from './choice.ts'
import type { Rehearsal } from './rehearsal.ts'
import { THUMB, wishesOf } from './wishes.ts'

export interface RobotParts {
  rehearsal: Rehearsal
  name: string
  /** Sentences that stand for what people write. */
  samples: readonly string[]
  random: () => number
  /** Notes that everybody in the room sees now. */
  notes: () => readonly string[]
}

/** Longest time before it writes or votes, in ms: a room does not answer at once. */
const SLOW = 15_000
const NOTES = 3
/** How many of a room like to take the floor. */
const SPEAKS = 0.4

export class Robot {
  readonly #parts: RobotParts
  readonly #token: string
  readonly #live: Live
  readonly #stop: () => void
  readonly #speaks: boolean
  #timers = new Set<ReturnType<typeof setTimeout>>()
  #pad: Doc | null = null
  /** What it has begun already: a step's writing, a poll. */
  #begun = new Set<string>()

  /** Takes a seat of the rehearsal; null where the server gives none. */
  static async join(parts: RobotParts): Promise<Robot | null> {
    const { code, invite } = parts.rehearsal
    const body = { name: parts.name, invite }
    const joined = await api<{ token: string }>('POST', `/api/workshops/${code}/seats`, { body })
    return isProblem(joined) ? null : new Robot(parts, joined.token)
  }

  constructor(parts: RobotParts, token: string) {
    this.#parts = parts
    this.#speaks = parts.random() < SPEAKS
    this.#token = token
    const live = new Live(token)
    this.#live = live
    this.#stop = $effect.root(() => {
      $effect(() => {
        const session = live.snapshot
        const notes = parts.notes()
        if (session) untrack(() => this.#look(session, notes))
      })
    })
  }

  leave(): void {
    this.#stop()
    for (const timer of this.#timers) clearTimeout(timer)
    this.#pad?.close()
    this.#live.close()
  }

  #look(session: Snapshot, notes: readonly string[]): void {
    const { now, may, poll } = session
    if (!now) return
    const writing = `${now.activity}.${now.step}`
    if (may.pad !== 'none' && now.writer) this.#once(writing, () => this.#write())
    if (poll?.state === 'open' && may.ballot) this.#once(poll.id, () => this.#vote())
    if (!session.thumbs) this.#begun.delete(THUMB)
    for (const { once, command } of wishesOf(session, notes, this.#parts.random, this.#speaks))
      this.#once(once, () => void this.#live.act(command))
  }

  #once(what: string, act: () => void): void {
    if (this.#begun.has(what)) return
    this.#begun.add(what)
    const timer = setTimeout(() => (this.#timers.delete(timer), act()), this.#parts.random() * SLOW)
    this.#timers.add(timer)
  }

  #write(): void {
    const { now, may } = this.#live.snapshot ?? {}
    if (!now?.writer || !may || may.pad === 'none') return
    const { random, samples, rehearsal } = this.#parts
    const name = padName(now.activity, now.writer)
    if (this.#pad?.name !== name) {
      this.#pad?.close()
      this.#pad = new Doc({ code: rehearsal.code, token: this.#token, name, keep: false, trusted: false })
    }
    const pad = this.#pad
    const { kinds, columns, fixed, noteLength } = writingOf(now)
    for (let i = 0; i <= Math.floor(random() * NOTES); i++) {
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
      const draft = {
        text: (pick(samples) ?? '').slice(0, noteLength),
        tone: pick(kinds)!.tone,
        under: fixed ?? pick(columns)?.id ?? null,
        fields: {},
      }
      pad.add(noteFrom(draft, newId(), pad.notes))
    }
    void this.#live.act({ kind: 'done', on: true })
  }

  #vote(): void {
    const poll = this.#live.snapshot?.poll
    if (poll?.state !== 'open') return
    const choice = choiceFor(poll, this.#parts.random)
    if (choice !== null) void this.#live.sendBallot(poll.id, choice, hexId())
  }
}
