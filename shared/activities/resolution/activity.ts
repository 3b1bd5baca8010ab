// Resolution: an assembly votes for or against a text, with a quorum and a majority rule.
import * as z from 'zod'
import type { OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { CHOICES, countResolution, type Choice, type ResolutionResult, type ResolutionRule } from './count.ts'
import { RULES } from './majority.ts'
import messages from './messages.json' with { type: 'json' }
import { quorumOf, type Attendance } from './quorum.ts'
import { resolutionReport } from './report.ts'
import { attendanceOf, voicesOf } from './roll.ts'

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
  /** required: only seats with a voting slip vote, with the voices of the roll; else the vote is indicative. */
  slips: z.enum(['none', 'required']).default('none'),
  /** At most so many mandates for one holder. */
  maxMandates: count.default(2),
  /** The room, where there is no roll. */
  registered: count.default(0),
  present: count.default(0),
  represented: count.default(0),
  secrecy: z.enum(['secret', 'facilitator', 'public']).default('secret'),
})

/** `options` are the choices, always the same, labelled in the workshop's language; faces say `choice.<id>` in the reader's. */
export interface ResolutionPaper extends Paper, ResolutionRule {
  text: OptionEntry[]
  base: 'persons' | 'voices'
  /** Only voting slips count. */
  slips: boolean
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
    paper: (notes, s, t, assembly = { here: 0, members: [] }) => ({
      options: CHOICES.map((id) => ({ id, label: t(`choice.${id}`) })),
      rev: 1,
      text: s.options || s.from ? paperOptions(notes, s) : [],
      rule: s.rule,
      quorum: s.quorum,
      base: s.base,
      slips: s.slips === 'required',
      room: attendanceOf(assembly, s) ?? roomOf(s, assembly.here),
    }),
    mayOpen: ({ room, quorum, slips }) => {
      if (slips && room.registered === 0) return refuse('not-now', { reason: 'roll', needed: 1, counted: 0 })
      const { reached, needed, counted } = quorumOf(room, quorum)
      return reached ? undefined : refuse('not-now', { reason: 'quorum', needed, counted })
    },
    voices: (s, assembly) => (s.slips === 'required' ? voicesOf(assembly, s) : undefined),
    // People come and go: who is there is asked again before each vote.
    revote: (last, fresh) => ({ ...last, room: fresh.room }),
    check: (_, choice) =>
      CHOICES.find((known) => known === choice) ??
      refuse(typeof choice === 'string' ? 'unknown-option' : 'bad-request'),
    count: (paper, ballots, weights) => countResolution(paper, ballots, weights),
  },
  report: resolutionReport,
  messages,
})

/** Without a roll: the figures of the settings; whoever is connected is there. Where slips are asked for, nobody is. */
function roomOf(s: z.output<typeof settings>, here: number): Attendance {
  const { registered, present, represented } = s
  if (s.slips === 'required') return { registered: 0, present: 0, represented: 0 }
  return { registered, present: Math.max(present, here), represented }
}
