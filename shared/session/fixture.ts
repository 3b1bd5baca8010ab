// A small programme and a context for tests of the session: one brainstorm, one dot vote, in steps known by heart.
import type { Step } from '../activities/activity.ts'
import type { Paper } from '../voting.ts'
import { refuse, type Role } from '../wire.ts'
import type { Command } from './commands.ts'
import { next, type Context, type Outcome } from './machine.ts'
import type { Session } from './state.ts'

export const STEPS: Record<string, Step[]> = {
  ideas: [
    { id: 'write', minutes: 8, pads: 'sealed', board: 'none', results: 'hidden' },
    { id: 'reveal', minutes: 4, pads: 'live', board: 'read', results: 'hidden' },
    { id: 'sort', pads: 'off', board: 'read', arrange: true, results: 'hidden' },
  ],
  dots: [
    { id: 'read', minutes: 2, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'vote', minutes: 4, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'show', pads: 'off', board: 'none', results: 'shown' },
  ],
  forum: [
    {
      id: 'talk',
      pads: 'moderated',
      board: 'read',
      floor: true,
      upvotes: true,
      thumbs: [4, 2],
      results: 'hidden',
    },
    { id: 'close', pads: 'off', board: 'read', results: 'hidden' },
  ],
  together: [
    {
      id: 'two',
      pads: 'live',
      board: 'read',
      writers: 'pair',
      groups: { set: 'pairs', size: 2 },
      results: 'hidden',
    },
    {
      id: 'four',
      pads: 'live',
      board: 'read',
      writers: 'table',
      groups: { set: 'fours', size: 4, from: 'pairs' },
      results: 'hidden',
    },
  ],
  coffee: [
    {
      id: 'talk',
      pads: 'live',
      board: 'read',
      upvotes: 1,
      reactions: true,
      forgets: 'after',
      results: 'hidden',
    },
  ],
  nameless: [
    { id: 'write', pads: 'sealed', board: 'none', results: 'hidden' },
    { id: 'reveal', pads: 'off', board: 'read', forgets: true, results: 'hidden' },
    { id: 'sort', pads: 'off', board: 'read', forgets: true, results: 'hidden' },
  ],
  screened: [
    { id: 'write', pads: 'moderated', board: 'none', results: 'hidden' },
    { id: 'talk', pads: 'off', board: 'read', results: 'hidden' },
  ],
}

export const PAPER: Paper = {
  options: [
    { id: 'n1', label: 'One' },
    { id: 'n2', label: 'Two' },
  ],
  rev: 1,
}

export function context(over: Partial<Context> = {}): Context {
  return {
    now: 1_000_000,
    role: 'facilitator',
    seat: 's1',
    present: ['s1', 's2', 's3'],
    floor: () => null,
    random: () => 0.5,
    isShown: (note) => note === 'n1' || note === 'n3',
    steps: (activity) => STEPS[activity] ?? null,
    poll: (_activity, _step, again) => ({ paper: again?.last ?? PAPER, type: 'dots', secrecy: 'secret' }),
    changesPaper: () => true,
    growsPaper: () => true,
    joins: (_activity, paper) => paper,
    judge: (_activity, result) => result,
    checkBallot: (_activity, _paper, choice) => (choice === 'bad' ? refuse('unknown-option') : choice),
    markOf: () => null,
    nameOf: () => 'Zoé',
    hasNote: (note) => note === 'n1',
    hasSeat: (seat) => seat === 's1' || seat === 's2',
    ...over,
  }
}

/** Runs commands that must all be accepted. */
export function play(
  session: Session,
  commands: Command[],
  role: Role = 'facilitator',
  now = 1_000_000,
): Session {
  return commands.reduce((state, command) => {
    const outcome = next(state, command, context({ role, now }))
    if (!('session' in outcome)) throw new Error(`${command.kind} refused: ${outcome.code}`)
    return (outcome as Outcome).session
  }, session)
}
