// Speedboat: what pushes the boat, what holds it back, which rocks lie ahead, which island it heads for (Hohmann 2006).
// The room weighs the anchors, and cuts the heaviest.
import { alone, openly, placed, sorting, talking, zoneBoard, type Boxes } from '../zone-board.ts'
import { after, voting } from '../zone-vote.ts'
import messages from './messages.json' with { type: 'json' }

/** Wind and island above the water, anchors and rocks below; the boat between them. */
const BOXES: Boxes = {
  wind: [0.01, 0.02, 0.35, 0.46],
  island: [0.64, 0.02, 0.35, 0.46],
  anchors: [0.01, 0.54, 0.42, 0.45],
  rocks: [0.58, 0.54, 0.41, 0.45],
}

export const speedboat = zoneBoard({
  kind: 'speedboat',
  vote: ['anchors'],
  zones: ['wind', 'anchors', 'rocks', 'island'],
  boxes: BOXES,
  steps: (s) => [
    placed(alone(s, 'write', 8)),
    placed(openly(s, 'reveal', 4)),
    sorting(s, 'sort', 6),
    ...voting(s),
    after(s, talking('talk', 10)),
  ],
  messages,
})
