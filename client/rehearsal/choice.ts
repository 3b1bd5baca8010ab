// What a simulated person votes: any choice that the ballot allows, by lot. Called by robot.svelte.ts; `random` gives 0 to 1.
import type { Grid } from '../../shared/counting/grid.ts'
import type { PollView } from '../../shared/wire.ts'

type Random = () => number
type Options = string[]
type AnyPaper = Record<string, unknown>
type Maker = (options: Options, paper: AnyPaper, random: Random) => unknown

const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)
const between = (random: Random, min: number, max: number) => min + Math.floor(random() * (max - min + 1))
const one = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!
const each = (options: Options, value: () => unknown) =>
  Object.fromEntries(options.map((option) => [option, value()]))

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
}

/** The first options are liked a little more: a result with a shape is better to practise with than noise. */
function some(options: Options, random: Random, most: number): Options {
  const liked = options.filter((_, i) => random() < 0.7 - (0.5 * i) / Math.max(1, options.length))
  return liked.slice(0, most)
}

function dots(options: Options, paper: AnyPaper, random: Random): Record<string, number> {
  const most = number(paper['maxPerItem'], 1)
  const counts: Record<string, number> = {}
  for (let i = 0; i < number(paper['dotsPerPerson'], 3); i++) {
    const option = one(options, random)
    if ((counts[option] ?? 0) < most) counts[option] = (counts[option] ?? 0) + 1
  }
  return counts
}

const MAKERS: Record<string, Maker> = {
  dots,
  single: (options, _paper, random) => one(options, random),
  multiple: (options, paper, random) => some(options, random, number(paper['max'], options.length)),
  approval: (options, _paper, random) => some(options, random, options.length),
  grades: (options, { grades }, random) =>
    each(options, () => between(random, 0, (Array.isArray(grades) ? grades.length : 6) - 1)),
  ranking: (options, _paper, random) => shuffled(options, random).map((option) => [option]),
  scale: (_options, { min, max }, random) => between(random, number(min, 1), number(max, 5)),
  score: (options, { min, max }, random) =>
    each(options, () => between(random, number(min, 0), number(max, 5))),
  credits: (options, _paper, random) => each(some(options, random, 4), () => between(random, 1, 2)),
  pairs: (options, _paper, random) => {
    const [a, b] = shuffled(options, random)
    return a && b ? [[a, b, one([1, 0.5, 0], random)]] : []
  },
  consent: (_options, _paper, random) => ({
    answer: one(['consent', 'consent', 'consent', 'concern'], random),
  }),
  nomination: (options, _paper, random) => ({ option: one(options, random) }),
  number: (_options, { min, max }, random) => ({ value: between(random, number(min, 0), number(max, 10)) }),
  opinions: (options, _paper, random) => each(options, () => one([1, 1, 0, -1], random)),
  cells: (options, { grids }, random) => {
    const levels = (option: string) => (grids as Grid[]).find(({ id }) => option.startsWith(`${id}-`))!.levels
    return Object.fromEntries(options.map((option) => [option, one(levels(option), random)]))
  },
  axes: (options, { min, max }, random) => {
    const part = () => between(random, number(min, 0), number(max, 10))
    return each(options, () => ({ x: part(), y: part() }))
  },
}

/** A choice for this poll, or null for a ballot type that cannot be drawn by lot, or a paper without options. */
export function choiceFor({ type, paper }: Pick<PollView, 'type' | 'paper'>, random: Random): unknown {
  const maker = MAKERS[type]
  const options = paper.options.map(({ id }) => id)
  if (!maker || (options.length === 0 && type !== 'scale' && type !== 'consent')) return null
  return maker(options, paper, random)
}
