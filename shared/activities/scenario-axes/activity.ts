// Scenario axes: two critical uncertainties make four futures, each one told by a table (Schwartz 1991;
// van 't Klooster & van Asselt 2006). The wind tunnel then tests options in them.
import * as z from 'zod'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import { defineActivity, type Zone } from '../activity.ts'
import { boardSettings, openly, sorting, talking, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const pole = z.string().trim().min(1).max(LIMITS.name).optional()

const settings = z.object({
  /** The ends of both axes, worded neutrally. */
  xLow: pole,
  xHigh: pole,
  yLow: pole,
  yHigh: pole,
  ...boardSettings,
})

type Settings = z.output<typeof settings>

export const scenarioAxes = defineActivity<Settings, never, never, never>({
  kind: 'scenario-axes',
  settings,
  steps: (s) => [
    openly(s, 'story', 25),
    openly(s, 'signs', 10),
    sorting(s, 'sort', 5),
    openly(s, 'robust', 10),
    talking('talk', 10),
  ],
  layout: (s, t) => ({ kind: 'groups', zones: futures(s, t) }),
  report: ({ settings: s, notes, t }) => zoneBlocks(notes, futures(s, t), t),
  messages,
})

/** The four corners as they are drawn, then what holds in all of them. */
function futures(s: Settings, t: Translate): Zone[] {
  const [left, right] = [s.xLow ?? t('xLow'), s.xHigh ?? t('xHigh')]
  const [low, high] = [s.yLow ?? t('yLow'), s.yHigh ?? t('yHigh')]
  const corner = (id: string, x: string, y: string) => ({ id, label: t('corner', { x, y }) })
  return [
    corner('upper-left', left, high),
    corner('upper-right', right, high),
    corner('lower-left', left, low),
    corner('lower-right', right, low),
    { id: 'robust', label: t('zone.robust') },
  ]
}
