// Results of a tour in words and rows, as the activity's own report writes them. Called by the tour's page and by report.ts.
import { activityOf } from '../activities/index.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import type { Paper } from '../voting.ts'
import type { Language } from '../wire.ts'
import type { Synthesis, Exercise } from './synthesis.ts'
import { weighedBlocks } from './weighed.ts'

interface Counted {
  paper: Paper
  result: unknown
  voted: number
}

/** `t` has the messages of the tour, `wordsOf` those of the report with an exercise's own over them. */
export interface Telling {
  weighting: Synthesis['weighting']
  townOf(stop: string): string
  language: Language
  t: Translate
  wordsOf(kind: string): Translate
}

/** Blocks of one counted vote; none where this version does not know the kind, or cannot write such a result. */
export function blocksOf(
  kind: string,
  given: Record<string, unknown>,
  { paper, result, voted }: Counted,
  { language, wordsOf }: Pick<Telling, 'language' | 'wordsOf'>,
): Block[] {
  const activity = activityOf(kind)
  if (!activity) return []
  const t = wordsOf(kind)
  const settings = activity.settings.safeParse(given).data ?? activity.settings.parse({})
  return activity
    .report({ settings, notes: [], rounds: [{ paper, result, voted }], language, t })
    .filter(({ type }) => type !== 'notes')
}

/** What is in front in a result: the first labels of its ranking or stack. */
function frontOf(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type !== 'ranking' && block.type !== 'stack') continue
    const first = block.rows.filter(({ rank }) => rank === 1).map(({ label }) => label)
    if (first.length > 0) return first.join(', ')
  }
  return blocks.find((block) => block.type === 'text')?.text ?? ''
}

/** One exercise over all towns: how towns weigh, what comes of it in that order, and a line for each town. */
export function exerciseBlocks(exercise: Exercise, telling: Telling): Block[] {
  const { towns, kind, settings } = exercise
  const { weighting, townOf, t } = telling
  if (towns.length === 0) return []
  const [person, town] = [personBlocks(exercise, telling), townBlocks(exercise, telling)]
  const detail: Block = {
    type: 'table',
    title: t('results.detail'),
    head: [t('results.town'), t('results.voted'), t('results.first')],
    rows: towns.map((one) => [townOf(one.stop), one.voted, frontOf(blocksOf(kind, settings, one, telling))]),
  }
  return [
    ...(towns.length > 1 ? [text(t(`weighting.${weighting}`))] : []),
    ...(weighting === 'town' ? [...town, ...person] : [...person, ...town]),
    detail,
  ]
}

/** The charts of each town, small beside each other, every one under the name of its town. */
export function townCharts(
  { towns, kind, settings }: Exercise,
  telling: Telling,
): { stop: string; blocks: Block[] }[] {
  const { townOf, t } = telling
  const title = (stop: string, block: { title: string }) =>
    t('results.inTown', { town: townOf(stop), title: block.title })
  return towns.flatMap((one) => {
    const charts = blocksOf(kind, settings, one, telling).flatMap((block) =>
      block.type === 'ranking' || block.type === 'stack' || block.type === 'drawing'
        ? [{ ...block, title: title(one.stop, block) }]
        : [],
    )
    return charts.length > 0 ? [{ stop: one.stop, blocks: charts }] : []
  })
}

function personBlocks({ together, towns, kind, settings }: Exercise, telling: Telling): Block[] {
  const { townOf, t } = telling
  if (!together) return towns.length > 1 ? [text(t('results.notTogether'))] : []
  const { stops, voted, beside, elsewhere } = together
  const options = elsewhere.map(({ label }) => label).join(', ')
  return [
    text(t('results.togetherOf', { n: stops.length, voted })),
    ...blocksOf(kind, settings, together, telling),
    ...(beside.length > 0 ? [text(t('results.beside', { towns: beside.map(townOf).join(', ') }))] : []),
    ...(elsewhere.length > 0 ? [text(t('results.elsewhere', { options }))] : []),
  ]
}

function townBlocks({ byTown, towns, kind }: Exercise, { weighting, t, wordsOf }: Telling): Block[] {
  if (towns.length < 2) return []
  if (!byTown) return weighting === 'town' ? [text(t(`results.noShares${WHY[kind] ?? ''}`))] : []
  const paper = { ...towns[0]!.paper, options: towns.flatMap((town) => town.paper.options) }
  return weighedBlocks(byTown, { kind, paper, t, words: wordsOf(kind) })
}

/** Why a method has no result by town, where the reason is its own. */
const WHY: Record<string, string> = {
  ...Object.fromEntries(
    ['resolution', 'consent', 'election-without-candidate', 'coloured-vote'].map((kind) => [kind, '.voices']),
  ),
  ...Object.fromEntries(
    ['two-axis', 'impact-uncertainty', 'risk-matrix', 'polak', 'delphi', 'micmac', 'mactor'].map((kind) => [
      kind,
      '.medians',
    ]),
  ),
}

function text(said: string): Block {
  return { type: 'text', text: said }
}
