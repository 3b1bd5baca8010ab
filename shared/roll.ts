// The roll of an assembly as the desk brings it: members by name, as JSON or as a table in CSV. Called by server/http/roll.ts.
import * as z from 'zod'
import { amountOf } from './counting/amounts.ts'
import { parseFraction } from './counting/fraction.ts'
import en from './i18n/desk.en.json' with { type: 'json' }
import fr from './i18n/desk.fr.json' with { type: 'json' }
import type { Texts } from './i18n/translate.ts'
import { faceTexts, LANGUAGES } from './languages.ts'
import { LIMITS } from './limits.ts'
import { readSeparated } from './separated.ts'
import type { Amount } from './voting.ts'

const name = z.string().trim().min(1).max(LIMITS.title)

/** Nobody counts in smaller parts of a voice. */
const SMALLEST_PART = 1000n

function readWeight(written: number | string, ctx: z.RefinementCtx): Amount {
  const text = String(written).trim().replace(',', '.')
  const read = /^(\d{1,7}(\.\d{1,6})?|\d{1,7}\/0*[1-9]\d{0,3})$/.test(text) ? parseFraction(text) : null
  const fits = read && read.num > 0n && read.den <= SMALLEST_PART && read.num <= 1_000_000n * read.den
  if (fits) return amountOf(read)
  ctx.addIssue({ code: 'custom', message: 'a number of voices' })
  return z.NEVER
}

const member = z.object({
  name,
  college: z.string().trim().min(1).max(LIMITS.title).optional(),
  /** Voices of this member: 3, '1/2' or '0,5'. */
  weight: z.union([z.number(), z.string()]).transform(readWeight).default(1),
  /** Names of the members who gave this one a mandate, in the order of receipt. */
  mandates: z.array(name).max(LIMITS.mandates).default([]),
})

export const rollSchema = z.union([
  z.strictObject({ members: z.array(member).min(1).max(LIMITS.members) }),
  z.strictObject({ csv: z.string() }),
])

export const membersSchema = z.array(member).min(1).max(LIMITS.members)
export type GivenMember = z.output<typeof member>

const FIELDS = ['name', 'college', 'weight', 'mandates'] as const

/** First line of a table to the field it fills. Whatever a language advises is read, and what desks have long been given. */
const COLUMNS: ReadonlyMap<string, keyof GivenMember> = new Map([
  ...FIELDS.map((field) => [field, field] as const),
  ['poids', 'weight'] as const,
  ['mandats', 'mandates'] as const,
  ...LANGUAGES.flatMap((language) => columnsOf(faceTexts('desk', { fr, en }, language))),
])

/** The names of columns in one language: those of the example that the desk shows, in the order of the fields, and its head. */
function columnsOf(texts: Texts): [string, keyof GivenMember][] {
  const example = texts['roll.example']!.split(',').map(columnName)
  return [
    ...FIELDS.map((field, i) => [example[i]!, field] as [string, keyof GivenMember]),
    ...FIELDS.map((field) => [columnName(texts[`roll.${field}`]!), field] as [string, keyof GivenMember]),
  ]
}

/** As it is compared: however it is written, and without the soft hyphens that a language may give it. */
function columnName(cell: string): string {
  return cell.normalize('NFC').replaceAll('\u00AD', '').trim().toLowerCase()
}

/**
 * Rows of a table with a first line of column names (`name`, `college`, `weight`, `mandates`, or those of any language),
 * separated by commas, semicolons or tabs, quoted as RFC 4180 asks. Several mandates are separated by `|`. Unchecked values:
 * parse them with `membersSchema`. Null where there is no column of names.
 */
export function readRollCsv(text: string): Record<string, unknown>[] | null {
  const [head = [], ...rows] = readSeparated(text).map(({ cells }) => cells)
  const fields = head.map((cell) => COLUMNS.get(columnName(cell)))
  if (!fields.includes('name')) return null
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => Object.fromEntries(row.flatMap((cell, i) => valueOf(fields[i], cell.trim()))))
}

function valueOf(field: keyof GivenMember | undefined, cell: string): [string, unknown][] {
  if (field === undefined || cell === '') return []
  if (field === 'mandates')
    return [[field, cell.split('|').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))]]
  return [[field, cell]]
}
