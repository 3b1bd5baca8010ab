// One step of a scale from each person: gradients of agreement, fist to five, ROTI.
// Called by the three activities and their faces; exact, and the order of ballots never matters.
import type { Translate } from '../i18n/translate.ts'
import { barsBlock } from '../report/bars.ts'
import type { Block } from '../report/blocks.ts'
import { isRefusal, type Refusal } from '../wire.ts'
import { checkLevel } from './choices.ts'
import { readReason } from './reason.ts'
import { percent, type Paper } from '../voting.ts'
import { floor, fraction, multiply, toNumber, add, type Fraction } from './fraction.ts'

export interface ScalePaper extends Paper {
  min: number
  max: number
  /** Message keys of the levels, from `min` to `max`. */
  labels: string[]
  /** Words written by hand, from `min` on; they stand before the messages. */
  ownLabels?: string[]
  /** From this level on a reason is asked for; everybody may give one all the same. */
  reasonFrom?: number
  /** Nobody is to learn who gave which level: reasons are told without theirs. */
  secret?: true
}

/** A level, and why where it was said. */
export type ScaleBallot = number | { value: number; reason: string }

/** What was written, with its level where the vote is not secret. */
export interface LevelReason {
  text: string
  level?: number
}

/** A choice from outside, `n` or `{value, reason?}`, to a ballot or a refusal; an empty reason is none. */
export function checkScale(paper: ScalePaper, choice: unknown): ScaleBallot | Refusal {
  if (typeof choice !== 'object' || choice === null) return checkLevel(paper, choice)
  const { value, reason: written } = choice as { value?: unknown; reason?: unknown }
  const level = checkLevel(paper, value)
  if (isRefusal(level)) return level
  const reason = readReason(written)
  if (isRefusal(reason)) return reason
  return reason === '' ? level : { value: level, reason }
}

/** The levels of these ballots. */
export function levelsOf(ballots: readonly ScaleBallot[]): number[] {
  return ballots.map((ballot) => (typeof ballot === 'number' ? ballot : ballot.value))
}

/** What was written, sorted so that nobody is recognised by their place; absent where nobody wrote. */
export function reasonsPart(
  { secret }: Pick<ScalePaper, 'secret'>,
  ballots: readonly ScaleBallot[],
): { reasons?: LevelReason[] } {
  const said = ballots.flatMap((ballot): LevelReason[] =>
    typeof ballot === 'number' ? [] : [{ text: ballot.reason, ...(secret ? {} : { level: ballot.value }) }],
  )
  const sorted = said.sort(
    (a, b) => (a.level ?? 0) - (b.level ?? 0) || (a.text < b.text ? -1 : Number(a.text > b.text)),
  )
  return sorted.length > 0 ? { reasons: sorted } : {}
}

/** The reasons as a table, beside their levels where the vote is not secret. */
export function reasonBlocks(
  paper: ScalePaper,
  reasons: readonly LevelReason[] | undefined,
  t: Translate,
): Block[] {
  if (!reasons || reasons.length === 0) return []
  const beside = reasons.some(({ level }) => level !== undefined)
  const rows = reasons.map(({ text, level }) =>
    level === undefined ? [text] : [levelLabel(paper, level, t), text],
  )
  if (!beside) return [{ type: 'table', head: [t('written')], rows }]
  return [{ type: 'table', title: t('written'), head: [t('table.label'), t('written')], rows }]
}

/** The paper of a scale: it has levels and no options. */
export function scalePaper(min: number, max: number, ownLabels?: readonly string[]): ScalePaper {
  const labels = Array.from({ length: max - min + 1 }, (_, i) => `level.${i + 1}`)
  const own = ownLabels?.slice(0, labels.length) ?? []
  return { options: [], rev: 1, min, max, labels, ...(own.length > 0 ? { ownLabels: own } : {}) }
}

/** What a level says, in words. */
export function levelLabel(paper: ScalePaper, level: number, t: Translate): string {
  const at = level - paper.min
  return paper.ownLabels?.[at] ?? t(paper.labels[at] ?? '')
}

/** How many chose each level, from `min` to `max`; values off the scale count for nothing. */
export function countLevels({ min, max }: { min: number; max: number }, values: readonly number[]): number[] {
  const counts = new Array<number>(max - min + 1).fill(0)
  for (const value of values) if (counts[value - min] !== undefined) counts[value - min]!++
  return counts
}

/** How many answered. */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The exact mean of a histogram that begins at `min`; null without answers. */
export function meanOf(counts: readonly number[], min: number): Fraction | null {
  const sum = counts.reduce((all, count, i) => all + count * (min + i), 0)
  return total(counts) === 0 ? null : fraction(sum, total(counts))
}

/** The value as it is shown, half up: 15/4 with one decimal is 3.8. */
export function roundHalfUp(value: Fraction, decimals: number): number {
  const scaled = multiply(value, fraction(10n ** BigInt(decimals)))
  return toNumber(fraction(floor(add(scaled, fraction(1, 2))), 10n ** BigInt(decimals)))
}

/** A level by its number, and its words where it has some. */
export function levelName(level: number, label: string): string {
  return label === '' ? String(level) : `${level} · ${label}`
}

/** A bar and a row for each level, in the order of the scale: its words, how many chose it, and their share in percent. */
export function scaleTable(paper: ScalePaper, counts: readonly number[], t: Translate): Block {
  const levels = counts.map((count, i) => ({
    level: paper.min + i,
    label: levelLabel(paper, paper.min + i, t),
    count,
    share: t('table.percent', { share: percent(count, total(counts)) ?? 0 }),
  }))
  const table = {
    title: t('result'),
    head: [t('table.level'), t('table.label'), t('table.people'), t('table.share')],
    rows: levels.map(({ level, label, count, share }) => [level, label, count, share]),
  }
  const bars = levels.map(({ level, label, count, share }) => ({
    ...{ label: levelName(level, label), value: count, detail: share },
  }))
  return barsBlock(table, bars)
}
