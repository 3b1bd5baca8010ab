// Futures cone: is this image of the future projected, probable, plausible, possible or preposterous? (Voros 2003, 2017).
// The paper says whether it is wished for: wished for but preposterous is what to talk about.
import { alone, openly, sorting, talking, zoneBoard, type Boxes } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const ZONES = ['projected', 'probable', 'plausible', 'possible', 'preposterous']

/** Rows that the mouth of the cone opens on, the widest zone on top. */
const BOXES: Boxes = Object.fromEntries(
  ZONES.map((zone, i) => [zone, [0.4, (4 - i) * 0.2025, 0.6, 0.19]] as const),
)

export const cone = zoneBoard({
  kind: 'cone',
  zones: ZONES,
  boxes: BOXES,
  kinds: ['craie', 'menthe', 'corail'],
  steps: (s) => [alone(s, 'write', 6), openly(s, 'reveal', 4), sorting(s, 'place', 8), talking('talk', 8)],
  messages,
})
