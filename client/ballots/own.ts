// What a ballot says, in words, once it can no longer be changed. Pure. Called by Closed.svelte.
import { plainNumber } from '../../shared/activities/delphi/words.ts'
import type { GradePaper } from '../../shared/activities/majority-judgment/activity.ts'
import { BLANK } from '../../shared/activities/single-choice/count.ts'
import type { AxesPaper } from '../../shared/activities/two-axis/activity.ts'
import { axisNames } from '../../shared/activities/two-axis/words.ts'
import type { AxesBallot } from '../../shared/counting/axes.ts'
import { levelLabel, levelsOf, type ScaleBallot, type ScalePaper } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { PollView } from '../../shared/wire.ts'
import { rankOf, type Tiers } from './tiers.ts'
import { labelOf, placeWords } from './words.ts'

export interface OwnLine {
  /** Of which option it speaks; absent where it speaks of the whole. */
  option?: string
  /** What is chosen, where the paper has no option of that name. */
  label?: string
  /** Absent where it is chosen and no more is to be said. */
  words?: string
}

type Read = (choice: never, paper: PollView['paper'], t: Translate) => OwnLine[]
type ByOption<V> = Record<string, V>

const picks: Read = (choice: string[], _, t) =>
  choice.length === 0 ? [{ label: t('ballot.none') }] : choice.map((option) => ({ option }))

/** By ballot type (contract, section 3). */
const READERS: Record<string, Read> = {
  single: (choice: string, paper, t) => [
    choice === BLANK && !labelled(paper, choice) ? { label: t('blank') } : { option: choice },
  ],
  multiple: picks,
  approval: picks,
  scale: (ballot: ScaleBallot, paper, t) => {
    const [level = 0] = levelsOf([ballot])
    const label = levelLabel(paper as unknown as ScalePaper, level, t)
    const words = typeof ballot === 'number' ? {} : { words: ballot.reason }
    return [{ option: String(level), label: t('ballot.level', { level, label }), ...words }]
  },
  grades: (grades: ByOption<number>, paper, t) =>
    forEach(grades, (grade) => t((paper as unknown as GradePaper).grades[grade] ?? '')),
  score: (scores: ByOption<number>, _, t) => forEach(scores, (score) => t('given', { score })),
  axes: (places: AxesBallot, paper, t) => {
    const names = axisNames(paper as unknown as AxesPaper, t)
    return forEach(places, (place) => placeWords(place, names, t))
  },
  opinions: (votes: ByOption<1 | -1 | 0>, _, t) =>
    forEach(votes, (vote) => t(vote === 1 ? 'side.agree' : vote === -1 ? 'side.disagree' : 'side.pass')),
  ranking: (tiers: Tiers, _, t) =>
    tiers.flat().map((option) => ({ option, words: t('ranked', { rank: rankOf(tiers, option) }) })),
  credits: (votes: ByOption<number>, _, t) =>
    forEach(votes, (n) => t(n < 0 ? 'costAgainst' : 'cost', { votes: Math.abs(n), cost: n * n })),
  cells: (cells: ByOption<unknown>, _, t) => [
    { label: t('ballot.cells', { count: Object.keys(cells).length }) },
  ],
  compatible: (pairs: ByOption<unknown>, _, t) => [
    { label: t('ballot.cells', { count: Object.keys(pairs).length }) },
  ],
  pairs: (games: unknown[], _, t) => [{ label: t('games', { count: games.length }) }],
  consent: ({ answer, reason }: { answer: string; reason?: string }, _, t) => [
    { option: answer, label: t(`answer.${answer}`), ...(reason ? { words: reason } : {}) },
  ],
  number: ({ value, reason }: { value: number; reason?: string }, _, t) => [
    { label: plainNumber(value, t), ...(reason ? { words: reason } : {}) },
  ],
  estimates: (each: ByOption<{ value: number; reason?: string }>, _, t) =>
    forEach(each, ({ value, reason }) => {
      const figure = plainNumber(value, t)
      return reason ? t('answered', { value: figure, reason }) : figure
    }),
  nomination: ({ option, reason }: { option: string; reason?: string }) => [
    reason ? { option, words: reason } : { option },
  ],
}

/** `givers`: whose mandates the slip holds, in the order of its voices after its own. */
type Asked = Pick<PollView, 'type' | 'paper' | 'givers'>

/** The lines of one's own ballot, in its own order; none for no ballot, or for a type unknown here. */
export function ownLines(poll: Asked, choice: unknown, t: Translate): OwnLine[] {
  if (choice === null || choice === undefined) return []
  if (isSplit(choice)) return choice.voices.map((one, i) => voiceLine(poll, one, i, t))
  return READERS[poll.type]?.(choice as never, poll.paper, t) ?? []
}

/** A slip with mandates: what each voice said. */
function isSplit(choice: unknown): choice is { voices: unknown[] } {
  return typeof choice === 'object' && Array.isArray((choice as { voices?: unknown }).voices)
}

function voiceLine({ paper, givers }: Asked, choice: unknown, i: number, t: Translate): OwnLine {
  const option = paper.options.find(({ id }) => id === choice)
  const name = givers?.[i - 1]
  const label = i === 0 ? t('voice.own') : name ? t('voice.of', { name }) : t('voice.mandate', { n: i })
  return { label, ...(option ? { words: labelOf(option, t) } : {}) }
}

function forEach<V>(values: ByOption<V>, wordsOf: (value: V) => string): OwnLine[] {
  return Object.entries(values).flatMap(([option, value]) =>
    value === null ? [] : { option, words: wordsOf(value) },
  )
}

/** True where the paper names it: "blank" is an option of its own in a resolution. */
function labelled(paper: PollView['paper'], option: string): boolean {
  return paper.options.some(({ id }) => id === option)
}
