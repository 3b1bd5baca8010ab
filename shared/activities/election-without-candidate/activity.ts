// Election without candidate: a role is filled by arguments; the count informs, consent decides.
import * as z from 'zod'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { readNomination, type Nomination } from './ballot.ts'
import { countNominations, type NominationResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { electionBlocks } from './report.ts'

const line = z.string().trim()

const settings = z.object({
  /** The people who may be proposed. */
  ...sourceSettings,
  role: line.max(120).optional(),
  /** For how long, in the words of the room. */
  term: line.max(60).optional(),
  criteria: z.array(line.min(1).max(120)).max(12).default([]),
})

export interface ElectionPaper extends Paper {
  role?: string
  term?: string
  criteria: string[]
}

export const electionWithoutCandidate = defineActivity<
  z.output<typeof settings>,
  ElectionPaper,
  Nomination,
  NominationResult
>({
  kind: 'election-without-candidate',
  settings,
  steps: () => [
    { id: 'role', minutes: 4, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'nominate', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'reasons', minutes: 6, pads: 'off', board: 'none', results: 'shown' },
    { id: 'change', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'shown' },
    { id: 'propose', minutes: 2, pads: 'off', board: 'none', results: 'shown' },
    { id: 'consent', minutes: 4, pads: 'off', board: 'none', results: 'shown' },
    { id: 'celebrate', minutes: 1, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: 'nomination',
    secrecy: () => 'public',
    paper: (notes, s) => ({
      options: paperOptions(notes, s),
      rev: 1,
      criteria: s.criteria,
      ...(s.role ? { role: s.role } : {}),
      ...(s.term ? { term: s.term } : {}),
    }),
    check: (paper, choice) => readNomination(idsOf(paper), choice),
    withoutOption: (ballot, option) => (ballot.option === option ? undefined : ballot),
    count: (paper, ballots) => countNominations(idsOf(paper), ballots),
  },
  report: ({ rounds, t }) => electionBlocks(rounds, t),
  messages,
})

function idsOf(paper: Paper): string[] {
  return paper.options.map((option) => option.id)
}
