// Pre-mortem: the project has failed, so why did it? Then one prevention for each great risk (Klein 2007).
// Likelihood and severity are rated afterwards, by the risk matrix.
import { alone, openly, sorting, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const premortem = zoneBoard({
  kind: 'premortem',
  zones: ['causes', 'preventions'],
  steps: (s) => [
    alone(s, 'write', 5),
    openly(s, 'reveal', 8),
    sorting(s, 'merge', 6),
    openly(s, 'prevent', 10),
  ],
  messages,
})
