// The roll of an assembly as the desk brings it: members by name, as JSON or as a table in CSV. Called by server/http/roll.ts.
import * as z from 'zod'
import { amountOf } from './counting/amounts.ts'
import { parseFraction } from './counting/fraction.ts'
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

/** First line of a table, in French or English, to the field it fills. */
const COLUMNS: Record<string, keyof GivenMember> = {
  name: 'name',
  nom: 'name',
  college: 'college',
  collège: 'college',
  weight: 'weight',
  voix: 'weight',
  poids: 'weight',
  mandates: 'mandates',
  pouvoirs: 'mandates',
  mandats: 'mandates',
}

/**
 * Rows of a table with a first line of column names (`name`, `college`, `weight`, `mandates`; French ones too), separated
 * by commas, semicolons or tabs, quoted as RFC 4180 asks. Several mandates are separated by `|`. Unchecked values:
 * parse them with `membersSchema`. Null where there is no column of names.
 */
export function readRollCsv(text: string): Record<string, unknown>[] | null {
  const [head = [], ...rows] = readSeparated(text).map(({ cells }) => cells)
  const fields = head.map((cell) => COLUMNS[cell.trim().toLowerCase()])
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
