// Election without candidate: a role is filled by arguments; the count informs, consent decides.
import * as z from 'zod'
import type { Note } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import type { Assembly, OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { readNomination, type Nomination } from './ballot.ts'
import { membersTogether } from '../../counting/consent-turn.ts'
import { countTurn, readTurn, type TurnBallot, type TurnResult } from './consent-turn.ts'
import { countNominations, type NominationResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { electionBlocks } from './report.ts'
import { isBarred } from './self.ts'

const line = z.string().trim()

const settings = z.object({
  /** Who may be proposed: those written down, else the people taken over from notes, else whoever is in the room. */
  ...sourceSettings,
  /** `room`: whoever is in the room, whatever earlier exercises have left. */
  among: z.enum(['notes', 'room']).default('notes'),
  /** Absent people who have agreed beforehand to be proposed. */
  absent: z.array(line.min(1).max(LIMITS.name)).max(50).default([]),
  /** Whoever goes by the name of an option may name themselves. */
  self: z.boolean().default(true),
  role: line.max(120).optional(),
  /** For how long, in the words of the room. */
  term: line.max(60).optional(),
  criteria: z.array(line.min(1).max(120)).max(12).default([]),
  /** How many people must answer to the proposal; without it, those who are in the room as the turn opens. */
  members: z.number().int().min(1).max(3000).optional(),
})

export interface ElectionPaper extends Paper {
  /** The person on whom consent is asked; absent while people are being named. */
  proposed?: string
  /** How many must answer in the consent turn: silence is not consent. */
  members?: number
  /** Nobody names themselves. */
  self?: false

  role?: string
  term?: string
  criteria: string[]
}

export const electionWithoutCandidate = defineActivity<
  z.output<typeof settings>,
  ElectionPaper,
  Nomination | TurnBallot,
  NominationResult | TurnResult
>({
  kind: 'election-without-candidate',
  settings,
  steps: () => [
    { id: 'role', minutes: 4, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'nominate', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'reasons', minutes: 6, pads: 'off', board: 'none', results: 'shown' },
    { id: 'change', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'shown' },
    { id: 'propose', minutes: 2, pads: 'off', board: 'none', results: 'shown' },
    { id: 'consent', minutes: 4, pads: 'off', board: 'none', poll: true, results: 'shown' },
    { id: 'celebrate', minutes: 1, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: ({ proposed }) => (proposed === undefined ? 'nomination' : 'consent'),
    secrecy: () => 'public',
    paper: (notes, s, t, assembly) => ({
      options: [...eligible(notes, s, assembly), ...absentOptions(s.absent, t)].slice(0, LIMITS.options),
      rev: 1,
      criteria: s.criteria,
      ...membersPart(s.members ?? assembly?.here),
      ...(s.self ? {} : { self: false as const }),
      ...(s.role ? { role: s.role } : {}),
      ...(s.term ? { term: s.term } : {}),
    }),
    // The consent turn is about one person, whom the facilitation proposes after the reasons.
    mayOpen: ({ proposed }, step) =>
      (step === 'consent') === (proposed !== undefined)
        ? undefined
        : refuse('not-now', { reason: 'proposal' }),
    // Who came or left since counts from the next turn on.
    revote: ({ proposed, members: _, ...last }, { members }, step) => ({
      ...last,
      ...membersPart(members),
      ...(step === 'consent' && proposed !== undefined ? { proposed } : {}),
    }),
    besides: (paper, others, s) =>
      s.members !== undefined || paper.members === undefined
        ? paper
        : { ...paper, members: paper.members + others },
    rooms: { own: ['members'], sum: (papers) => membersPart(membersTogether(papers)) },
    amend: (paper, [person, ...others]) =>
      others.length === 0 && idsOf(paper).includes(person?.id ?? '')
        ? { ...paper, proposed: person!.id }
        : refuse('unknown-option'),
    check: (paper, choice) =>
      paper.proposed === undefined ? readNomination(idsOf(paper), choice) : readTurn(choice),
    bars: (paper, choice, name) => {
      const { option } = (choice ?? {}) as { option?: unknown }
      const person = paper.options.find(({ id }) => id === option)
      return person && isBarred(paper, person, name) ? refuse('not-allowed') : undefined
    },
    withoutOption: (ballot, option) => ('option' in ballot && ballot.option === option ? undefined : ballot),
    count: (paper, ballots) =>
      paper.proposed === undefined
        ? countNominations(idsOf(paper), ballots.filter(isNomination))
        : countTurn(
            paper.proposed,
            ballots.filter((ballot): ballot is TurnBallot => !isNomination(ballot)),
            paper.members,
          ),
  },
  report: ({ rounds, t }) => electionBlocks(rounds, t),
  messages,
})

function membersPart(members = 0): { members?: number } {
  return members > 0 ? { members } : {}
}

/** People of one name are numbered. Options have no seats in their ids: who is who stays with the server. */
function eligible(notes: Note[], s: z.output<typeof settings>, assembly?: Assembly): OptionEntry[] {
  const written = s.among === 'room' && !s.options ? [] : paperOptions(notes, s)
  if (written.length > 0) return written
  const seen = new Map<string, number>()
  return (assembly?.names ?? []).map((name, i) => {
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { id: `person-${i + 1}`, label: nth === 1 ? name : `${name} ${nth}` }
  })
}

function absentOptions(names: readonly string[], t: Translate): OptionEntry[] {
  return names.map((name, i) => ({ id: `absent-${i + 1}`, label: t('absentPerson', { name }) }))
}

function isNomination(ballot: Nomination | TurnBallot): ballot is Nomination {
  return 'option' in ballot
}

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
