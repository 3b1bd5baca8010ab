// Check-in: everybody says what the weather is like inside; shown together, never ranked.
// The same question when people leave shows what has changed.
import * as z from 'zod'
import { dropChoice } from '../../counting/withdrawal.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { percent, type OptionEntry, type Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity, type CarriedNote } from '../activity.ts'
import { notesOf, sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const WEATHER = ['sun', 'clouds', 'rain', 'storm']

/** `options` are other words for how one is. With `from`, an earlier check-in: what it said stands beside what is said now. */
const settings = z.object(sourceSettings)

/** `before`: how many said each of these when they arrived. */
export interface WeatherPaper extends Paper {
  before?: Record<string, number>
}

export interface CheckInResult {
  n: number
  /** In the order of the paper. */
  counts: Record<string, number>
}

export const checkIn = defineActivity<z.output<typeof settings>, WeatherPaper, string, CheckInResult>({
  kind: 'check-in',
  settings,
  steps: () => voteSteps({ vote: 2, show: 3 }),
  poll: {
    type: 'single',
    secrecy: () => 'secret',
    paper: (notes, { options, from }, t) => {
      const earlier = from === undefined ? [] : notes.filter((note) => peopleOf(note) !== undefined)
      const same = earlier.map(({ id, text }) => ({ id, label: text }))
      const words =
        options ?? (same.length > 0 ? same : WEATHER.map((id) => ({ id, label: t(`choice.${id}`) })))
      return { options: words, rev: 1, ...beforeOf(words, earlier) }
    },
    check: ({ options }, choice) => {
      if (typeof choice !== 'string') return refuse('bad-request')
      return options.some(({ id }) => id === choice) ? choice : refuse('unknown-option')
    },
    withoutOption: dropChoice,
    count: ({ options }, ballots) => {
      const many = (wanted: string) => ballots.filter((choice) => choice === wanted).length
      return { n: ballots.length, counts: Object.fromEntries(options.map(({ id }) => [id, many(id)])) }
    },
  },
  /** The words, each with how many said it, for the same question at the end. */
  legacy: ({ round }) =>
    round
      ? {
          notes: notesOf(round.paper.options).map((note) => ({
            ...note,
            fields: { people: round.result.counts[note.id] ?? 0 },
          })),
        }
      : {},
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, ({ options, before }, { n, counts }) => [
      {
        type: 'table',
        title: t('result'),
        head: [
          t('table.weather'),
          ...(before ? [t('table.before')] : []),
          t('table.people'),
          t('table.share'),
        ],
        rows: options.map(({ id, label }) => [
          label,
          ...(before ? [before[id] ?? 0] : []),
          counts[id] ?? 0,
          t('table.percent', { share: percent(counts[id] ?? 0, n) ?? 0 }),
        ]),
      },
    ]),
  messages,
})

function peopleOf({ fields }: CarriedNote): number | undefined {
  const people = fields?.['people']
  return typeof people === 'number' ? people : undefined
}

/** Only where all words are the same: a shift between other words would say nothing. */
function beforeOf(
  words: readonly OptionEntry[],
  earlier: readonly CarriedNote[],
): Pick<WeatherPaper, 'before'> {
  const known = new Map(earlier.map((note) => [note.id, peopleOf(note)!]))
  const all = words.length > 0 && words.every(({ id }) => known.has(id))
  return all ? { before: Object.fromEntries(words.map(({ id }) => [id, known.get(id)!])) } : {}
}
