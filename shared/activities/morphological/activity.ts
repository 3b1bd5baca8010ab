// Morphological analysis: components with contrasted states, excluded pair by pair, and what can still be combined
// (Zwicky 1969; Ritchey 2002). Each pair is a card on the phones: can these two exist together?
import * as z from 'zod'
import { checkEach } from '../../counting/choices.ts'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { voteSteps } from '../voting-settings.ts'
import type { Parameter } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { countPairs, pairsOf, type PairBallot, type PairCount } from './pairs.ts'
import { morphologyReport } from './report.ts'

const settings = z.object({
  /** One component a line with its states: "Work: employed / independent". */
  parameters: z.array(z.string().trim().min(1).max(LIMITS.question)).max(12).default([]),
})

export interface MorphologyPaper extends Paper {
  parameters: Parameter[]
}

export const morphological = defineActivity<
  z.output<typeof settings>,
  MorphologyPaper,
  PairBallot,
  PairCount
>({
  kind: 'morphological',
  settings,
  steps: () => voteSteps({ read: 4, vote: 10, show: 15 }),
  poll: {
    type: 'opinions',
    secrecy: () => 'secret',
    paper: (_, s, t) => {
      const parameters = fitting(s.parameters.flatMap(readParameter))
      return { options: cards(parameters, t), rev: 1, parameters }
    },
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) =>
        value === 1 || value === -1 || value === 0 ? value + 0 : refuse('bad-request'),
      ),
    count: ({ parameters }, ballots) => countPairs(parameters, ballots),
  },
  report: morphologyReport,
  messages,
})

/** "Work: employed / independent"; a line without two states is none. */
export function readParameter(line: string): Parameter[] {
  const [name = '', ...rest] = line.split(':')
  const states = rest.join(':').split('/')
  const values = [...new Set(states.map((value) => value.trim()).filter((value) => value !== ''))]
  return name.trim() === '' || values.length < 2 ? [] : [{ name: name.trim(), values }]
}

/** The first components whose pairs a paper can hold. */
function fitting(parameters: Parameter[]): Parameter[] {
  const fits = pairsOf(parameters).length <= LIMITS.options
  return fits ? parameters : fitting(parameters.slice(0, -1))
}

function cards(parameters: readonly Parameter[], t: Translate): OptionEntry[] {
  return pairsOf(parameters).map(({ id, places: [[p, v], [q, w]] }) => ({
    id,
    label: t('pair', {
      one: parameters[p]!.name,
      first: parameters[p]!.values[v]!,
      other: parameters[q]!.name,
      second: parameters[q]!.values[w]!,
    }),
  }))
}
