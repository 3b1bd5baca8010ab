// 1-2-4-All: an idea alone, then by two, by four, and all together (Lipmanowicz & McCandless 2013).
// Pairs are drawn by lot, fours are two pairs; each shares a sheet that begins with what its people wrote before, and the places
// tell how far an idea has come.
import { alone, openly, sorting, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const PAIRS = { set: 'pairs', size: 2 } as const
const FOURS = { set: 'fours', size: 4, from: 'pairs' } as const
const ALL = { ...FOURS, plenary: true } as const

export const oneTwoFourAll = zoneBoard({
  kind: 'one-two-four-all',
  zones: ['one', 'two', 'four', 'all'],
  ripens: true,
  steps: (s) => [
    { ...alone(s, 'one', 1), asks: { zones: ['one'] } },
    { ...openly(s, 'two', 2), asks: { zones: ['two'] }, writers: 'pair', groups: PAIRS, takesUp: true },
    { ...openly(s, 'four', 4), asks: { zones: ['four'] }, writers: 'table', groups: FOURS, takesUp: true },
    { ...openly(s, 'all', 5), asks: { zones: ['all'] }, writers: 'table', groups: ALL, takesUp: true },
    sorting(s, 'sort', 3),
  ],
  messages,
})
