// The columns of a scale: what each holds, how tall it is, and the zones that a rule reads together.
// Called by Columns.svelte and the faces of gradients, fist to five and ROTI.
import { levelLabel, total, type ScalePaper } from '../../../shared/counting/scale.ts'
import type { Translate } from '../../../shared/i18n/translate.ts'
import { percent } from '../../../shared/voting.ts'

export interface Column {
  level: number
  label: string
  count: number
  /** 1 for the most favourable of the six shades and patterns of grades, 6 for the least. */
  shade: number
}

export interface Zone {
  /** Columns from and to, from 0, both in it. */
  from: number
  to: number
  mood: 'good' | 'mixed' | 'bad'
  label: string
  /** Its part of all answers, where there is one to be told. */
  figure?: string
}

/** Height in percent of the tallest column. */
export function columnHeight(count: number, most: number): number {
  return most > 0 ? (100 * count) / most : 0
}

/** Height in percent of a mark whose area follows the count; never so small that its form is lost. */
export function markHeight(count: number, most: number): number {
  return Math.max(28, 10 * Math.sqrt(columnHeight(count, most)))
}

/** A column for each level of the paper, in the shades given for them. */
export function columnsOf(
  paper: ScalePaper,
  counts: readonly number[],
  shades: readonly number[],
  t: Translate,
): Column[] {
  return counts.map((count, i) => ({
    level: paper.min + i,
    label: levelLabel(paper, paper.min + i, t),
    count,
    shade: shades[i] ?? 4,
  }))
}

/** The part of all answers that a zone holds, in percent with one decimal; 0 without answers. */
export function zoneShare(counts: readonly number[], { from, to }: Pick<Zone, 'from' | 'to'>): number {
  return percent(total(counts.slice(from, to + 1)), total(counts)) ?? 0
}
