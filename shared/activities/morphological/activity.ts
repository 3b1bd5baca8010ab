// Morphological analysis: components with contrasted states, excluded pair by pair, and what can still be combined
// (Zwicky 1969; Ritchey 2002). Each pair is a card on the phones: can these two exist together?
import * as z from 'zod'
import { checkEach } from '../../counting/choices.ts'
import { dealOf } from '../../counting/deal.ts'
import { shortName } from '../../counting/grid.ts'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import type { OptionEntry, Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity, type Advice } from '../activity.ts'
import { voteSteps } from '../voting-settings.ts'
import { boxOf, pairNames } from './box.ts'
import type { Parameter } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import {
  countPairs,
  ENOUGH,
  JUDGMENTS,
  pairsOf,
  type Judgment,
  type PairBallot,
  type PairCount,
} from './pairs.ts'
import { morphologyReport } from './report.ts'

const settings = z.object({
  /** One component a line with its states: "Work: employed / independent". */
  parameters: z.array(z.string().trim().min(1).max(LIMITS.question)).max(12).default([]),
  /** Answers that each pair should get; fewer than three exclude nothing. */
  ratings: z.number().int().min(1).max(9).default(ENOUGH),
})

export interface MorphologyPaper extends Paper {
  parameters: Parameter[]
  subjects: OptionEntry[]
}

/** Beyond this a box cannot be talked through: more exclusions are needed. */
const TALKED = 50

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
    type: 'compatible',
    secrecy: () => 'secret',
    paper: (_, s, t, assembly) => {
      const parameters = fitting(s.parameters.flatMap(readParameter))
      const options = cards(parameters, t)
      const subjects = parameters.map(({ name, values }, p) => ({
        id: `component-${p}`,
        label: t('component', { name, states: values.join(' / ') }),
      }))
      return {
        options,
        rev: 1,
        subjects,
        parameters,
        deal: dealOf(options.length, assembly?.here ?? 0, s.ratings),
      }
    },
    check: (paper, choice) =>
      checkEach(paper.options, choice, (value) =>
        value === null ? undefined : isJudgment(value) ? value : refuse('bad-request'),
      ),
    count: ({ parameters }, ballots) => countPairs(parameters, ballots),
    before: (subjects, s) => {
      const written = (s as z.output<typeof settings>).parameters
      const read = written.flatMap(readParameter)
      const advice: (Advice | false)[] = [
        written.length > read.length && {
          key: 'advice.unread',
          params: { count: written.length - read.length },
        },
        read.length < 2 && { key: 'advice.least' },
        read.length > subjects.length && { key: 'advice.most', params: { count: subjects.length } },
      ]
      return advice.filter((one) => one !== false)
    },
    advise: ({ parameters }, count, look) => {
      if (count.n === 0 || parameters.length < 2) return []
      const box = boxOf(parameters, count, look)
      const [opener] = count.openers
      const advice: (Advice | false | undefined)[] = [
        count.few > 0 && { key: 'advice.few', params: { count: count.few, enough: ENOUGH } },
        count.doubtful.length > 0 && { key: 'advice.doubtful', params: { count: count.doubtful.length } },
        box.count === 0 && opener
          ? { key: 'advice.opener', params: { ...pairNames(parameters, opener.id), opens: opener.opens } }
          : box.count === 0 && { key: 'advice.nothing' },
        box.count > 0 && box.left === 0 && { key: 'advice.locked' },
        box.count > TALKED && { key: 'advice.many', params: { count: box.count } },
      ]
      return advice.filter((one) => one !== false && one !== undefined)
    },
  },
  report: morphologyReport,
  messages,
})

function isJudgment(value: unknown): value is Judgment {
  return (JUDGMENTS as readonly unknown[]).includes(value)
}

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
      one: shortName(parameters[p]!.name),
      first: shortName(parameters[p]!.values[v]!),
      other: shortName(parameters[q]!.name),
      second: shortName(parameters[q]!.values[w]!),
    }),
  }))
}
