// Brainwriting 6-3-5 (Rohrbach 1969): each sheet goes from hand to hand, everybody reads what is on it and adds three ideas.
import * as z from 'zod'
import { defineActivity, type Step } from '../activity.ts'
import {
  alone,
  inZones,
  locking,
  sorting,
  tableSettings,
  talking,
  zoneBlocks,
  zonesOf,
} from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const ROUNDS = ['round-1', 'round-2', 'round-3', 'round-4', 'round-5', 'round-6'] as const

const settings = z.object({
  rounds: z.number().int().min(2).max(ROUNDS.length).default(6),
  /** Minutes of a round: five on paper, three with phones. */
  minutes: z.number().min(1).max(10).default(3),
  ...tableSettings,
})
type Settings = z.output<typeof settings>

/** Sheets stay sealed until they have gone round: nobody reads but who holds one, and nobody changes what others wrote on it. */
function round(s: Settings, i: number): Step {
  const id = ROUNDS[i]!
  return {
    ...locking(inZones(alone({ ...s, moderated: false }, id, s.minutes), id)),
    writers: 'table',
    groups: { set: id, ring: i, ...(i === 0 ? {} : { from: ROUNDS[0] }) },
  }
}

const played = ({ rounds }: Settings) => ROUNDS.slice(0, rounds)

export const brainwriting = defineActivity<Settings, never, never, never>({
  kind: 'brainwriting',
  settings,
  steps: (s) => [
    ...played(s).map((_, i) => round(s, i)),
    { ...talking('read', 5), pads: s.moderated ? 'moderated' : 'live', asks: { nothing: true } },
    sorting(s, 'sort', 8),
  ],
  layout: (s, t) => ({ kind: 'groups', zones: zonesOf(played(s), t) }),
  report: ({ settings: s, notes, t }) => zoneBlocks(notes, zonesOf(played(s), t), t),
  messages,
})
