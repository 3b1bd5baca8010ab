// 1-2-4-All: an idea alone, then by two, by four, and all together (Lipmanowicz & McCandless 2013).
// Pairs are drawn by lot, fours are two pairs; each shares a sheet, and the places tell how far an idea has come.
import { alone, openly, sorting, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const FOURS = { set: 'fours', size: 4, from: 'pairs' } as const

export const oneTwoFourAll = zoneBoard({
  kind: 'one-two-four-all',
  zones: ['one', 'two', 'four', 'all'],
  steps: (s) => [
    { ...alone(s, 'one', 1), asks: { zones: ['one'] } },
    { ...openly(s, 'two', 2), asks: { zones: ['two'] }, writers: 'pair', groups: { set: 'pairs', size: 2 } },
    { ...openly(s, 'four', 4), asks: { zones: ['four'] }, writers: 'table', groups: FOURS },
    { ...openly(s, 'all', 5), asks: { zones: ['all'] } },
    sorting(s, 'sort', 3),
  ],
  messages,
})
