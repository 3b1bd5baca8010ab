// What comes of a vote where every town is worth the same, in words and rows. Called by told.ts.
import type { GradePaper } from '../activities/majority-judgment/activity.ts'
import { mentionOf } from '../activities/majority-judgment/report.ts'
import { compare, parseFraction, sumOf, toNumber } from '../counting/fraction.ts'
import { levelLabel, levelName, roundHalfUp, type ScalePaper } from '../counting/scale.ts'
import type { Translate } from '../i18n/translate.ts'
import { barsBlock } from '../report/bars.ts'
import type { Block } from '../report/blocks.ts'
import type { Paper } from '../voting.ts'
import type { TownGrades } from './grades.ts'
import type { TownLevels } from './levels.ts'
import type { TownShare } from './shares.ts'
import type { TownWeighing } from './weighing.ts'

export interface Weighed {
  kind: string
  /** Of the first town, with the options of all. */
  paper: Paper
  /** Messages of the tour. */
  t: Translate
  /** Messages of the report with those of the exercise. */
  words: Translate
}

/** The blocks of one exercise. */
export function weighedBlocks(weighing: TownWeighing, { kind, paper, t, words }: Weighed): Block[] {
  const labelOf = (id: string) => paper.options.find((option) => option.id === id)?.label ?? id
  switch (weighing.is) {
    case 'shares':
      return [sharesBlock(weighing.options, kind, labelOf, t)]
    case 'grades':
      return [gradesBlock(weighing.options, paper as GradePaper, words, t)]
    case 'levels':
      return levelsBlocks(weighing, paper as ScalePaper, words, t)
    case 'order': {
      const rows = weighing.options.map(({ option, rank }) => [rank, labelOf(option)])
      return [
        { type: 'table', title: t('results.byTownOrder'), head: [words('rank'), words('option')], rows },
      ]
    }
    default:
      return weighing satisfies never
  }
}

function sharesBlock(
  options: TownShare[],
  kind: string,
  labelOf: (id: string) => string,
  t: Translate,
): Block {
  // A score is a mean of its own scale, everything else a share of the whole.
  const mean = kind === 'score'
  const [title, unit] = mean ? [t('results.byTownMean'), t('results.mean')] : [t('results.byTown'), '%']
  const rows = options.map(({ rank, option, share }) => {
    const value = mean ? rounded(toNumber(parseFraction(share)), 100) : percentOf(share)
    return { rank, label: labelOf(option), value }
  })
  return { type: 'ranking', title, unit, rows }
}

function gradesBlock(options: TownGrades[], paper: GradePaper, words: Translate, t: Translate): Block {
  const rows = options.map((one) => ({
    label: paper.options.find(({ id }) => id === one.option)?.label ?? one.option,
    rank: one.rank,
    counts: one.shares.map(percentOf),
    mention: mentionOf(paper, gaugeOf(one), words),
  }))
  const levels = paper.grades.map((key) => words(key))
  const first = paper.first ? { first: paper.first } : {}
  return { type: 'stack', title: t('results.byTown'), levels, rows, ...first }
}

function levelsBlocks(told: TownLevels, scale: ScalePaper, words: Translate, t: Translate): Block[] {
  const [mean, median] = [told.mean, told.median].map((one) => roundHalfUp(parseFraction(one), 1))
  const levels = told.shares.map((share, i) => ({
    level: scale.min + i,
    label: levelLabel(scale, scale.min + i, words),
    value: percentOf(share),
  }))
  const rows = levels.map(({ level, label, value }) => [
    level,
    label,
    words('table.percent', { share: value }),
  ])
  const bars = levels.map(({ level, label, value }) => ({
    ...{ label: levelName(level, label), value, shown: words('table.percent', { share: value }) },
  }))
  const head = [words('table.level'), words('table.label'), words('table.share')]
  return [
    { type: 'text', text: t('results.townMean', { mean: mean!, median: median! }) },
    barsBlock({ title: t('results.byTown'), head, rows }, bars),
  ]
}

function gaugeOf({ median, shares }: TownGrades) {
  if (median === null) return null
  const [below, above] = [shares.slice(0, median), shares.slice(median + 1)].map((list) =>
    sumOf(list.map(parseFraction)),
  )
  const sign: '+' | '-' = compare(above!, below!) > 0 ? '+' : '-'
  return { median, p: toNumber(above!), q: toNumber(below!), sign }
}

/** To the tenth. */
function percentOf(share: string): number {
  return rounded(100 * toNumber(parseFraction(share)), 10)
}

function rounded(value: number, to: number): number {
  return Math.round(value * to) / to
}
