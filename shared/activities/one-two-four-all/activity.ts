// 1-2-4-All: an idea alone, then by two, by four, and all together (Lipmanowicz & McCandless 2013).
// Each one writes what their pair or their four has kept; the places tell how far an idea has come.
import { alone, openly, sorting, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const oneTwoFourAll = zoneBoard({
  kind: 'one-two-four-all',
  zones: ['one', 'two', 'four', 'all'],
  steps: (s) => [
    alone(s, 'one', 1),
    openly(s, 'two', 2),
    openly(s, 'four', 4),
    openly(s, 'all', 5),
    sorting(s, 'sort', 3),
  ],
  messages,
})
