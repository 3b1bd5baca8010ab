// Opinion groups: short statements, agree or not; who votes alike, and what nearly everybody shares. Not a decision.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import { checkEach } from '../../counting/choices.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity } from '../activity.ts'
import { paperOptions, sourceSettings, voteSteps } from '../voting-settings.ts'
import { countOpinions, readVote, type OpinionResult, type Opinions } from './count.ts'
import type { GroupRule } from './groups.ts'
import messages from './messages.json' with { type: 'json' }
import { opinionReport } from './report.ts'

const settings = z.object({
  /** The statements. */
  ...sourceSettings,
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
    steps: () => voteSteps({ read: 1, vote: 8, show: 8 }),
    poll: {
      type: 'opinions',
      secrecy: () => 'secret',
      paper: (notes, s) => ({
        options: paperOptions(notes, s),
        rev: 1,
        minVotes: s.minVotes,
        greedyFloor: s.greedyFloor,
        maxK: s.maxK,
      }),
      check: (paper, choice) => checkEach(paper.options, choice, readVote),
      withoutOption: dropKey,
      count: (paper, ballots) =>
        countOpinions(
          paper.options.map((option) => option.id),
          paper,
          ballots,
        ),
    },
    report: opinionReport,
    messages,
  },
)
