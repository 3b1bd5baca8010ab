// What seats ask a workshop for: each word in its turn, answered once, and told to everybody whom it concerns.
// Called by session.ts. An answer leaves after the snapshots that its word has caused.
import {
  PAPER_COMMANDS,
  SEAT_COMMANDS,
  SHARED,
  UNTOLD,
  type Command,
  type SentCommand,
} from '../../shared/session/commands.ts'
import { openRound } from '../../shared/session/state.ts'
import { refuse, type Answer, type Role } from '../../shared/wire.ts'
import type { Answers } from './answers.ts'
import type { Ballots } from './ballots.ts'
import type { Asked, Failed } from './deciding.ts'
import type { Place } from './place.ts'
import type { Telling } from './telling.ts'
import { createTurns } from './turns.ts'

/** Who acts where nobody has asked: a clock that ran out, a person who leaves by themselves. */
const SERVER = { id: 'server', role: 'facilitator' as const }
/** Commands of one seat that may wait their turn. */
const MOST_WAITING = 240

export interface HearingDeps {
  place: Place
  answers: Answers
  ballots: Ballots
  telling: Telling
  decide(asked: Asked[]): Promise<(Answer | Failed)[]>
  /** Something was decided, stored or not. */
  decided(): void
}

export interface Hearing {
  /** Rejects where nothing may be answered: it was not stored, and whoever asked asks again. */
  hear(seat: Heard['seat'], sent: SentCommand): Promise<Answer>
  /** What the server does by itself; call it in a turn of its own. Rejects where it could not be stored. */
  byItself(command: Command): Promise<Answer>
  /** Runs `fn` between words, never during one. */
  alone<T>(fn: () => Promise<T>): Promise<T>
  /** Nobody waits for an answer. */
  readonly isQuiet: boolean
}

interface Heard {
  seat: { id: string; role: Role }
  sent: SentCommand
}

/** `fresh` where the word has changed something now. */
interface Told {
  answer: Answer
  fresh: boolean
}

export function createHearing(deps: HearingDeps): Hearing {
  const { place, answers, ballots, telling } = deps

  async function decide(asked: Asked[]): Promise<(Answer | Failed)[]> {
    try {
      const said = await deps.decide(asked)
      if (said.some((one) => 'failed' in one)) reopenBallots()
      return said
    } catch (error) {
      reopenBallots()
      throw error
    } finally {
      ballots.release()
    }
  }

  /** A closing that could not be stored did not happen: the poll goes on taking ballots. */
  function reopenBallots(): void {
    const round = openRound(place.row.session)
    if (round) ballots.reopen(round)
  }

  /** Answers what was asked in one turn; a repeated word is answered as it was. */
  async function answer(heard: Heard[]): Promise<(Told | Failed)[]> {
    const known = await Promise.all(heard.map(({ seat, sent }) => answers.find(seat.id, sent)))
    const decided = await decide(heard.filter((_, i) => !known[i]).map(askedOf))
    deps.decided()
    return heard.map(({ seat, sent }, i) => {
      const before = known[i]
      if (before) return { answer: before, fresh: false }
      const said = decided.shift()!
      if ('failed' in said) return said
      if (!said.ok) answers.remember(seat.id, sent, said)
      return { answer: said, fresh: said.ok }
    })
  }

  /** One word that has a turn for itself: everybody is told before the next. */
  async function answerOne(heard: Heard): Promise<Told | Failed> {
    const [told] = await answer([heard])
    const { seat, sent } = heard
    if ('fresh' in told! && told.fresh && !SEAT_COMMANDS.has(sent.kind)) await telling.all(seat.id)
    if (PAPER_COMMANDS.has(sent.kind)) telling.recount()
    return told!
  }

  const turns = createTurns(answer)

  return {
    alone: turns.alone,
    get isQuiet() {
      return turns.isQuiet
    },
    async byItself(command) {
      const [said] = await decide([{ seat: SERVER, command }])
      deps.decided()
      if ('failed' in said!) throw said.failed
      return said!
    },
    async hear(seat, sent) {
      if (turns.waiting(seat.id) >= MOST_WAITING) return refuse('too-fast')
      const [heard, { kind }] = [{ seat, sent }, sent]
      const together = SHARED.has(kind)
      const told = together
        ? await turns.beside(seat.id, heard)
        : await turns.of(seat.id, () => answerOne(heard))
      if ('failed' in told) throw told.failed
      if (told.fresh && SEAT_COMMANDS.has(kind)) await telling[UNTOLD.has(kind) ? 'screens' : 'soon'](seat.id)
      return told.answer
    },
  }
}

function askedOf({ seat, sent: { id, ...command } }: Heard): Asked {
  return { seat, command: command as Command, id }
}
