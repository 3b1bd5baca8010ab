// Debate: arguments for and against are written by all, then spoken in turn, one side after the other.
import * as z from 'zod'
import { defineActivity } from '../activity.ts'
import { floorBlocks, floorRules, floorSettings, speakingStep } from '../floor-settings.ts'
import { alone, boardSettings, openly, placed, zoneBlocks, zonesOf } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const SIDES = ['for', 'against']
const settings = z.object({ ...floorSettings, ...boardSettings })

export const debate = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'debate',
  settings,
  steps: (s) => [placed(alone(s, 'prepare', 5)), speakingStep('argue', 20), placed(openly(s, 'read', 5))],
  layout: (_, t) => ({ kind: 'groups', zones: zonesOf(SIDES, t) }),
  floor: (s, t) => ({
    ...floorRules(s),
    alternate: true,
    groups: SIDES.map((id) => ({ id, label: t(`side.${id}`) })),
  }),
  report: ({ notes, floor, t }) => [...floorBlocks(floor, t), ...zoneBlocks(notes, zonesOf(SIDES, t), t)],
  messages,
})
