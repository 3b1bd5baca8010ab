// Check-in: everybody says what the weather is like inside; shown together, never ranked.
// The same question when people leave shows what has changed.
import * as z from 'zod'
import { dropChoice } from '../../counting/withdrawal.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { percent, type Paper } from '../../voting.ts'
import { refuse } from '../../wire.ts'
import { defineActivity } from '../activity.ts'
import { sourceSettings, voteSteps } from '../voting-settings.ts'
import messages from './messages.json' with { type: 'json' }

const WEATHER = ['sun', 'clouds', 'rain', 'storm']

/** `options` are other words for how one is. */
const settings = z.object(sourceSettings)

export interface CheckInResult {
  n: number
  /** In the order of the paper. */
  counts: Record<string, number>
}

export const checkIn = defineActivity<z.output<typeof settings>, Paper, string, CheckInResult>({
  kind: 'check-in',
  settings,
  steps: () => voteSteps({ vote: 2, show: 3 }),
  poll: {
    type: 'single',
    secrecy: () => 'secret',
    paper: (_, { options }, t) => ({
      options: options ?? WEATHER.map((id) => ({ id, label: t(`choice.${id}`) })),
      rev: 1,
    }),
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
  report: ({ rounds, t }) =>
    roundBlocks(rounds, t, ({ options }, { n, counts }) => [
      {
        type: 'table',
        title: t('result'),
        head: [t('table.weather'), t('table.people'), t('table.share')],
        rows: options.map(({ id, label }) => [
          label,
          counts[id] ?? 0,
          t('table.percent', { share: percent(counts[id] ?? 0, n) ?? 0 }),
        ]),
      },
    ]),
  messages,
})
