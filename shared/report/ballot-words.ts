// What one ballot says, in words. Called by the desk's pile of ballots on paper, and by reports of votes that are not secret.
import type { Game } from '../activities/pairwise/games.ts'
import { BLANK } from '../activities/single-choice/count.ts'
import type { Place } from '../counting/axes.ts'
import { levelWord, placeOf, type Level } from '../counting/grid.ts'
import { levelLabel, type ScalePaper } from '../counting/scale.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'

/** A kind of ballot and what it is about. */
export interface Asked {
  type: string
  paper: Paper & { grades?: readonly string[] }
}

type Words = (choice: never, labelOf: (id: string) => string, t: Translate, paper: Asked['paper']) => string[]
type By<V> = Readonly<Record<string, V>>
type Reasoned = { reason?: string }

const each = <V>(choice: By<V>, labelOf: (id: string) => string, say: (value: V) => string) =>
  Object.entries(choice).map(([id, value]) => `${labelOf(id)} ${say(value)}`)
const quoted = (text: string, { reason }: Reasoned) => [reason ? `${text} · ${reason}` : text]
const list: Words = (choice: readonly string[], labelOf) => choice.map(labelOf)
const times: Words = (choice: By<number>, labelOf) => each(choice, labelOf, (many) => `× ${many}`)

/** For -1, 0 and 1. */
const SIDES = ['paper.disagree', 'paper.pass', 'paper.agree']

/** By ballot type (docs/api.md). What is not here has no words. */
const WORDS: Record<string, Words> = {
  single: (choice: string, labelOf) => [labelOf(choice)],
  multiple: list,
  approval: list,
  dots: times,
  credits: times,
  score: (choice: By<number>, labelOf) => each(choice, labelOf, (value) => `· ${value}`),
  grades: (choice: By<number>, labelOf, t, { grades = [] }) =>
    each(choice, labelOf, (grade) => `· ${t(grades[grade] ?? '')}`),
  ranking: (choice: readonly string[][], labelOf) =>
    choice.map((tier, i) => `${i + 1}. ${tier.map(labelOf).join(' = ')}`),
  axes: (choice: By<Place>, labelOf) => each(choice, labelOf, ({ x, y }) => `→ ${x} ↑ ${y}`),
  opinions: (choice: By<number>, labelOf, t) => each(choice, labelOf, (side) => `· ${t(SIDES[side + 1]!)}`),
  scale: (choice: number | (Reasoned & { value: number }), _, t, paper) => {
    const value = typeof choice === 'number' ? choice : choice.value
    const said = typeof choice === 'number' ? {} : choice
    return quoted(`${value} · ${levelLabel(paper as unknown as ScalePaper, value, t)}`, said)
  },
  consent: (choice: Reasoned & { answer: string }, _, t) => quoted(t(`answer.${choice.answer}`), choice),
  nomination: (choice: Reasoned & { option: string }, labelOf) => quoted(labelOf(choice.option), choice),
  pairs: (choice: readonly Game[], labelOf) =>
    choice.map(([a, b, result]) => {
      const [one, other] = [labelOf(a), labelOf(b)]
      return result === 0.5 ? `${one} = ${other}` : result === 1 ? `${one} > ${other}` : `${other} > ${one}`
    }),
  estimates: (choice: By<Reasoned & { value: number }>, labelOf) =>
    each(choice, labelOf, (said) => quoted(`· ${said.value}`, said)[0]!),
  cells: (choice: By<Level>, labelOf, t) =>
    Object.entries(choice).map(([id, level]) => `${labelOf(id)} · ${cellWord(id, level, t)}`),
  compatible: (choice: By<string>, labelOf, t) =>
    each(choice, labelOf, (said) => `· ${t(`judgment.${said}`)}`),
  number: (choice: Reasoned & { value: number }) => quoted(String(choice.value), choice),
}

/** Points of a whole row stand as they were shared out. */
function cellWord(id: string, level: Level, t: Translate): string {
  return String(level).includes(',')
    ? String(level).replaceAll(',', ', ')
    : levelWord(placeOf(id).grid, level, t)
}

/** What a ballot that was taken says, a part for each thing it names; `blank` alone where it names nothing. */
export function ballotWords({ type, paper }: Asked, choice: unknown, t: Translate, blank: string): string[] {
  const labelOf = (id: string) =>
    paper.options.find((option) => option.id === id)?.label ?? (id === BLANK ? blank : id)
  const words = WORDS[type]?.(choice as never, labelOf, t, paper) ?? []
  return words.length > 0 ? words : [blank]
}
