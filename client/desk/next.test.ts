// What the control desk offers at each point of a brainstorm and of a dot vote.
import { describe, expect, it } from 'vitest'
import { brainstorm } from '../../shared/activities/brainstorm/activity.ts'
import { dotVote } from '../../shared/activities/dot-vote/activity.ts'
import type { Counts, PollView, Snapshot } from '../../shared/wire.ts'
import { canReveal, onward, suggested, votePhase } from './next.ts'

const ideas = brainstorm.steps(brainstorm.settings.parse({}))
const votes = dotVote.steps(dotVote.settings.parse({}))
const counts: Counts = { present: 40, writing: 0, notes: 0, voted: 0, of: 0, done: 0 }

function session(activity: string, kind: string, step: string, more: Partial<Snapshot> = {}): Snapshot {
  const steps = kind === 'brainstorm' ? ideas : votes
  return {
    v: 1,
    rev: 1,
    time: '2026-11-12T18:00:00.000Z',
    workshop: { id: 'w', code: 'GRVKMT', title: 'La ville', language: 'fr' },
    seat: { id: 's', role: 'facilitator' },
    may: { pad: 'none', board: 'write', arrange: true, ballot: false },
    now: {
      activity,
      kind,
      title: activity,
      step,
      steps: steps.map(({ id }) => ({ id, label: id })),
      settings: {},
      since: '2026-11-12T18:00:00.000Z',
    },
    programme: {
      v: 1,
      title: '',
      activities: [
        { id: 'a', kind: 'brainstorm', title: 'Idées', settings: {} },
        { id: 'b', kind: 'dot-vote', title: 'Vote', settings: {} },
      ],
    },
    ...more,
  }
}

const poll = (state: PollView['state'], published = false): PollView => ({
  id: 'b.1',
  activity: 'b',
  type: 'dots',
  secrecy: 'secret',
  state,
  paper: { options: [], rev: 1 },
  published,
})

describe('onward', () => {
  it('reveals when the next step is the revealed one, and steps on otherwise', () => {
    expect(onward(session('a', 'brainstorm', 'write'), ideas)).toMatchObject({ command: { kind: 'reveal' } })
    expect(onward(session('a', 'brainstorm', 'reveal'), ideas)).toMatchObject({
      command: { kind: 'step', to: 'sort' },
    })
  })

  it('opens the next activity after the last step, and ends after the last activity', () => {
    expect(onward(session('a', 'brainstorm', 'talk'), ideas)).toEqual({
      to: 'activity',
      label: 'Vote',
      command: { kind: 'open', activity: 'b', since: '2026-11-12T18:00:00.000Z' },
    })
    expect(onward(session('b', 'dot-vote', 'show'), votes)).toEqual({ to: 'end' })
  })

  it('begins with the first activity', () => {
    const lobby = session('a', 'brainstorm', 'write')
    delete lobby.now
    expect(onward(lobby, [])).toMatchObject({ command: { kind: 'open', activity: 'a' } })
  })
})

describe('votePhase', () => {
  it('goes from opening to closing to publishing', () => {
    expect(votePhase(session('a', 'brainstorm', 'write'), ideas)).toBe('none')
    expect(votePhase(session('b', 'dot-vote', 'read'), votes)).toBe('open')
    expect(votePhase(session('b', 'dot-vote', 'vote', { poll: poll('open') }), votes)).toBe('close')
    expect(votePhase(session('b', 'dot-vote', 'vote', { poll: poll('closed') }), votes)).toBe('publish')
    expect(votePhase(session('b', 'dot-vote', 'show', { poll: poll('closed', true) }), votes)).toBe('open')
  })
})

describe('suggested', () => {
  it('reveals as soon as something waits, and only where a reveal is possible', () => {
    expect(suggested(session('a', 'brainstorm', 'write'), ideas, counts, 12)).toBe('reveal')
    expect(suggested(session('a', 'brainstorm', 'write'), ideas, counts, 0)).toBe('next')
    expect(canReveal(session('a', 'brainstorm', 'sort'), ideas)).toBe(false)
  })

  it('closes the vote only when everybody has voted', () => {
    const open = session('b', 'dot-vote', 'vote', { poll: poll('open') })
    expect(suggested(open, votes, { ...counts, voted: 31, of: 40 }, 0)).toBe(null)
    expect(suggested(open, votes, { ...counts, voted: 40, of: 40 }, 0)).toBe('vote')
    expect(suggested(session('b', 'dot-vote', 'read'), votes, counts, 0)).toBe('vote')
  })
})
