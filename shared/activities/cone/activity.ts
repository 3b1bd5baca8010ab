// Futures cone: is this image of the future projected, probable, plausible, possible or preposterous? (Voros 2003, 2017).
// The paper says whether it is wished for: wished for but preposterous is what to talk about.
import { alone, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const cone = zoneBoard({
  kind: 'cone',
  zones: ['projected', 'probable', 'plausible', 'possible', 'preposterous'],
  kinds: ['craie', 'menthe', 'corail'],
  steps: (s) => [alone(s, 'write', 6), openly(s, 'reveal', 4), sorting(s, 'place', 8), talking('talk', 8)],
  messages,
})
