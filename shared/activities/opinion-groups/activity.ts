// Opinion groups: short statements, agree or not; who votes alike, and what nearly everybody shares. Not a decision.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach } from '../../counting/choices.ts'
import type { Paper } from '../../voting.ts'
import type { OptionEntry } from '../../voting.ts'
import { defineActivity, type Step } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { tellable } from './cells.ts'
import { countOpinions, readVote, type OpinionResult, type Opinions } from './count.ts'
import type { GroupRule } from './groups.ts'
import messages from './messages.json' with { type: 'json' }
import { opinionReport } from './report.ts'

const settings = z.object({
  /** The statements. */
  ...sourceSettings,
  /** Statements are written from the phones, before the vote and during it; each is approved before it is shown. */
  writing: z.boolean().default(true),
  /** How many statements the vote begins with, the others being released one by one; 0 for all of them. */
  first: z.number().int().min(0).max(200).default(0),
  /** Votes that put somebody on the map. */
  minVotes: z.number().int().min(1).max(50).default(7),
  /** Below so many people on the map, the most active of the others join. */
  greedyFloor: z.number().int().min(0).max(100).default(15),
  /** Groups, at most. */
  maxK: z.number().int().min(2).max(8).default(5),
})

export interface OpinionPaper extends Paper, GroupRule {}

export const opinionGroups = defineActivity<z.output<typeof settings>, OpinionPaper, Opinions, OpinionResult>(
  {
    kind: 'opinion-groups',
    settings,
    steps: ({ writing }) => {
      const [read, vote, show] = voteSteps({ read: 1, vote: 8, show: 8 })
      if (!writing) return [read!, vote!, show!]
      const write: Step = { id: 'write', minutes: 4, pads: 'moderated', board: 'none', results: 'hidden' }
      return [write, { ...vote!, pads: 'moderated' }, show!]
    },
    poll: {
      type: 'opinions',
      secrecy: () => 'secret',
      paper: (notes, s) => ({
        options: firstOf(paperOptions(notes, s), s.first).now,
        rev: 1,
        minVotes: s.minVotes,
        greedyFloor: s.greedyFloor,
        maxK: s.maxK,
        deal: { each: 0, ratings: 0, rarest: 'options' },
      }),
      grows: { held: (notes, s) => firstOf(paperOptions(notes, s), s.first).later },
      check: (paper, choice) => checkEach(paper.options, choice, readVote),
      withoutOption: dropKey,
      joins: (paper) => paper,
      count: (paper, ballots) =>
        tellable(
          countOpinions(
            paper.options.map((option) => option.id),
            paper,
            ballots,
          ),
        ),
    },
    report: opinionReport,
    messages,
  },
)

/** The statements that the vote begins with, and those that wait; with 0 none wait. */
function firstOf(all: OptionEntry[], first: number): { now: OptionEntry[]; later: OptionEntry[] } {
  return first === 0 ? { now: all, later: [] } : { now: all.slice(0, first), later: all.slice(first) }
}
