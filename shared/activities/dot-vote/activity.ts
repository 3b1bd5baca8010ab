// Dot vote: each person places a few dots on the ideas to dig into; a temperature, not a decision.
import * as z from 'zod'
import { dropKey } from '../../counting/withdrawal.ts'
import type { Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity, type CarriedNote } from '../activity.ts'
import { notesOf, paperOptions, sourceSettings } from '../voting-settings.ts'
import {
  countDots,
  allDots,
  defaultDots,
  faultOf,
  mergeDots,
  placed,
  type DotBallot,
  type DotResult,
  type DotRule,
} from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { dotRows } from './ranking.ts'
import { dotBlocks } from './report.ts'

const settings = z.object({
  ...sourceSettings,
  /** Default: a third of the options, from 3 to 10. */
  dotsPerPerson: z.number().int().min(1).max(50).optional(),
  maxPerItem: z.number().int().min(1).max(50).default(2),
  useAll: z.boolean().default(false),
  groupsCount: z.boolean().default(true),
  live: z.boolean().default(false),
  /** After how many options the line is drawn. */
  shortlist: z.number().int().min(1).max(50).default(4),
})

export interface DotPaper extends Paper {
  dotsPerPerson: number
  maxPerItem: number
  useAll: boolean
  shortlist: number
}

export const dotVote = defineActivity<z.output<typeof settings>, DotPaper, DotBallot, DotResult>({
  kind: 'dot-vote',
  settings,
  steps: (s) => [
    { id: 'read', minutes: 2, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'vote', minutes: 4, pads: 'off', board: 'none', poll: true, results: s.live ? 'live' : 'hidden' },
    { id: 'show', minutes: 2, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: 'dots',
    secrecy: () => 'secret',
    paper: (notes, s) => {
      const options = paperOptions(notes, s)
      const { maxPerItem, useAll, shortlist } = s
      return {
        options,
        rev: 1,
        dotsPerPerson: s.dotsPerPerson ?? defaultDots(options.length),
        maxPerItem,
        useAll,
        shortlist,
      }
    },
    check: (paper, choice) => {
      if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return refuse('bad-request')
      const fault = faultOf(ruleOf(paper), choice as DotBallot)
      if (fault) return refuse(fault)
      const ballot = Object.fromEntries(Object.entries(choice as DotBallot).filter(([, dots]) => dots > 0))
      const dots = placed(ballot)
      // Once the paper has changed, dots that were given back may stay in the hand: what is left of a ballot stands.
      const all = paper.useAll && paper.rev === 1
      const short = all && dots !== 0 && dots !== allDots(paper, paper.options.length)
      return short ? refuse('bad-request') : ballot
    },
    withoutOption: dropKey,
    joins: (paper) => paper,
    merge: (ballot, from, into, { maxPerItem }) => mergeDots(ballot, from, into, maxPerItem),
    count: (paper, ballots) => countDots(ruleOf(paper), ballots),
  },
  legacy: ({ round }) => (round ? { notes: shortlisted(round.paper, round.result) } : {}),
  report: ({ rounds, t }) => rounds.flatMap((round) => dotBlocks(round.paper, round.result, round.voted, t)),
  messages,
})

/** What is above the line goes on to later activities; everything where nothing is. */
function shortlisted({ options, shortlist }: DotPaper, result: DotResult): CarriedNote[] {
  const rows = dotRows(options, result, shortlist)
  const kept = rows.filter((row) => row.kept)
  return notesOf(kept.length > 0 ? kept : rows)
}

function ruleOf(paper: DotPaper): DotRule {
  const { dotsPerPerson, maxPerItem } = paper
  return { options: paper.options.map((option) => option.id), dotsPerPerson, maxPerItem }
}
