// Causal layered analysis: from what is said down to the myth, a new metaphor, and up again (Inayatullah 1998).
// Each layer has two places, today and the future.
import { openly, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const causalLayers = zoneBoard({
  kind: 'causal-layers',
  zones: [
    'today-litany',
    'today-systems',
    'today-worldviews',
    'today-myth',
    'future-myth',
    'future-worldviews',
    'future-systems',
    'future-litany',
  ],
  steps: (s) => [
    openly(s, 'litany', 8),
    openly(s, 'systems', 10),
    openly(s, 'worldviews', 10),
    openly(s, 'myth', 8),
    openly(s, 'metaphor', 8),
    openly(s, 'rise', 15),
    talking('talk', 10),
  ],
  messages,
})
