// Speedboat: what pushes the boat, what holds it back, which rocks lie ahead, which island it heads for (Hohmann 2006).
// The anchors are what the room then cuts.
import { alone, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const speedboat = zoneBoard({
  kind: 'speedboat',
  zones: ['wind', 'anchors', 'rocks', 'island'],
  steps: (s) => [alone(s, 'write', 8), openly(s, 'reveal', 4), sorting(s, 'sort', 6), talking('talk', 10)],
  messages,
})
