// What the report page asks the server: the report as blocks, and files to save. Called by Remains and Exports.
import type { Format } from '../../shared/report/formats.ts'
import type { Report } from '../../shared/report/model.ts'
import { api, type Problem } from '../lib/api.ts'
import type { Kept } from '../lib/seat.ts'

/** The model that every export is written from, so that the page shows exactly what the files hold. */
export function loadReport({ workshop, token }: Kept): Promise<Report | Problem> {
  return api<Report>('GET', `/api/workshops/${workshop.id}/report.blocks`, { token })
}

/** One export, with the first names only when they are asked for. */
export async function loadFile(
  { workshop, token }: Kept,
  format: Format,
  names: boolean,
): Promise<Blob | Problem> {
  const query = names ? '?names=true' : ''
  const headers = { authorization: `Bearer ${token}` }
  try {
    const answer = await fetch(`/api/workshops/${workshop.id}/report.${format}${query}`, { headers })
    if (answer.ok) return await answer.blob()
    return { problem: true, status: answer.status, code: `http-${answer.status}` }
  } catch {
    return { problem: true, status: 0, code: 'offline' }
  }
}
