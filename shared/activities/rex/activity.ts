// Lessons learned: somebody tells an experience, the room asks, and says what it would be like at home.
// The places are the parts of the card; its last line reads: when ..., do ... because ...
import { inZones, openly, sorting, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const rex = zoneBoard({
  kind: 'rex',
  zones: ['context', 'intention', 'facts', 'worked', 'stuck', 'transfer', 'at-home', 'lessons'],
  steps: (s) => [
    inZones(openly(s, 'tell', 8), 'context', 'intention', 'facts', 'worked', 'stuck', 'transfer'),
    inZones(openly(s, 'ask', 5), 'worked', 'stuck', 'transfer'),
    inZones(openly(s, 'at-home', 6), 'at-home'),
    inZones(openly(s, 'lesson', 6), 'lessons'),
    sorting(s, 'sort', 5),
  ],
  messages,
})
