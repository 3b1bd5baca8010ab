// Parallel groups: tables drawn by lot or chosen on the phone, each with a sheet that its people share; then the harvest by all.
import * as z from 'zod'
import { defineActivity, type Step, type Zone } from '../activity.ts'
import { tableSettings, openly, sorting, talking, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  tables: z.number().int().min(2).max(20).default(4),
  /** lot: drawn among those who are here. choice: people say at which table they sit. */
  form: z.enum(['lot', 'choice']).default('lot'),
  ...tableSettings,
})
type Settings = z.output<typeof settings>

const SET = 'tables'

function places({ tables }: Settings, label: (number: number) => string): Zone[] {
  return Array.from({ length: tables }, (_, i) => ({ id: `${SET}-${i + 1}`, label: label(i + 1) }))
}

export const breakouts = defineActivity<Settings, never, never, never>({
  kind: 'breakouts',
  settings,
  steps: (s) => {
    const chosen = s.form === 'choice' ? { choose: true as const } : {}
    const groups: NonNullable<Step['groups']> = { set: SET, count: s.tables, zoned: true, ...chosen }
    return [
      { ...talking('gather', 3), groups },
      { ...openly(s, 'work', 20), board: 'none', writers: 'table', groups },
      talking('harvest', 15),
      sorting(s, 'sort', 5),
    ]
  },
  layout: (s, t) => ({ kind: 'groups', zones: places(s, (number) => t('table', { number })) }),
  report: ({ settings: s, notes, t }) =>
    zoneBlocks(
      notes,
      places(s, (number) => t('table', { number })),
      t,
    ),
  messages,
})
