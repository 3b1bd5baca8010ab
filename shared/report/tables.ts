// Rankings and votes by grade as tables: a head and rows. Called by markdown.ts and by the outline of documents.
import type { Translate } from '../i18n/translate.ts'
import type { Block } from './blocks.ts'

export interface Table {
  head: string[]
  rows: (string | number)[][]
}

/** Rank, option, value, and what is said after the value where anything is. */
export function rankingTable({ rows, unit }: Extract<Block, { type: 'ranking' }>, t: Translate): Table {
  const details = rows.some((row) => row.detail !== undefined)
  return {
    head: [t('rank'), t('option'), unit, ...(details ? [''] : [])],
    rows: rows.map((row) => [row.rank, row.label, row.value, ...(details ? [row.detail ?? ''] : [])]),
  }
}

/** Rank, option, mention where there is one, and how many gave each grade. */
export function stackTable({ levels, rows }: Extract<Block, { type: 'stack' }>, t: Translate): Table {
  const mentions = rows.some((row) => row.mention !== undefined)
  return {
    head: [t('rank'), t('option'), ...(mentions ? [t('mention')] : []), ...levels],
    rows: rows.map(({ rank, label, mention = '', counts }) => [
      ...[rank, label, ...(mentions ? [mention] : [])],
      ...levels.map((_, i) => counts[i] ?? 0),
    ]),
  }
}

/** About as many letters as a line of a page holds. */
const LETTERS = 92

/** How wide the columns of a table should be, adding up to 1: first their longest words, then their longest texts. */
export function columnShares({ head, rows }: Table): number[] {
  const texts = head.map((title, i) => [title, ...rows.slice(0, 200).map((row) => String(row[i] ?? ''))])
  const least = texts.map(
    (column) => Math.min(18, longest(column.flatMap((text) => text.split(/\s+/)))) * 1.15 + 3,
  )
  const more = texts.map((column, i) => Math.max(0, Math.min(60, longest(column)) - least[i]!))
  const left = Math.max(0, LETTERS - sum(least))
  const widths = least.map((width, i) => width + (left * more[i]!) / Math.max(1, sum(more)))
  return widths.map((width) => width / sum(widths))
}

function longest(texts: string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
