// Backcasting: the wished-for future has come; what had to be there just before, back to today? (Robinson 1990).
// Papers tell actions from actors and obstacles, so that a column holds all three.
import * as z from 'zod'
import type { Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { defineActivity, type Zone } from '../activity.ts'
import { boardSettings, kindsOf, kindTable, openly, sorting, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const KINDS: Tone[] = ['ciel', 'menthe', 'corail']

const settings = z.object({
  /** The year in which it has come true. */
  horizon: z.number().int().min(2000).max(2200).default(2035),
  /** Columns before the horizon, today included. */
  steps: z.number().int().min(2).max(6).default(4),
  /** Names of the columns between today and the horizon, the earliest first; without them they are numbered. */
  dates: z.array(z.string().trim().min(1).max(60)).max(5).default([]),
  ...boardSettings,
})

type Settings = z.output<typeof settings>

export const backcasting = defineActivity<Settings, never, never, never>({
  kind: 'backcasting',
  settings,
  steps: (s) => [
    openly(s, 'vision', 12),
    openly(s, 'back', 20),
    openly(s, 'obstacles', 10),
    sorting(s, 'sort', 8),
    openly(s, 'first', 10),
  ],
  layout: (s, t) => ({ kind: 'groups', zones: columns(s, t), kinds: kindsOf(KINDS, t) }),
  report: ({ settings: s, notes, t }) => [
    ...kindTable(notes, columns(s, t), kindsOf(KINDS, t), t),
    ...zoneBlocks(notes, columns(s, t), t),
  ],
  messages,
})

/** From today to the horizon, as time is read. */
function columns({ horizon, steps, dates }: Settings, t: Translate): Zone[] {
  const between = Array.from({ length: steps - 1 }, (_, i) => ({
    id: `step-${i + 1}`,
    label: dates[i] ?? t('zone.step', { number: i + 1 }),
  }))
  return [
    { id: 'now', label: t('zone.now') },
    ...between,
    { id: 'vision', label: t('zone.vision', { year: String(horizon) }) },
  ]
}
