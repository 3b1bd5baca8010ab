// Consent: a circle adopts a proposal when nobody has a reasoned objection left; objections improve it.
import * as z from 'zod'
import type { OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { floorRules, floorSettings, speakingStep } from '../floor-settings.ts'
import { paperOptions, sourceSettings } from '../voting-settings.ts'
import { readAnswer, type ConsentBallot } from '../../counting/consent-ballot.ts'
import {
  countConsent,
  judgeObjection,
  membersTogether,
  type ConsentResult,
} from '../../counting/consent-turn.ts'
import messages from './messages.json' with { type: 'json' }
import { consentBlocks } from './report.ts'

const settings = z.object({
  /** The proposal, point by point. */
  ...sourceSettings,
  /** How many people must answer; without it, those who are in the room as the turn opens. */
  members: z.number().int().min(1).max(3000).optional(),
  /** One turn of the round of reactions. */
  turnSeconds: floorSettings.turnSeconds.default(60),
  /** Turns of objections before the fallback is proposed. */
  maxIntegrationLoops: z.number().int().min(0).max(10).default(3),
  /** The circle may find an objection without reasons; who raised it and why it falls is kept. */
  judgeObjections: z.boolean().default(true),
  fallback: z.enum(['postpone', 'vote']).default('postpone'),
  /** When the decision will be looked at again, in the words of the room. */
  reviewDate: z.string().trim().max(60).optional(),
})

export type ConsentSettings = z.output<typeof settings>

/** `options` are the points of the proposal, adopted together or not at all. */
export interface ConsentPaper extends Paper {
  members?: number
  /** The text of the round before, where this one amends it. */
  was?: OptionEntry[]
}

export const consent = defineActivity<ConsentSettings, ConsentPaper, ConsentBallot, ConsentResult>({
  kind: 'consent',
  settings,
  steps: () => [
    { id: 'present', minutes: 3, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'clarify', minutes: 4, pads: 'off', board: 'none', results: 'hidden' },
    speakingStep('react', 5),
    { id: 'amend', minutes: 3, pads: 'off', board: 'none', results: 'hidden' },
    { id: 'object', minutes: 3, pads: 'off', board: 'none', poll: true, results: 'hidden' },
    { id: 'improve', minutes: 6, pads: 'off', board: 'none', results: 'shown' },
    { id: 'celebrate', minutes: 1, pads: 'off', board: 'none', results: 'shown' },
  ],
  poll: {
    type: 'consent',
    secrecy: () => 'public',
    paper: (notes, s, _t, assembly) => {
      const members = s.members ?? assembly?.here ?? 0
      return { options: paperOptions(notes, s), rev: 1, ...(members === 0 ? {} : { members }) }
    },
    // An amended text begins anew: every answer was given to another one.
    amend: ({ was: _, ...paper }, options) => ({ ...paper, options, rev: 1, was: paper.options }),
    // Who came or left since counts from the next turn on.
    revote: ({ was: _, members: __, ...last }, { members }) =>
      members === undefined ? last : { ...last, members },
    besides: (paper, others, s) =>
      s.members !== undefined || paper.members === undefined
        ? paper
        : { ...paper, members: paper.members + others },
    rooms: {
      own: ['members', 'was'],
      sum: (papers) => {
        const members = membersTogether(papers)
        return members === undefined ? {} : { members }
      },
    },
    check: (_, choice) => readAnswer(choice),
    count: (paper, ballots) => countConsent(ballots, paper.members),
    judge: (s, result, judged) =>
      s.judgeObjections ? judgeObjection(result, judged) : refuse('not-allowed'),
  },
  // One turn each: phones and the wall say whose it is.
  floor: ({ turnSeconds }) => ({
    ...floorRules({ turnSeconds, firstSpeakers: true, order: 'arrival', names: true }),
    circled: true,
  }),
  report: ({ settings: s, rounds, t }) => consentBlocks(rounds, s, t),
  messages,
})
