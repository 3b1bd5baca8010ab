// Start, stop, continue: what to begin, what to give up, what to keep on doing.
// Written unseen, so that nobody follows the first voice; the room then picks what it decides on.
import { alone, openly, placed, sorting, talking, zoneBoard } from '../zone-board.ts'
import { after, voting } from '../zone-vote.ts'
import messages from './messages.json' with { type: 'json' }

export const startStopContinue = zoneBoard({
  kind: 'start-stop-continue',
  vote: 'all',
  zones: ['start', 'stop', 'continue'],
  steps: (s) => [
    placed(alone(s, 'write', 5)),
    placed(openly(s, 'reveal', 4)),
    sorting(s, 'sort', 6),
    ...voting(s),
    after(s, talking('talk', 8)),
  ],
  messages,
})
