// The roll of an assembly over HTTP, and what is wrong with a table in words. Called by RollDialog.
import type { Amount } from '../../../shared/voting.ts'
import { api, isProblem, type Problem } from '../../lib/api.ts'
import type { DeskKey } from '../desk.svelte.ts'

export interface RollMember {
  name: string
  college?: string
  weight: Amount
  /** How many members gave this one a mandate. */
  mandates: number
  /** Mandates given to this member that do not stand now, and why. */
  refused?: { name: string; fault: string }[]
  arrived: boolean
  online: boolean
}

/** The slip of one member; the server tells it once. */
export interface Slip {
  name: string
  slip: string
}

/** Where the QR code of a slip leads: the slip stands behind the #, which no server is told. */
export function slipAddress(join: string, slip: string): string {
  return `${join.split('#')[0]}#slip.${slip}`
}

/** Why a table was not taken. `line` counts from 1, the column names included. */
export interface RollFault {
  fault: true
  key: DeskKey
  line?: number
}

/** Members as the server knows them now; null without a network. */
export async function readRoll(workshop: string, token: string): Promise<RollMember[] | null> {
  const answer = await api<{ members: RollMember[] }>('GET', `/api/workshops/${workshop}/roll`, { token })
  return isProblem(answer) ? null : answer.members
}

/** Gives the roll as a table; the answer has the slips, in the order of the table. */
export async function giveRoll(workshop: string, token: string, csv: string): Promise<Slip[] | RollFault> {
  const path = `/api/workshops/${workshop}/roll`
  const answer = await api<{ slips: Slip[] }>('POST', path, { token, body: { csv } })
  return isProblem(answer) ? faultOf(answer, csv) : answer.slips
}

/** From the server's answer, `field` being "<index of the member>.<column>", to a sentence and its line. */
export function faultOf({ status, field = '' }: Pick<Problem, 'status' | 'field'>, csv: string): RollFault {
  if (status === 0) return { fault: true, key: 'roll.fault.offline' }
  if (status === 409) return { fault: true, key: 'roll.fault.fixed' }
  if (status !== 400) return { fault: true, key: 'roll.fault.failed' }
  if (field === 'csv') return { fault: true, key: 'roll.fault.column' }
  const [member = '', column = ''] = field.split('.')
  const line = member === '' ? null : lineOf(csv, Number(member))
  if (line === null) return { fault: true, key: 'roll.fault.members' }
  const known = ['name', 'weight', 'mandates', 'college'].includes(column)
  return { fault: true, key: known ? (`roll.fault.${column}` as DeskKey) : 'roll.fault.failed', line }
}

/** The line of a table on which a member stands: blank rows count for nothing, a quoted cell may hold line breaks. */
export function lineOf(csv: string, member: number): number | null {
  const starts: number[] = []
  let quoted = false
  for (const [i, line] of csv.split('\n').entries()) {
    if (!quoted && /[^\s;,"]/.test(line)) starts.push(i + 1)
    if (line.split('"').length % 2 === 0) quoted = !quoted
  }
  return starts[member + 1] ?? null
}

/** A file as text: UTF-8, else the table of a spreadsheet on Windows. */
export function decodeTable(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
