// World café (Brown & Isaacs 2005): tables with a host who stays, the others go on to another table each round.
// Where a question is given for a round it is the round's name on the board.
import * as z from 'zod'
import { LIMITS } from '../../limits.ts'
import { defineActivity, type Step, type Zone } from '../activity.ts'
import { tableSettings, openly, sorting, talking, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const ROUNDS = ['round-1', 'round-2', 'round-3'] as const

const settings = z.object({
  /** With a prime number of tables, and no more people at each than tables, nobody meets anybody twice. */
  tables: z.number().int().min(2).max(20).default(5),
  rounds: z.number().int().min(2).max(ROUNDS.length).default(3),
  minutes: z.number().int().min(3).max(60).default(20),
  /** What each table talks about; without any, tables have their number. */
  topics: z.array(z.string().trim().min(1).max(LIMITS.title)).max(20).default([]),
  ...tableSettings,
})
type Settings = z.output<typeof settings>

function places({ tables, topics }: Settings, label: (number: number) => string): Zone[] {
  return Array.from({ length: tables }, (_, i) => ({
    id: `round-1-${i + 1}`,
    label: topics[i] ?? label(i + 1),
  }))
}

/** Tables keep their sheet; people come to it in turn. */
function round(s: Settings, i: number): Step {
  const moved = i === 0 ? { count: s.tables } : { from: ROUNDS[0], rotate: i }
  return {
    ...openly(s, ROUNDS[i]!, s.minutes),
    board: 'none',
    writers: 'table',
    groups: { set: ROUNDS[i]!, host: true, zoned: true, ...moved },
  }
}

export const worldCafe = defineActivity<Settings, never, never, never>({
  kind: 'world-cafe',
  settings,
  steps: (s) => [
    ...ROUNDS.slice(0, s.rounds).map((_, i) => round(s, i)),
    talking('harvest', 15),
    sorting(s, 'sort', 5),
  ],
  layout: (s, t) => ({ kind: 'groups', zones: places(s, (number) => t('table', { number })) }),
  report: ({ settings: s, notes, t }) =>
    zoneBlocks(
      notes,
      places(s, (number) => t('table', { number })),
      t,
    ),
  messages,
})
