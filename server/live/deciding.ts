// Decides commands one after the other, and stores and carries out in one go what they ask for: the board in one transaction,
// the session with all answers in one commit. Called by session.ts, one call at a time.
import { momentsOf } from '../../shared/report/film.ts'
import { FEW_VOTERS } from '../../shared/limits.ts'
import type { Command } from '../../shared/session/commands.ts'
import { next, type Context } from '../../shared/session/machine.ts'
import { openRound, type Session } from '../../shared/session/state.ts'
import { isRefusal, refuse, type Answer, type Role, type Warning } from '../../shared/wire.ts'
import type { Answers } from './answers.ts'
import type { Contexts } from './context.ts'
import { carryOut, layOut, type Carried, type EffectDeps } from './effects.ts'

export interface Asked {
  seat: { id: string; role: Role }
  command: Command
  /** Made by the client; none for what the server does by itself. */
  id?: string
}

/** Nothing is answered: whoever asked asks again. */
export interface Failed {
  failed: unknown
}

export interface DecidingDeps extends EffectDeps {
  answers: Answers
  contexts: Contexts
  /** The session is another one than before, stored and in force. */
  changed(before: Session): Promise<void>
}

/**
 * Answers commands in their order; each is decided on the session that the one before has left. More than one only of those
 * that SHARED names: none of them changes what another is decided on but the session. Rejects where something could not be
 * stored: then nothing of any of them is in force.
 */
export function createDeciding(deps: DecidingDeps): (asked: Asked[]) => Promise<(Answer | Failed)[]> {
  const { place, presence, answers, contexts } = deps

  async function decide({ seat, command }: Asked, carried: Carried, context: Context): Promise<Answer> {
    const outcome = next(carried.session, command, context)
    if (isRefusal(outcome)) return outcome
    carried.session = outcome.session
    const refusal = await carryOut(outcome.effects, seat.id, carried, deps)
    if (refusal) return refusal
    const warning = warningOf(carried.session)
    return { ok: true, rev: carried.session.rev, ...(warning ? { warning } : {}) }
  }

  /** As decide() does it; what was refused or failed leaves the session as it was. */
  async function take(asked: Asked, carried: Carried, context: Context): Promise<Answer | Failed> {
    const { session } = carried
    const said = await decide(asked, carried, context).catch((failed: unknown): Failed => ({ failed }))
    if (!isAccepted(said)) carried.session = session
    return said
  }

  /** What the desk should know of a poll that is opened now. */
  function warningOf(session: Session): Warning | undefined {
    const round = openRound(session)
    if (!round || round.id === openRound(place.row.session)?.id) return undefined
    // Everybody answers a scale with one level: there is nothing that a paper would have to list.
    if (round.paper.options.length === 0 && round.type !== 'scale') return 'empty-paper'
    return round.secrecy === 'secret' && presence.electorate() < FEW_VOTERS ? 'few-voters' : undefined
  }

  return async (asked) => {
    const before = place.row.session
    const contextOf = await contexts.for(asked.map(({ command }) => command))
    const carried: Carried = { commit: {}, session: before, moves: [], reconsider: false, after: [] }
    const said: (Answer | Failed)[] = []
    for (const one of asked) said.push(await take(one, carried, contextOf(one.seat)))
    const { session } = carried
    if (session === before) return said
    await layOut(carried, deps)
    const given = said.flatMap((answer, i) => {
      const { seat, id } = asked[i]!
      return isAccepted(answer) && id !== undefined ? [{ seat: seat.id, id, answer }] : []
    })
    const [at, from] = [deps.now(), before.rev]
    const change = { session, from, at, frames: momentsOf(before, session, at), ...carried.commit }
    const saved = await answers.store(change, given)
    if (saved !== 'ok')
      return said.map((one) => (isAccepted(one) ? refuse(saved === 'gone' ? 'gone' : 'stale') : one))
    place.setSession(session)
    await deps.changed(before)
    for (const act of carried.after) await act()
    return said
  }
}

function isAccepted(said: Answer | Failed): said is Extract<Answer, { ok: true }> {
  return 'ok' in said && said.ok
}
