// Published results of matrices and of the futures wheel as a phone tells them in short. Pure. Called by results-foresight.ts.
import type { ChancePaper } from '../../shared/activities/cross-impact/activity.ts'
import type { ChanceCount } from '../../shared/activities/cross-impact/count.ts'
import { chanceWords, scenarioWords } from '../../shared/activities/cross-impact/report.ts'
import type { ActorsPaper } from '../../shared/activities/mactor/activity.ts'
import type { ActorsCount } from '../../shared/activities/mactor/cells.ts'
import { actorsOf, aimsOf, tiesOf } from '../../shared/activities/mactor/drawing.ts'
import type { FuturesPaper } from '../../shared/activities/dator/activity.ts'
import { futureRows, type FuturesCount } from '../../shared/activities/dator/count.ts'
import type { CardCount, CardPaper } from '../../shared/activities/pestel/rating.ts'
import type { ActionsPaper } from '../../shared/activities/multipol/activity.ts'
import type { ActionsCount } from '../../shared/activities/multipol/count.ts'
import { parseFraction, toNumber } from '../../shared/counting/fraction.ts'
import { shortName } from '../../shared/counting/grid.ts'
import type { PickResult } from '../../shared/counting/picks.ts'
import { roundHalfUp } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { byRank } from '../../shared/report/rounds.ts'
import { competitionRanks, type Paper } from '../../shared/voting.ts'
import { shareRows, type ShortResult } from './result-rows.ts'

type Tell = (paper: never, result: never, t: Translate) => ShortResult

/** By kind. */
export const MATRICES: Record<string, Tell> = {
  mactor: (paper: ActorsPaper, count: ActorsCount, t) => {
    const weights = count.weightNorm.map((weight) => toNumber(parseFraction(weight)))
    const ranks = competitionRanks(weights, (a, b) => b - a)
    return {
      sentences: actorSentences(paper, count, t),
      unit: t('table.weight'),
      rows: byRank(actorsOf(paper), (_, i) => ranks[i]).map(({ option: { id, label }, index, rank }) => ({
        option: id,
        rank: rank!,
        label,
        figure: t('figure', { value: Math.round(100 * weights[index]!) / 100 }),
      })),
    }
  },
  multipol: ({ grids: [{ rows }] }: ActionsPaper, { order, actions }: ActionsCount, t) => ({
    sentences: [
      order[0] === undefined ? t('nothingWhole') : t('verdict', { name: shortName(rows[order[0]]!, 60) }),
    ],
    unit: t('table.mean'),
    rows: order.map((a, i) => ({
      rank: i + 1,
      label: rows[a]!,
      figure: t('figure', { value: roundHalfUp(parseFraction(actions[a]!.mean), 2) }),
      details: [t('spread', { value: Math.round(100 * actions[a]!.sd) / 100 })],
    })),
  }),
  'cross-impact': (paper: ChancePaper, { scenarios, whole, coherent }: ChanceCount, t) => ({
    sentences: [whole === 0 ? t('noneWhole') : t('together', { count: coherent, whole })],
    unit: t('table.chance'),
    rows: scenarios.map(({ happens, chance }) => ({
      label: scenarioWords(paper, happens, t),
      figure: chanceWords(100 * chance, t),
      share: chance,
    })),
  }),
  pestel: ({ subjects, card }: CardPaper, { order, items }: CardCount, t) => ({
    sentences: order.length === 0 ? [t('nothingRated')] : [],
    unit: t(`score.${card}`),
    rows: order.map((id, i) => ({
      rank: i + 1,
      label: subjects.find((one) => one.id === id)?.label ?? '',
      figure: t('figure', { value: Math.round(10 * (items[id]?.score ?? 0)) / 10 }),
    })),
  }),
  dator: ({ options }: FuturesPaper, count: FuturesCount, t) => ({
    sentences: [],
    rows: futureRows(options, count, t).map(([label, x, y], i) => ({
      option: options[i]!.id,
      label: String(label),
      ...(x === '' ? {} : { verdict: t('placed', { x: String(x), y: String(y) }) }),
    })),
  }),
  'futures-wheel': (paper: Paper, { counts, ballotsCounted, blank }: PickResult, t) => ({
    sentences: [t('turnout', { counted: ballotsCounted, blank })],
    unit: t('unit'),
    rows: shareRows(paper, counts, ballotsCounted, t),
  }),
}

/** Who weighs the most, who goes with whom, what mobilises: as much of it as there is. */
function actorSentences(paper: ActorsPaper, count: ActorsCount, t: Translate): string[] {
  const names = actorsOf(paper).map(({ label }) => shortName(label))
  const weights = count.weightNorm.map((weight) => toNumber(parseFraction(weight)))
  const heaviest = Math.max(0, ...weights)
  const { allied, opposed } = tiesOf(count, 1)
  const [a, c] = [allied[0], opposed[0]]
  const aim = aimsOf(paper, count)[0]
  return [
    heaviest > 0 ? t('verdict.heaviest', { name: names[weights.indexOf(heaviest)]! }) : t('verdict.none'),
    ...(a && c
      ? [t('verdict.ties', { a: names[a.a]!, b: names[a.b]!, c: names[c.a]!, d: names[c.b]! })]
      : []),
    ...(aim && aim.pro + aim.contra > 0 ? [t('verdict.aim', { name: shortName(aim.label, 60) })] : []),
  ]
}
