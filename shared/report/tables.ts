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

const FIGURE = /^[-\u2212]?\d[\d\u00a0,.]*(\u00a0?%)?$/

/** A number, or one as it is written: such columns are set from the right. */
export function isFigure(cell: string | number | undefined): boolean {
  return typeof cell === 'number' || (cell !== undefined && FIGURE.test(cell))
}

/** About as many letters as a line of a page holds. */
const LETTERS = 92

/** How wide the columns of a table should be, adding up to 1; `LETTERS` is the room for their longest words and texts. */
export function columnShares({ head, rows }: Table): number[] {
  const texts = head.map((title, i) => [title, ...rows.slice(0, 200).map((row) => String(row[i] ?? ''))])
  const least = texts.map(
    (column) => Math.min(18, longest(column.flatMap((text) => text.split(/\s+/)))) * 1.15 + 3,
  )
  const wanted = texts.map((column) => Math.min(120, longest(column)) * 1.1 + 3)
  const widths = fitWidths(least, wanted, LETTERS)
  return widths.map((width) => width / sum(widths))
}

/**
 * Widths of columns that fill `room`: each as wide as it wants where there is room; else short columns have what they want,
 * and the long ones share what is left, none below its least.
 */
export function fitWidths(least: number[], wanted: number[], room: number): number[] {
  const whole = sum(wanted)
  if (whole <= room) return wanted.map((width) => width + ((room - whole) * width) / whole)
  if (sum(least) >= room) return least.map((width) => (width / sum(least)) * room)
  const widths = [...least]
  let left = room - sum(least)
  let open = wanted.map((_, i) => i)
  while (open.length > 0) {
    const share = left / open.length
    const content = open.filter((i) => wanted[i]! - least[i]! <= share)
    if (content.length === 0) for (const i of open) widths[i]! += share
    for (const i of content) {
      left -= Math.max(0, wanted[i]! - least[i]!)
      widths[i] = Math.max(least[i]!, wanted[i]!)
    }
    open = content.length === 0 ? [] : open.filter((i) => !content.includes(i))
  }
  return widths
}

function longest(texts: string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
