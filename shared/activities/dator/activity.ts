// Four futures: continuation, collapse, discipline, transformation, each one lived in by a table (Dator 2009).
// Collapse is not the worst case, and somebody has to say so.
import { openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const dator = zoneBoard({
  kind: 'dator',
  zones: ['continuation', 'collapse', 'discipline', 'transformation'],
  boxes: {
    continuation: [0, 0, 0.2425, 1],
    collapse: [0.2525, 0, 0.2425, 1],
    discipline: [0.505, 0, 0.2425, 1],
    transformation: [0.7575, 0, 0.2425, 1],
  },
  // Every table answers for the same five sides of life.
  kinds: ['soleil', 'ciel', 'menthe', 'lilas', 'craie'],
  steps: (s) => [openly(s, 'live', 25), openly(s, 'day', 12), sorting(s, 'sort', 8), talking('talk', 15)],
  messages,
})
