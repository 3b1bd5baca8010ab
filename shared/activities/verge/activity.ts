// Verge: six domains of experience, as a lens on signals or inside a scenario (Lum & Bowman 2004).
// A domain that stays empty is a finding too.
import { alone, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const verge = zoneBoard({
  kind: 'verge',
  zones: ['define', 'relate', 'connect', 'create', 'consume', 'destroy'],
  // Clockwise around the hexagon in the middle, from the upper left.
  boxes: {
    define: [0, 0, 0.36, 0.32],
    relate: [0.64, 0, 0.36, 0.32],
    connect: [0.64, 0.34, 0.36, 0.32],
    create: [0.64, 0.68, 0.36, 0.32],
    consume: [0, 0.68, 0.36, 0.32],
    destroy: [0, 0.34, 0.36, 0.32],
  },
  steps: (s) => [alone(s, 'write', 10), openly(s, 'reveal', 5), sorting(s, 'sort', 8), talking('talk', 12)],
  messages,
})
