// Three horizons: what no longer holds, what we want, and what leads from one to the other (Sharpe 2013; Curry & Hodgson 2008).
// Told in the order 1, 3, 2: the bridge comes last.
import { openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const threeHorizons = zoneBoard({
  kind: 'three-horizons',
  zones: ['h1-now', 'h1-keep', 'h3-future', 'h3-seeds', 'h2-bridge'],
  kinds: ['soleil', 'corail', 'menthe'],
  steps: (s) => [
    openly(s, 'today', 12),
    openly(s, 'future', 15),
    openly(s, 'bridge', 15),
    sorting(s, 'sort', 8),
    talking('talk', 15),
  ],
  messages,
})
