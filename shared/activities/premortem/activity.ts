// Pre-mortem: the project has failed, so why did it? How likely, how severe is each cause? Then one prevention for each great
// risk (Klein 2007).
import * as z from 'zod'
import type { Note } from '../../board/note.ts'
import type { AxesBallot } from '../../counting/axes.ts'
import type { CausesResult, RiskPaper } from '../../counting/risks.ts'
import { riskBlocks } from '../../report/risks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { OptionEntry } from '../../voting.ts'
import { defineActivity, type Step } from '../activity.ts'
import { riskPoll } from '../risk-poll.ts'
import { paperOptions } from '../voting-settings.ts'
import {
  alone,
  boardSettings,
  inZones,
  openly,
  sorting,
  withFields,
  zoneBlocks,
  zonesOf,
  type Boxes,
} from '../zone-board.ts'
import { cardTable, fieldsOf } from '../zone-cards.ts'
import messages from './messages.json' with { type: 'json' }

const ZONES = ['causes', 'preventions']
const FIELDS = ['owner']
const BOXES: Boxes = { causes: [0, 0, 0.6, 1], preventions: [0.64, 0, 0.36, 1] }

const settings = z.object({
  /** The causes are put to the vote; without it a risk matrix may follow, or none. */
  rate: z.boolean().default(true),
  ...boardSettings,
})

const quiet = { pads: 'off', board: 'none' } as const
const RATE: Step = { id: 'rate', minutes: 6, ...quiet, poll: true, results: 'hidden' }
const RISKS: Step = { id: 'risks', minutes: 6, ...quiet, results: 'shown' }

export const premortem = defineActivity<z.output<typeof settings>, RiskPaper, AxesBallot, CausesResult>({
  kind: 'premortem',
  settings,
  steps: (s) => [
    withFields(inZones(alone(s, 'write', 5), 'causes')),
    withFields(inZones(openly(s, 'reveal', 8), 'causes')),
    sorting(s, 'merge', 6),
    ...(s.rate ? [RATE, RISKS] : []),
    inZones(openly(s, 'prevent', 10), 'preventions'),
  ],
  layout: (_, t) => ({ kind: 'groups', zones: zonesOf(ZONES, t, BOXES), fields: fieldsOf(FIELDS, t) }),
  poll: riskPoll((notes) => {
    const causes = notes.filter(({ under }) => under !== 'preventions')
    return heaviestFirst(paperOptions(causes, {}), causes)
  }),
  report: ({ notes, rounds, t }) => {
    const places = zonesOf(ZONES, t)
    return [
      ...(rounds.length > 0 ? roundBlocks(rounds, t, (paper, result) => riskBlocks(paper, result, t)) : []),
      ...cardTable(notes, places, fieldsOf(FIELDS, t), t),
      ...zoneBlocks(notes, places, t),
    ]
  },
  messages,
})

/** Causes that hold the most notes first, so that what is cut is what fewest wrote; equal ones as on the board. */
function heaviestFirst(causes: readonly OptionEntry[], notes: readonly Note[]): OptionEntry[] {
  const held = new Map<string, number>()
  for (const { under } of notes) if (under !== undefined) held.set(under, (held.get(under) ?? 0) + 1)
  return causes.toSorted((a, b) => (held.get(b.id) ?? 0) - (held.get(a.id) ?? 0))
}
