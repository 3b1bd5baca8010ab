// Causal layered analysis: from what is said down to the myth, a new metaphor, and up again (Inayatullah 1998).
// Each layer has two places, today and the future.
import { inZones, openly, talking, zoneBoard, type Boxes } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const LAYERS = ['litany', 'systems', 'worldviews', 'myth']

/** Today on the left, the future on the right; the myth lies deepest. */
const BOXES: Boxes = Object.fromEntries(
  LAYERS.flatMap((layer, row) => [
    [`today-${layer}`, [0.16, 0.07 + row * 0.2325, 0.415, 0.225]],
    [`future-${layer}`, [0.585, 0.07 + row * 0.2325, 0.415, 0.225]],
  ]),
)

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
  boxes: BOXES,
  steps: (s) => [
    inZones(openly(s, 'litany', 8), 'today-litany'),
    inZones(openly(s, 'systems', 10), 'today-systems'),
    inZones(openly(s, 'worldviews', 10), 'today-worldviews'),
    inZones(openly(s, 'myth', 8), 'today-myth'),
    inZones(openly(s, 'metaphor', 8), 'future-myth'),
    inZones(openly(s, 'rise', 15), 'future-worldviews', 'future-systems', 'future-litany'),
    talking('talk', 10),
  ],
  messages,
})
