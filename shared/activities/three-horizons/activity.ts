// Three horizons: what no longer holds, what we want, and what leads from one to the other (Sharpe 2013; Curry & Hodgson 2008).
// Told in the order 1, 3, 2: the bridge comes last.
import { inZones, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const threeHorizons = zoneBoard({
  kind: 'three-horizons',
  zones: ['h1-now', 'h1-keep', 'h3-future', 'h3-seeds', 'h2-bridge'],
  // Around the three curves: today on the left, the horizon on the right.
  boxes: {
    'h1-now': [0, 0, 0.31, 0.47],
    'h1-keep': [0.69, 0.53, 0.31, 0.47],
    'h3-future': [0.69, 0, 0.31, 0.47],
    'h3-seeds': [0, 0.53, 0.31, 0.47],
    'h2-bridge': [0.335, 0.19, 0.33, 0.62],
  },
  kinds: ['soleil', 'corail', 'menthe'],
  steps: (s) => [
    inZones(openly(s, 'today', 12), 'h1-now', 'h1-keep'),
    inZones(openly(s, 'future', 15), 'h3-future', 'h3-seeds'),
    inZones(openly(s, 'bridge', 15), 'h2-bridge'),
    sorting(s, 'sort', 8),
    talking('talk', 15),
  ],
  messages,
})
