// The same command id is answered the same and applied once (S4), also after a restart. Called by session.ts.
import type { SentCommand } from '../../shared/session/commands.ts'
import type { Answer } from '../../shared/wire.ts'
import type { Commit, Store } from '../store/store.ts'

const REMEMBERED = 2000

export interface Answers {
  find(seat: string, sent: SentCommand): Promise<Answer | null>
  /** A refusal is kept in memory only: it changed nothing. */
  remember(seat: string, sent: SentCommand, answer: Answer): void
  /** Stores an accepted command's change together with its answer. Commands of the server itself have no id. */
  store(
    change: Omit<Commit, 'answer'>,
    seat: string,
    id: string | undefined,
    answer: Answer,
  ): Promise<'ok' | 'stale' | 'gone'>
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
    async store(change, seat, id, answer) {
      const saved = await store.workshops.commit(
        workshop,
        id === undefined ? change : { ...change, answer: { seat, id, answer } },
      )
      if (saved === 'ok' && id !== undefined) keep(`${seat} ${id}`, answer)
      return saved
    },
  }
}
