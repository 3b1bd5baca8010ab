// The rows of one document as they lie in the table, and whether they are what was written. Called by docs.ts and repair.ts.
import { crc32 } from 'node:zlib'
import { DamagedDoc, isCorrupt } from './errors.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'

export interface DocRow {
  seq: number
  is_snapshot: number
  crc: number
  bytes: Uint8Array
}

/** The rows as they lie there. Throws DamagedDoc where the file cannot be read. */
export async function rowsOf(sql: Sql, workshop: string, doc: string, upTo: number): Promise<DocRow[]> {
  return sql.all<DocRow>(SQL.docRows, workshop, doc, upTo).catch((error: unknown) => {
    throw isCorrupt(error) ? new DamagedDoc(workshop, doc, { cause: error }) : error
  })
}

/** Number of the last row that was ever written; kept apart, so that rows whose own keys are harmed are missed. */
export async function endOf(sql: Sql, workshop: string, doc: string): Promise<number> {
  const [end] = await sql.all<{ seq: number }>(SQL.end, workshop, doc)
  return end?.seq ?? 0
}

/**
 * Checksum of a row: over its keys as well as its bytes, as one flipped bit of a key moves a sound row into another document.
 */
export function checksum(
  workshop: string,
  doc: string,
  seq: number,
  snapshot: boolean,
  bytes: Uint8Array,
): number {
  return crc32(bytes, crc32(`${workshop} ${doc} ${seq} ${snapshot ? 1 : 0}`))
}

/** Whether a row is as it was written, there where it lies. Rows of earlier versions have a checksum of their bytes only. */
export function isSound(workshop: string, doc: string, row: DocRow): boolean {
  const { seq, is_snapshot, crc, bytes } = row
  return crc === checksum(workshop, doc, seq, Boolean(is_snapshot), bytes) || crc === crc32(bytes)
}

/** Every row has the bytes that were written, and none is missing between the snapshot (or the first) and `end`. */
export function areWhole(workshop: string, doc: string, rows: DocRow[], end: number): boolean {
  const [first] = rows
  if ((rows.at(-1)?.seq ?? 0) !== end) return false
  const start = first?.is_snapshot ? first.seq : 1
  return rows.every((row, index) => row.seq === start + index && isSound(workshop, doc, row))
}
