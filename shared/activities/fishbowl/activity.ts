// Fishbowl: a few talk in the middle, one chair stays empty; whoever takes it speaks, and somebody leaves. The others listen and note.
import * as z from 'zod'
import { LIMITS } from '../../limits.ts'
import { defineActivity } from '../activity.ts'
import { floorBlocks, floorRules, floorSettings } from '../floor-settings.ts'
import { boardSettings, openly, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  ...floorSettings,
  turnSeconds: floorSettings.turnSeconds.default(0),
  /** Chairs in the middle, the empty one included. */
  chairs: z.number().int().min(3).max(8).default(5),
  /** Who sits in the middle at the start. */
  inside: z.array(z.string().trim().min(1).max(LIMITS.name)).max(7).default([]),
  ...boardSettings,
})

export const fishbowl = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'fishbowl',
  settings,
  steps: (s) => [{ ...openly(s, 'talk', 25), floor: true }, openly(s, 'share', 10)],
  floor: (s) => ({ ...floorRules({ ...s, panel: s.inside }), chairs: s.chairs }),
  report: ({ notes, floor, t }) => [...floorBlocks(floor, t), ...zoneBlocks(notes, [], t)],
  messages,
})
