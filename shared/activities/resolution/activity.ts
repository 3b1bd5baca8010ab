// Resolution: an assembly votes for or against a text, with a quorum and a majority rule.
import * as z from 'zod'
import type { OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { CHOICES, countResolution, type Choice, type ResolutionResult, type ResolutionRule } from './count.ts'
import { RULES } from './majority.ts'
import messages from './messages.json' with { type: 'json' }
import { resolutionReport } from './report.ts'

const count = z.number().int().min(0).max(1_000_000)

const settings = z.object({
  /** The text of the resolution, point by point; without it, the question of the activity. */
  ...sourceSettings,
  rule: z.enum(RULES).default('simple'),
  /** Part of the registered that must be there, `num / den`, and a floor. None unless the statutes ask for one. */
  quorum: z
    .object({
      num: count.default(0),
      den: count.min(1).default(1),
      minAbsolute: count.default(0),
    })
    .default({ num: 0, den: 1, minAbsolute: 0 }),
  /** What the figures count: members, one voice each, or voices. */
  base: z.enum(['persons', 'voices']).default('persons'),
  registered: count.default(0),
  present: count.default(0),
  represented: count.default(0),
  secrecy: z.enum(['secret', 'facilitator', 'public']).default('secret'),
})

/** `options` are the choices, always the same, labelled in the workshop's language; faces say `choice.<id>` in the reader's. */
export interface ResolutionPaper extends Paper, ResolutionRule {
  text: OptionEntry[]
  base: 'persons' | 'voices'
}

export const resolution = defineActivity<
  z.output<typeof settings>,
  ResolutionPaper,
  Choice,
  ResolutionResult
>({
  kind: 'resolution',
  settings,
  steps: () => [
    { id: 'read', minutes: 3, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'discuss', minutes: 6, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'vote', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'announce', minutes: 1, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: 'single',
    secrecy: (s) => s.secrecy,
    paper: (notes, s, t) => ({
      options: CHOICES.map((id) => ({ id, label: t(`choice.${id}`) })),
      rev: 1,
      text: s.options || s.from ? paperOptions(notes, s) : [],
      rule: s.rule,
      quorum: s.quorum,
      base: s.base,
      room: { registered: s.registered, present: s.present, represented: s.represented },
    }),
    check: (_, choice) =>
      CHOICES.find((known) => known === choice) ??
      refuse(typeof choice === 'string' ? 'unknown-option' : 'bad-request'),
    count: (paper, ballots) => countResolution(paper, ballots),
  },
  report: resolutionReport,
  messages,
})
