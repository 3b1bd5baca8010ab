// The same command id is answered the same and applied once (S4), also after a restart. Called by session.ts.
import type { SentCommand } from '../../shared/session/commands.ts'
import type { Answer } from '../../shared/wire.ts'
import type { Commit, Store } from '../store/store.ts'

const REMEMBERED = 2000

/** What a client's command was answered. */
export type Given = NonNullable<Commit['answers']>[number]

export interface Answers {
  find(seat: string, sent: SentCommand): Promise<Answer | null>
  /** A refusal is kept in memory only: it changed nothing. */
  remember(seat: string, sent: SentCommand, answer: Answer): void
  /** Stores what accepted commands change together with their answers. Commands of the server itself have none. */
  store(change: Omit<Commit, 'answers'>, given: Given[]): Promise<'ok' | 'stale' | 'gone'>
}

export function createAnswers(store: Store, workshop: string): Answers {
  const recent = new Map<string, Answer>()
  const keep = (key: string, answer: Answer) => {
    recent.set(key, answer)
    if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value!)
  }
  return {
    async find(seat, sent) {
      return recent.get(`${seat} ${sent.id}`) ?? store.workshops.answer(workshop, seat, sent.id)
    },
    remember: (seat, sent, answer) => keep(`${seat} ${sent.id}`, answer),
    async store(change, answers) {
      const saved = await store.workshops.commit(workshop, { ...change, answers })
      if (saved === 'ok') for (const { seat, id, answer } of answers) keep(`${seat} ${id}`, answer)
      return saved
    },
  }
}
