// What moved between two rounds, for every method that is voted on.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import common from '../../../shared/i18n/common.fr.json' with { type: 'json' }
import { ballotTypeOf } from '../../../shared/activities/activity.ts'
import { ACTIVITIES } from '../../../shared/activities/index.ts'
import { createTranslate } from '../../../shared/i18n/translate.ts'
import { isRefusal } from '../../../shared/wire.ts'
import { choicesFor } from '../../../tests/support/ballots.ts'
import { shiftOf } from './shift.ts'

const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))

function pollOf(kind: string, given: object = {}) {
  const activity = ACTIVITIES.find((one) => one.kind === kind)!
  const withOptions = activity.settings.safeParse({ options: OPTIONS, ...given })
  const settings = withOptions.success ? withOptions.data : activity.settings.parse(given)
  const t = createTranslate('fr', { ...common, ...activity.messages.fr })
  return { poll: activity.poll!, paper: activity.poll!.paper([], settings, t), t }
}

test('each option with what it had before; one that is new had nothing', () => {
  const { poll, paper, t } = pollOf('multiple-choice')
  const [before, now] = [poll.count(paper, [['a'], ['a']]), poll.count(paper, [['a'], ['b', 'a'], ['b']])]
  expect(shiftOf('multiple-choice', { paper } as never, before, now, t)).toEqual([
    { label: 'A', before: '2', now: '2' },
    { label: 'B', before: '0', now: '2' },
    { label: 'C', before: '0', now: '0' },
  ])
  const fewer = { ...paper, options: OPTIONS.slice(0, 2) }
  const rows = shiftOf(
    'multiple-choice',
    { paper, before: fewer } as never,
    poll.count(fewer, [['a']]),
    now,
    t,
  )
  expect(rows.map((row) => row.before)).toEqual(['1', '0', null])
})

/** What these find is a drawing on the wall, which no line of figures stands for; or they vote on their own notes, and have none here. */
const DRAWN = [
  'morphological',
  'futures-wheel',
  'multipol',
  'cross-impact',
  'pestel',
  'premortem',
  'swot',
  'speedboat',
  'start-stop-continue',
  'rex',
]
const KINDS = ACTIVITIES.filter(({ poll }) => poll).map(({ kind }) => kind)

describe('every kind', () => {
  test.each(KINDS)('%s: the same ballots move nothing', (kind) => {
    const { poll, paper, t } = pollOf(kind)
    const ballots = fc
      .sample(choicesFor(ballotTypeOf(poll, paper), paper), { numRuns: 12, seed: 3 })
      .map((choice) => poll.check(paper, choice))
      .filter((ballot) => !isRefusal(ballot))
    const result = poll.count(paper, ballots)
    const rows = shiftOf(kind, { paper } as never, result, result, t)
    if (!DRAWN.includes(kind)) expect(rows.length).toBeGreaterThan(0)
    for (const { before, now } of rows) expect(before).toBe(now)
  })
})
