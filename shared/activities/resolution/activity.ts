// Resolution: an assembly votes for or against a text, with a quorum and a majority rule.
import * as z from 'zod'
import { LIMITS } from '../../limits.ts'
import type { Note } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Assembly, OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { isCollege, readColleges } from './college-lines.ts'
import { CHOICES, countResolution, type Choice, type ResolutionResult, type ResolutionRule } from './count.ts'
import { RULES } from './majority.ts'
import messages from './messages.json' with { type: 'json' }
import { askedQuorum, PRESETS, withPreset } from './presets.ts'
import { lacksRegistered, quorumOf, roomsTogether, type Attendance } from './quorum.ts'
import { resolutionReport } from './report.ts'
import { attendanceOf, countMandates, readRoll, voicesOf, type MandateCount } from './roll.ts'

const count = z.number().int().min(0).max(1_000_000)

const settings = z.object({
  /** The text of the resolution, point by point; without it, the question of the activity. */
  ...sourceSettings,
  /** Ready rules by name, in the place of rule, quorum and base; own: those below. */
  preset: z.enum(PRESETS).default('own'),
  rule: z.enum(RULES).default('simple'),
  /** Part of the registered that must be there, `num / den`, and a floor. None unless the statutes ask for one. */
  quorum: z
    .object({
      num: count.default(0),
      den: count.min(1).default(1),
      minAbsolute: count.default(0),
    })
    .default({ num: 0, den: 1, minAbsolute: 0 }),
  /** second: the assembly has been called again because the first time too few came; its own quorum holds, none by default. */
  call: z.enum(['first', 'second']).default('first'),
  secondQuorum: z.object({ num: count.default(0), den: count.min(1).default(1) }).default({ num: 0, den: 1 }),
  /** What the figures count: members, one voice each, or voices. */
  base: z.enum(['persons', 'voices']).default('persons'),
  /** required: only seats with a voting slip vote, with the voices of the roll; else the vote is indicative. */
  slips: z.enum(['none', 'required']).default('none'),
  /** Colleges of the roll with their weights, a line each: "Employees 40". With some, they decide, and slips are required. */
  colleges: z
    .array(z.string().trim().min(1).max(LIMITS.title).refine(isCollege, 'a name, then a weight'))
    .max(12)
    .default([]),
  /** How a college reports its votes: in proportion, or its whole weight to the winner. */
  mode: z.enum(['proportional', 'majority']).default('proportional'),
  /** What becomes of the weight of a college without expressed votes. */
  empty: z.enum(['renormalise', 'lost']).default('renormalise'),
  /** At most so many mandates for one holder. */
  maxMandates: count.default(2),
  /** The room, where there is no roll. */
  registered: count.default(0),
  present: count.default(0),
  represented: count.default(0),
  secrecy: z.enum(['secret', 'facilitator', 'public']).default('secret'),
})

export type ResolutionSettings = z.output<typeof settings>

/** `options` are the choices, always the same, labelled in the workshop's language; faces say `choice.<id>` in the reader's. */
export interface ResolutionPaper extends Paper, ResolutionRule {
  text: OptionEntry[]
  /** The text of the round before, where this one amends it. */
  was?: OptionEntry[]
  base: 'persons' | 'voices'
  /** Only voting slips count. */
  slips: boolean
  /** By the roll. */
  mandates?: MandateCount
  /** A college of the roll that has no weight in the settings. */
  stray?: string
}

