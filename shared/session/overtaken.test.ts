// Two desks that press at the same moment: the slower one saw a step that is over (S73).
import { expect, test } from 'vitest'
import { isRefusal } from '../wire.ts'
import type { Command } from './commands.ts'
import { context, play } from './fixture.ts'
import { next } from './machine.ts'
import { newSession, type Session } from './state.ts'

const lobby = newSession()
const sealed = play(lobby, [{ kind: 'open', activity: 'ideas' }])
const revealed = play(sealed, [{ kind: 'reveal' }])
const since = ({ at }: Session) => (at ? new Date(at.since).toISOString() : null)

/** What the slower desk is told, a millisecond after the faster one did the same. */
function second(session: Session, command: Command): unknown {
  const first = next(session, command, context({ now: 2_000_000 }))
  if (isRefusal(first)) throw new Error(first.code)
  return next(first.session, command, context({ now: 2_000_001 }))
}

test.each<[string, Session, Command]>([
  ['step', revealed, { kind: 'step', since: since(revealed) }],
  ['back', revealed, { kind: 'back', since: since(revealed) }],
  ['open', sealed, { kind: 'open', activity: 'dots', since: since(sealed) }],
  ['the first open', lobby, { kind: 'open', activity: 'ideas', since: null }],
])('%s goes on once', (_name, session, command) => {
  expect(second(session, command)).toMatchObject({ ok: false, code: 'stale' })
})

test('whoever says nothing of what they saw is not held up', () => {
  expect(second(revealed, { kind: 'back' })).toMatchObject({ code: 'not-now' })
  expect(second(sealed, { kind: 'open', activity: 'dots' })).toMatchObject({ session: { rev: 3 } })
})
