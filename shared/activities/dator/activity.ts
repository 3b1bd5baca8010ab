// Four futures: continuation, collapse, discipline, transformation, each one lived in by a table (Dator 2009); then each person
// says how likely and how desirable each one is. Collapse is not the worst case, and somebody has to say so.
import * as z from 'zod'
import { checkAxes, placesOf, type AxesBallot } from '../../counting/axes.ts'
import { forEachOption } from '../../counting/choices.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Drawing } from '../../report/drawing.ts'
import { drawPlane } from '../../report/plane.ts'
import { drawnTable, roundBlocks } from '../../report/rounds.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity, type Step } from '../activity.ts'
import { notesOf } from '../voting-settings.ts'
import {
  boardSettings,
  kindsOf,
  kindTable,
  openly,
  sorting,
  talking,
  zoneBlocks,
  zonesOf,
  type Boxes,
} from '../zone-board.ts'
import type { Tone } from '../../board/note.ts'
import { countFutures, futureRows, type FuturesCount } from './count.ts'
import messages from './messages.json' with { type: 'json' }
import { FEW, futurePoints } from './points.ts'

const FUTURES = ['continuation', 'collapse', 'discipline', 'transformation']
const BOXES: Boxes = Object.fromEntries(FUTURES.map((id, i) => [id, [i * 0.2525, 0, 0.2425, 1]] as const))
/** Every table answers for the same five sides of life. */
const KINDS: Tone[] = ['soleil', 'ciel', 'menthe', 'lilas', 'craie']
/** Both scales run from -2 to +2. */
const MOST = 2

const settings = z.object({
  /** The four futures are rated at the end. */
  rate: z.boolean().default(true),
  ...boardSettings,
})

export interface FuturesPaper extends Paper {
  min: number
  max: number
  midpoint: number
}

const RATE: Step = { id: 'rate', minutes: 4, pads: 'off', board: 'none', poll: true, results: 'hidden' }

export const dator = defineActivity<z.output<typeof settings>, FuturesPaper, AxesBallot, FuturesCount>({
  kind: 'dator',
  settings,
  steps: (s) => [
    openly(s, 'live', 25),
    openly(s, 'day', 12),
    sorting(s, 'sort', 8),
    ...(s.rate ? [RATE, { ...talking('talk', 15), results: 'shown' as const }] : [talking('talk', 15)]),
  ],
  layout: (_, t) => ({ kind: 'groups', zones: zonesOf(FUTURES, t, BOXES), kinds: kindsOf(KINDS, t) }),
  poll: {
    type: 'axes',
    secrecy: () => 'secret',
    paper: (_, __, t) => ({
      options: zonesOf(FUTURES, t).map(({ id, label }) => ({ id, label })),
      rev: 1,
      ...{ min: -MOST, max: MOST, midpoint: 0 },
    }),
    check: checkAxes,
    count: ({ options }, ballots) =>
      countFutures(
        forEachOption(
          options.map(({ id }) => id),
          (id) => placesOf(id, ballots),
        ),
      ),
    advise: (_, items) => {
      const ratings = Object.values(items).map((item) => item.ratings)
      const count = ratings.filter((of) => of < FEW).length
      return Math.max(...ratings) > 0 && count > 0 ? [{ key: 'advice.few', params: { count, few: FEW } }] : []
    },
  },
  legacy: ({ t }) => ({
    worlds: notesOf(zonesOf(FUTURES, t).map(({ id, label }) => ({ id: `future-${id}`, label }))),
  }),
  report: ({ notes, rounds, t }) => [
    ...(rounds.length > 0
      ? roundBlocks(rounds, t, (paper, result) => [
          ...drawnTable(
            futurePoints(paper, result).length > 0 ? drawFutures(paper, result, t) : null,
            {
              title: t('result'),
              head: ['table.zone', 'axis.x', 'axis.y', 'table.ratings'].map((key) => t(key)),
              rows: futureRows(paper.options, result, t),
            },
            t('noVotes'),
          ),
          { type: 'text', text: t('howCounted') },
        ])
      : []),
    ...kindTable(notes, zonesOf(FUTURES, t), kindsOf(KINDS, t), t),
    ...zoneBlocks(notes, zonesOf(FUTURES, t), t),
  ],
  messages,
})

/** How likely to the right, how desirable upwards. */
function drawFutures(paper: FuturesPaper, count: FuturesCount, t: Translate): Drawing {
  const ends = { from: '\u22122', to: '+2' }
  return drawPlane({
    title: t('result'),
    x: { label: t('axis.x'), ...ends },
    y: { label: t('axis.y'), ...ends },
    cut: { x: 0.5, y: 0.5 },
    corners: [t('corner.hope'), t('corner.wanted'), t('corner.remote'), t('corner.dread')],
    points: futurePoints(paper, count),
  })
}