export const resolution = defineActivity<ResolutionSettings, ResolutionPaper, Choice, ResolutionResult>({
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
    paper: (notes, given, t, assembly = { here: 0, members: [] }) =>
      paperOf(notes, withPreset(given), t, assembly),
    mayOpen: ({ room, quorum, slips, stray }) => {
      if (slips && room.registered === 0) return refuse('not-now', { reason: 'roll', needed: 1, counted: 0 })
      if (stray !== undefined) return refuse('not-now', { reason: 'college', college: stray })
      if (lacksRegistered(room, quorum)) return refuse('not-now', { reason: 'registered' })
      const { reached, needed, counted } = quorumOf(room, quorum)
      return reached ? undefined : refuse('not-now', { reason: 'quorum', needed, counted })
    },
    gathering: ({ room, quorum }) =>
      lacksRegistered(room, quorum) || (quorum.minAbsolute === 0 && quorum.num === 0)
        ? undefined
        : { ...quorumOf(room, quorum), registered: room.registered },
    voices: (s, assembly) => (asksSlips(s) ? voicesOf(assembly, s) : undefined),
    // People come and go: who is there is asked again before each vote.
    revote: ({ was: _, ...last }, { room, mandates, stray }) => ({
      ...last,
      room,
      ...(mandates ? { mandates } : {}),
      ...(stray === undefined ? {} : { stray }),
    }),
    // An amended text is voted on as a text of its own; the choices stay.
    amend: (paper, text) => ({ ...paper, ...textPart(text), was: paper.text }),
    // With slips a voice may weigh more than another: bare ballots do not say so.
    rooms: {
      own: ['room', 'mandates', 'was'],
      sum: (papers) => ({ room: roomsTogether(papers.map(({ room }) => room)) }),
      bare: ({ slips }) => !slips,
    },
    check: (_, choice) =>
      CHOICES.find((known) => known === choice) ??
      refuse(typeof choice === 'string' ? 'unknown-option' : 'bad-request'),
    count: (paper, ballots, voices) => countResolution(paper, ballots, voices),
  },
  // What is answered here is no proposal that a later exercise could be about.
  legacy: ({ notes }) => ({ notes }),
  report: resolutionReport,
  messages,
})

function paperOf(notes: Note[], s: ResolutionSettings, t: Translate, assembly: Assembly): ResolutionPaper {
  return {
    options: CHOICES.map((id) => ({ id, label: t(`choice.${id}`) })),
    rev: 1,
    ...textPart(s.options || s.from ? paperOptions(notes, s) : []),
    rule: s.rule,
    quorum: askedQuorum(s),
    base: s.base,
    slips: asksSlips(s),
    room: attendanceOf(assembly, s) ?? roomOf(s, assembly),
    ...rollPart(assembly, s),
  }
}

/** What the room reads is the text, where there is one; what it chooses from are always the same words. */
function textPart(text: OptionEntry[]): Pick<ResolutionPaper, 'text' | 'subjects'> {
  return text.length > 0 ? { text, subjects: text } : { text }
}

/** Without a roll: the figures of the settings; whoever is connected is there. Where slips are asked for, nobody is. */
function roomOf(s: ResolutionSettings, { here, registered = s.registered }: Assembly): Attendance {
  const { present, represented } = s
  if (asksSlips(s)) return { registered: 0, present: 0, represented: 0 }
  return { registered, present: Math.max(present, here), represented }
}

/** Colleges are those of the roll, so that only its slips can vote by them. */
export function asksSlips({ slips, colleges }: Pick<ResolutionSettings, 'slips' | 'colleges'>): boolean {
  return slips === 'required' || colleges.length > 0
}

/** What the roll and the settings say together: mandates, weights of colleges, a college that has none. */
function rollPart({ members }: Assembly, s: ResolutionSettings): Partial<ResolutionPaper> {
  const { mode, empty, secrecy } = s
  const colleges = readColleges(s.colleges)
  const names = new Set(colleges.map(({ name }) => name))
  const stray = members.find(({ college = '' }) => !names.has(college))
  return {
    ...(members.length > 0 ? { mandates: countMandates(readRoll(members, s)) } : {}),
    ...(colleges.length > 0 ? { byCollege: { colleges, mode, empty, secret: secrecy === 'secret' } } : {}),
    ...(colleges.length > 0 && stray ? { stray: stray.college ?? '' } : {}),
  }
}
