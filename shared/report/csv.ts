// The report as a table for spreadsheets: RFC 4180, one row for each visible note, option and level. Called by render.ts.
// No cell can start a formula (OWASP ASVS 1.2.10); undoing the guard gives the text back.
import { cardLine } from '../board/card.ts'
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import type { OptionEntry } from '../voting.ts'
import type { Report, Section } from './model.ts'
import type { Table } from './tables.ts'
import { writeNumber } from './numbers.ts'
import { reportWords } from './words.ts'

type Row = Record<string, string | number>

const COLUMNS = ['type', 'activity', 'kind', 'title', 'question', 'id', 'text', 'colour', 'group']
const FIGURES = ['votes', 'supporters', 'rank']
/** Results of different methods that mean the same to a reader of the table. */
const SAME: Record<string, string> = { totals: 'votes', counts: 'votes', ranks: 'rank' }
/** Results that are lists in the order of the paper. */
const BY_PLACE = new Set(['ranks', 'gauge'])
/** After white space and marks without width: what a spreadsheet takes for the start of a formula, or swallows. */
const FORMULA = /^'*[\s\p{Cf}\p{Cc}]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/u

/** The table with its head, CRLF after each row, and the mark that tells spreadsheets it is UTF-8. */
export function writeCsv(report: Report): string {
  // Spreadsheets expect the mark that their language does not use for decimals.
  const separator = writeNumber(0.5, report.language).includes(',') ? ';' : ','
  const { head, rows } = reportTable(report)
  return '\ufeff' + [head, ...rows].map((cells) => cells.map(quote).join(separator) + '\r\n').join('')
}

/** One row for each visible note, option and level; texts as they were written. */
export function reportTable(report: Report): Table {
  const t = reportWords(report.language)
  const rows = report.sections.flatMap((section) => [
    ...section.notes.map((note) => noteRow(section, note, report, t)),
    ...(section.paper?.options ?? []).map((option, index) => optionRow(section, option, index, t)),
    ...levelRows(section, t),
  ])
  const found = new Set(rows.flatMap(Object.keys))
  const base = [
    ...COLUMNS,
    ...(report.names ? ['name'] : []),
    ...(report.sources ? ['source'] : []),
    ...FIGURES,
  ]
  const columns = [...base, ...[...found].filter((key) => !base.includes(key))]
  return {
    head: columns.map((column) => headOf(column, t)),
    rows: rows.map((row) => columns.map((key) => row[key] ?? '')),
  }
}

/** A text as it stands in a cell: an apostrophe in front of what could be read as a formula. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that was guarded. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

function quote(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : guardCell(value)
  return `"${text.replaceAll('"', '""')}"`
}

/** The head of a column, as it is said where it has a name. */
export function headOf(column: string, t: Translate): string {
  const key = `csv.${column}`
  const said = t(key)
  return said === key ? column : said
}

function noteRow(section: Section, note: Note, { names, sources }: Report, t: Translate): Row {
  const name = names?.[note.id]
  const source = sources?.[note.id]
  return {
    ...common(section, t('csv.note'), note.id, note.text),
    colour: note.tone,
    group: groupOf(section, note),
    ...meaningOf(section, note),
    ...linesOf(section, note),
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { source: t(`csv.source.${source}`) }),
  }
}

function optionRow(section: Section, option: OptionEntry, index: number, t: Translate): Row {
  return {
    ...common(section, t('csv.option'), option.id, option.label),
    colour: option.tone ?? '',
    ...figuresOf(section.result, option.id, index),
    ...gradesOf(section, index),
  }
}

/** A row for each step of a scale, which has no options: how many chose it. */
function levelRows(section: Section, t: Translate): Row[] {
  const { min } = { ...section.paper } as { min?: unknown }
  const { counts } = { ...(section.result as object | undefined) } as { counts?: unknown }
  if (typeof min !== 'number' || !Array.isArray(counts)) return []
  return counts.filter(isFigure).map((votes, i) => {
    const level = String(min + i)
    return { ...common(section, t('csv.level'), level, level), votes }
  })
}

/** How many gave an option each grade, under the name of the grade, where a stack shows it. */
function gradesOf({ blocks, result }: Section, index: number): Row {
  const stack = blocks.findLast((block) => block.type === 'stack')
  const { tallies } = { ...(result as object | undefined) } as { tallies?: number[][] }
  const tally = tallies?.[index]
  if (!stack || !tally) return {}
  return Object.fromEntries(stack.levels.map((level, grade) => [level, tally[grade] ?? 0]))
}

function common(
  { id: activity, kind, title, question }: Section,
  type: string,
  id: string,
  text: string,
): Row {
  return { type, activity, kind, title, question, id, text }
}

/** What its paper says of a note. */
function meaningOf({ kinds = [] }: Section, { tone }: Note): Row {
  const kind = kinds.find((one) => one.tone === tone)
  return kind ? { meaning: kind.label } : {}
}

/** What was written beside the text of a card, under the names of the lines. */
function linesOf({ fields = [] }: Section, note: Note): Row {
  return Object.fromEntries(
    fields.flatMap(({ key, label }): [string, string][] => {
      const line = cardLine(note, key)
      return line === '' ? [] : [[label, line]]
    }),
  )
}

/** The name of what a note lies under: a place of the board, a group, another note. */
function groupOf({ zones, notes }: Section, note: Note): string {
  if (note.under === undefined) return ''
  const zone = zones.find(({ id }) => id === note.under)
  return zone?.label ?? notes.find(({ id }) => id === note.under)?.text ?? ''
}

/** Every figure that a result holds of an option, by its id or by its place, under its own name, whatever the method. */
function figuresOf(result: unknown, option: string, index: number): Row {
  const row: Row = {}
  for (const [key, values] of entriesOf(result)) {
    const value = BY_PLACE.has(key) && Array.isArray(values) ? values[index] : own(values, option)
    if (isFigure(value)) row[SAME[key] ?? key] = value
    for (const [inner, figure] of entriesOf(value)) if (isFigure(figure)) row[SAME[inner] ?? inner] = figure
  }
  return row
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function own(values: unknown, key: string): unknown {
  return entriesOf(values).find(([name]) => name === key)?.[1]
}

function isFigure(value: unknown): value is string | number {
  return typeof value === 'number' || typeof value === 'string'
}
