// Start, stop, continue: what to begin, what to give up, what to keep on doing.
// Written unseen, so that nobody follows the first voice.
import { alone, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const startStopContinue = zoneBoard({
  kind: 'start-stop-continue',
  zones: ['start', 'stop', 'continue'],
  steps: (s) => [alone(s, 'write', 5), openly(s, 'reveal', 4), sorting(s, 'sort', 6), talking('talk', 8)],
  messages,
})
