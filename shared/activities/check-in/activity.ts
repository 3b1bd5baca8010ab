// Check-in: everybody says what the weather is like inside, one word, or why they are here; shown together, never ranked.
// The same weather when people leave shows what has changed.
import * as z from 'zod'
import type { Note } from '../../board/note.ts'
import { dropChoice } from '../../counting/withdrawal.ts'
import { wordBlocks } from '../../counting/words.ts'
import type { Translate } from '../../i18n/translate.ts'
import { barsBlock } from '../../report/bars.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { percent, type OptionEntry, type Paper } from '../../voting.ts'
import { LIMITS } from '../../limits.ts'
import { refuse } from '../../wire.ts'
import { defineActivity, type CarriedNote, type ReportInput, type Step } from '../activity.ts'
import { notesOf, sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const WEATHER = ['sun', 'clouds', 'rain', 'storm']

const settings = z.object({
  /** weather: one of a few words. word: any word, on a word wall. why: a note each. */
  ask: z.enum(['weather', 'word', 'why']).default('weather'),
  noteLength: z.number().int().min(20).max(LIMITS.note).default(80),
  /** `options` are other words for how one is. With `from`, an earlier check-in: what it said stands beside what is said now. */
  ...sourceSettings,
})
type Settings = z.output<typeof settings>

/** Everybody writes unseen, then all of it is shown at once. */
function writing(ask: 'word' | 'why'): Step[] {
  const board = ask === 'why' ? 'read' : 'none'
  return [
    { id: ask, minutes: 2, pads: 'sealed', board: 'none', results: 'hidden' },
    { id: `${ask}s`, minutes: 3, pads: 'live', board, results: 'hidden' },
  ]
}

/** `before`: how many said each of these when they arrived. */
export interface WeatherPaper extends Paper {
  before?: Record<string, number>
}

export interface CheckInResult {
  n: number
  /** In the order of the paper. */
  counts: Record<string, number>
}

export const checkIn = defineActivity<Settings, WeatherPaper, string, CheckInResult>({
  kind: 'check-in',
  settings,
  steps: ({ ask }) => (ask === 'weather' ? voteSteps({ vote: 2, show: 3 }) : writing(ask)),
  layout: () => ({ kind: 'groups', zones: [] }),
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
  report: ({ settings: { ask }, notes, rounds, t }) => [
    ...(ask === 'word' ? wordBlocks(notes, t) : ask === 'why' ? whyBlocks(notes, t) : []),
    ...(ask === 'weather' || rounds.length > 0 ? skyBlocks(rounds, t) : []),
  ],
  messages,
})

/** What brings people here, as they wrote it. */
function whyBlocks(notes: readonly Note[], t: Translate): Block[] {
  if (notes.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  return [{ type: 'notes', groups: [{ title: t('step.whys'), notes: [...notes] }] }]
}

function skyBlocks(
  rounds: ReportInput<Settings, WeatherPaper, CheckInResult>['rounds'],
  t: Translate,
): Block[] {
  return roundBlocks(rounds, t, ({ options, before }, { n, counts }) => {
    const share = (id: string) => t('table.percent', { share: percent(counts[id] ?? 0, n) ?? 0 })
    const head = ['weather', ...(before ? ['before'] : []), 'people', 'share']
    return [
      barsBlock(
        {
          title: t('result'),
          head: head.map((key) => t(`table.${key}`)),
          rows: options.map(({ id, label }) => [
            ...[label, ...(before ? [before[id] ?? 0] : [])],
            ...[counts[id] ?? 0, share(id)],
          ]),
        },
        options.map(({ id, label }) => ({ label, value: counts[id] ?? 0, detail: share(id) })),
      ),
    ]
  })
}

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
