// Two desks press the same button: the slower one is told that it is done, and nothing else passes for done.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/session/commands.ts'
import type { PollView, Snapshot } from '../../shared/wire.ts'
import { isDone } from './already.ts'

const SINCE = '2026-11-12T18:00:00.000Z'
const LATER = '2026-11-12T18:05:00.000Z'

function seen(step: string, since: string, more: Partial<Snapshot> = {}): Snapshot {
  return {
    v: 1,
    rev: 1,
    time: since,
    workshop: { id: 'w', code: 'GRVKMT', title: 'La ville', language: 'fr' },
    seat: { id: 's', role: 'facilitator' },
    may: { pad: 'none', board: 'write', arrange: true, ballot: false },
    now: { activity: 'a', kind: 'brainstorm', title: 'A', step, steps: [], settings: {}, since },
    ...more,
  }
}
function poll(state: PollView['state'], published = false, id = 'a.1'): Partial<Snapshot> {
  const paper = { options: [], rev: 1 }
  return { poll: { id, activity: 'a', type: 'dots', secrecy: 'secret', state, paper, published } }
}
const before = seen('write', SINCE)
const clock = { clock: { endsAt: LATER } }

describe('what another desk has done', () => {
  it.each<[Command, Snapshot, Snapshot]>([
    [{ kind: 'step', to: 'sort' }, before, seen('sort', LATER)],
    [{ kind: 'back' }, seen('sort', SINCE), seen('write', LATER)],
    [{ kind: 'reveal' }, before, seen('reveal', LATER)],
    [{ kind: 'open', activity: 'a' }, seen('x', SINCE, { now: undefined as never }), before],
    [{ kind: 'pollOpen' }, before, seen('write', SINCE, poll('open'))],
    [{ kind: 'pollClose' }, seen('vote', SINCE, poll('open')), seen('vote', SINCE, poll('closed'))],
    [{ kind: 'publish' }, seen('vote', SINCE, poll('closed')), seen('vote', SINCE, poll('closed', true))],
    [{ kind: 'pause' }, seen('write', SINCE, clock), seen('write', SINCE, { clock: { left: 5 } })],
    [{ kind: 'resume' }, seen('write', SINCE, { clock: { left: 5 } }), seen('write', SINCE, clock)],
    [{ kind: 'end' }, before, seen('write', SINCE, { ended: true })],
  ])('%o is done, and was not before', (command, then, now) => {
    expect(isDone(command, then, now)).toBe(true)
    expect(isDone(command, now, now)).toBe(['pause', 'resume', 'end'].includes(command.kind))
  })

  it('is not another step, another vote, or nothing at all', () => {
    expect(isDone({ kind: 'step', to: 'sort' }, before, seen('reveal', LATER))).toBe(false)
    expect(isDone({ kind: 'open', activity: 'b' }, before, seen('write', LATER))).toBe(false)
    expect(isDone({ kind: 'reveal' }, before, before)).toBe(false)
    const [open, other] = [
      seen('vote', SINCE, poll('open')),
      seen('vote', SINCE, poll('closed', false, 'a.2')),
    ]
    expect(isDone({ kind: 'pollClose' }, open, other)).toBe(false)
    expect(isDone({ kind: 'spotlight', note: 'n' }, before, seen('sort', LATER))).toBe(false)
  })
})
