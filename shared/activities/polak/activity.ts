// Polak game: where do you stand, between hold and no hold on the future, better and worse? (Hayward & Candy 2017).
// An opener: one place for each person, then one voice for each quadrant.
import * as z from 'zod'
import { checkAxes, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { parseFraction } from '../../counting/fraction.ts'
import type { Block } from '../../report/blocks.ts'
import type { Drawing } from '../../report/drawing.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { drawSquare } from '../../report/square.ts'
import { percent, type Paper } from '../../voting.ts'
import { isRefusal, refuse } from '../../wire.ts'
import type { Translate } from '../../i18n/translate.ts'
import { defineActivity } from '../activity.ts'
import { voteSteps } from '../voting-settings.ts'
import { countPolak, POLAK_QUADRANTS, type PolakResult } from './count.ts'
import messages from './messages.json' with { type: 'json' }

/** The only thing to place: oneself. */
const SELF = 'self'

const settings = z.object({
  /** Of both axes, which run from 0 to 10; a value on it counts as high. */
  midpoint: z.number().min(0).max(10).default(5),
})

export interface PolakPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

/** Quadrants of persons stay out: how many stand in each is enough, and tells of nobody. */
export interface PolakCount extends Omit<PolakResult, 'quadrants'> {
  n: number
  /** Where people stand, from left to right and upwards. */
  points: [x: number, y: number][]
}

export const polak = defineActivity<z.output<typeof settings>, PolakPaper, AxesBallot, PolakCount>({
  kind: 'polak',
  settings,
  steps: () => voteSteps({ vote: 4, show: 8 }),
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (_, { midpoint }, t) => ({
      options: [{ id: SELF, label: t('self') }],
      subjects: ['ask.x', 'ask.y'].map((id) => ({ id, label: t(id) })),
      rev: 1,
      min: 0,
      max: 10,
      midpoint,
    }),
    check: (paper, choice) => {
      const ballot = checkAxes(paper, choice)
      return isRefusal(ballot) || ballot[SELF] ? ballot : refuse('bad-request')
    },
    count: ({ midpoint }, ballots) => {
      const points = ballots.flatMap((ballot): [number, number][] => {
        const place = ballot[SELF]
        return place ? [[place.x, place.y]] : []
      })
      const { counts, median } = countPolak(placesOf(SELF, ballots), parseFraction(midpoint))
      return { n: points.length, counts, median, points: points.sort(([a, b], [c, d]) => a - c || b - d) }
    },
  },
  // What is answered here is no proposal that a later exercise could be about.
  legacy: ({ notes }) => ({ notes }),
  report: ({ rounds, t }) => roundBlocks(rounds, t, (paper, result) => polakBlocks(paper, result, t)),
  messages,
})

function polakBlocks(paper: PolakPaper, { n, counts, median, points }: PolakCount, t: Translate): Block[] {
  const [x, y] = median ?? [0, 0]
  return [
    {
      type: 'drawing',
      title: t('result'),
      drawing: drawRoom(paper, points, t),
      head: [t('table.quadrant'), t('table.people'), t('table.share')],
      rows: POLAK_QUADRANTS.map((quadrant) => [
        t(`quadrant.${quadrant}`),
        counts[quadrant],
        t('table.percent', { share: percent(counts[quadrant], n) ?? 0 }),
      ]),
    },
    ...(median ? [{ type: 'text' as const, text: t('median', { x, y }) }] : []),
    { type: 'text', text: t('howCounted') },
  ]
}

/** One point for each person, who is not told. */
function drawRoom(paper: PolakPaper, points: readonly (readonly [number, number])[], t: Translate): Drawing {
  const corner = (name: string) => t(`quadrant.${name}`)
  const spots = points.map(([x, y]) => ({ mark: '', label: '', x, y }))
  return drawSquare(paper, spots, t, [corner('UL'), corner('UR'), corner('LL'), corner('LR')])
}
