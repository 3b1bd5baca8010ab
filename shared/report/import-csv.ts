// Notes from a table, for a workshop that begins with what people have brought. Called by server/http/import.ts.
import { generateNKeysBetween } from 'fractional-indexing'
import { TONES, type Note, type Tone } from '../board/note.ts'
import { LANGUAGES } from '../languages.ts'
import { LIMITS } from '../limits.ts'
import { newSession } from '../session/state.ts'
import { readSeparated, type TableRow } from '../separated.ts'
import type { Language } from '../wire.ts'
import { headOf, unguardCell } from './csv.ts'
import type { Imported } from './import.ts'
import { reportWords } from './words.ts'

export interface GivenTable {
  title: string
  csv: string
  language: Language
  question?: string | undefined
}

/** What is wrong, and on which line of the table. */
export interface LineFault {
  fault: string
  line: number
}

/** Names of columns: common ones, and those of our own export in every language. */
const COLUMNS: Record<string, string> = {
  ...ownColumns(),
  text: 'text',
  texte: 'text',
  note: 'text',
  idea: 'text',
  idée: 'text',
  colour: 'tone',
  color: 'tone',
  couleur: 'tone',
  group: 'group',
  groupe: 'group',
  type: 'type',
}
/** Signs that no text has but by accident; where one in ten is such a sign, the file is no text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu
/** How rows of notes are called in our own export. */
const NOTES = new Set(LANGUAGES.map((language) => reportWords(language)('csv.note')))

function ownColumns(): Record<string, string> {
  const of = { text: 'text', colour: 'tone', group: 'group', type: 'type' }
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const t = reportWords(language)
      return Object.entries(of).map(([key, column]) => [headOf(key, t).toLowerCase(), column])
    }),
  )
}

/** A workshop with one brainstorm on whose board the notes lie, in their groups. A table of one column needs no head. */
export function readNotesTable({ title, csv, language, question }: GivenTable): Imported | LineFault {
  const signs = [...csv.matchAll(CONTROL)]
  if (signs.length * 10 > csv.length)
    return { fault: 'not a text', line: csv.slice(0, signs[0]!.index).split('\n').length }
  const rows = readSeparated(csv).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const open = rows.find((row) => row.open)
  if (open) return { fault: 'a quotation mark is opened and not closed', line: open.line }
  const heads = (rows[0]?.cells ?? []).map((cell) => COLUMNS[cell.trim().toLowerCase()] ?? '')
  const named = heads.includes('text')
  if (!named && rows.some(({ cells }) => cells.length > 1))
    return { fault: 'no column "text"', line: rows[0]?.line ?? 1 }
  const columns = named ? heads : ['text']
  const given = (named ? rows.slice(1) : rows).map((row) => noteOf(row, columns)).filter((one) => one.kept)
  const long = given.find(({ text }) => text.length > LIMITS.note)
  if (long) return { fault: `more than ${LIMITS.note} characters`, line: long.line }
  if (given.length === 0) return { fault: 'no notes', line: 1 }
  const groups = [...new Set(given.flatMap(({ group }) => (group === '' ? [] : [group])))]
  const wide = given.find(({ group }) => group.length > LIMITS.note)
  if (wide) return { fault: `more than ${LIMITS.note} characters`, line: wide.line }
  if (given.length + groups.length > LIMITS.notesPerBoard)
    return {
      fault: `more than ${LIMITS.notesPerBoard} notes`,
      line: given[LIMITS.notesPerBoard - groups.length]?.line ?? 1,
    }
  return workshopOf({ title, language, question }, boardOf(given, groups))
}

interface GivenNote {
  line: number
  text: string
  tone: Tone
  group: string
  /** Rows of options and levels in our own export are no notes. */
  kept: boolean
}

function noteOf({ line, cells }: TableRow, columns: string[]): GivenNote {
  const cell = (name: string) => unguardCell(cells[columns.indexOf(name)] ?? '')
  const tone = TONES.find((one) => one === cell('tone').trim().toLowerCase()) ?? 'soleil'
  const kept = !columns.includes('type') || NOTES.has(cell('type'))
  const text = cell('text')
  return { line, text, tone, group: cell('group').trim(), kept: kept && text.trim() !== '' }
}

function boardOf(given: GivenNote[], groups: string[]): Note[] {
  const keys = generateNKeysBetween(null, null, groups.length + given.length)
  const at: Note['at'] = [0.5, 0.5]
  const ids = new Map(groups.map((group, i) => [group, `g${i + 1}`]))
  const heads = groups.map((text, i): Note => ({
    id: `g${i + 1}`,
    text,
    tone: 'craie',
    at,
    order: keys[i]!,
    fields: { group: 1 },
  }))
  const notes = given
    .filter(({ text }) => !ids.has(text))
    .map(({ text, tone, group }, i): Note => {
      const under = ids.get(group)
      const order = keys[groups.length + i]!
      return { id: `n${i + 1}`, text, tone, at, order, ...(under === undefined ? {} : { under }) }
    })
  return [...heads, ...notes]
}

function workshopOf({ title, language, question }: Omit<GivenTable, 'csv'>, notes: Note[]): Imported {
  const entry = { id: 'a1', kind: 'brainstorm', title, settings: {}, ...(question ? { question } : {}) }
  return {
    title,
    language,
    programme: { v: 1, title, activities: [entry] },
    session: newSession(),
    notes: { a1: notes },
  }
}
