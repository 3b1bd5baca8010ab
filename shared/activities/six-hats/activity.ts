// Six thinking hats (de Bono 1985): everybody wears the same hat at the same time, and looks at one side only.
// The order can be changed; blue opens and closes.
import * as z from 'zod'
import type { Tone } from '../../board/note.ts'
import { defineActivity } from '../activity.ts'
import { boardSettings, kindsOf, openly, talking, zoneBlocks, zonesOf } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const HATS = ['white', 'red', 'black', 'yellow', 'green'] as const
const MINUTES = { white: 5, red: 2, black: 5, yellow: 5, green: 5 } as const
const ZONES = ['blue', ...HATS] as const
const PAPERS: readonly Tone[] = ['ciel', 'craie', 'corail', 'lilas', 'soleil', 'menthe']

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
    { ...openly(s, 'blue', 2), asks: { zones: ['blue'] } },
    ...[...new Set(s.order)].map((hat) => ({ ...openly(s, hat, MINUTES[hat]), asks: { zones: [hat] } })),
    talking('close', 3),
  ],
  layout: (_, t) => ({ kind: 'groups', zones: zonesOf(ZONES, t), kinds: kindsOf(PAPERS, t) }),
  report: ({ notes, t }) => zoneBlocks(notes, zonesOf(ZONES, t), t),
  messages,
})
