// Six thinking hats (de Bono 1985): everybody wears the same hat at the same time, and looks at one side only.
// The order can be changed; blue opens and closes. What was written under one hat stands when the next is put on.
import * as z from 'zod'
import { defineActivity } from '../activity.ts'
import { boardSettings, inZones, locking, openly, zoneBlocks, zonesOf, type Boxes } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const HATS = ['white', 'red', 'black', 'yellow', 'green'] as const
const MINUTES = { white: 5, red: 2, black: 5, yellow: 5, green: 5 } as const
const ZONES = ['blue', ...HATS] as const
const GAP = 0.01
const WIDTH = (1 - 2 * GAP) / 3
/** Three by two. */
const BOXES: Boxes = Object.fromEntries(
  ZONES.map((id, i) => [id, [(i % 3) * (WIDTH + GAP), i < 3 ? 0 : 0.51, WIDTH, 0.49] as const]),
)

const settings = z.object({
  /** The hats between the two blue ones, in their order. */
  order: z
    .array(z.enum(HATS))
    .min(1)
    .max(HATS.length)
    .default([...HATS]),
  ...boardSettings,
})

export const sixHats = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'six-hats',
  settings,
  steps: (s) => [
    inZones(openly(s, 'blue', 2), 'blue'),
    ...[...new Set(s.order)].map((hat) => locking(inZones(openly(s, hat, MINUTES[hat]), hat))),
    locking(inZones(openly(s, 'close', 3), 'blue')),
  ],
  layout: (_, t) => ({ kind: 'groups', zones: zonesOf(ZONES, t, BOXES) }),
  report: ({ notes, t }) => zoneBlocks(notes, zonesOf(ZONES, t), t),
  messages,
})
