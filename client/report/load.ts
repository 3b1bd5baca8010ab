// What the report page asks the server: the report as blocks, and files to save. Called by Remains and Exports.
import type { Format } from '../../shared/report/formats.ts'
import type { Report } from '../../shared/report/model.ts'
import { api, apiFile, type Problem } from '../lib/api.ts'

/** Who reads: the desk, or somebody with the key of a shared report. */
export interface Reader {
  workshop: { id: string; title: string }
  token: string
  desk: boolean
}

/** A link to the report, as the server lists it; `until` in ISO 8601. */
export interface Shared {
  link: string
  share: { id: string; phones: boolean; until?: string }
}

type Key = { workshop: { id: string }; token: string }

const pathOf = ({ workshop }: Key, end: string) => `/api/workshops/${workshop.id}/${end}`

/** The model that every export is written from, so that the page shows exactly what the files hold. */
export function loadReport(reader: Key): Promise<Report | Problem> {
  return api<Report>('GET', pathOf(reader, 'report.blocks'), { token: reader.token })
}

export function saveSummary(reader: Key, text: string): Promise<{ text: string } | Problem> {
  return api('PUT', pathOf(reader, 'summary'), { token: reader.token, body: { text } })
}

export function loadShares(reader: Key): Promise<{ shares: Shared[] } | Problem> {
  return api('GET', pathOf(reader, 'shares'), { token: reader.token })
}

export function addShare(reader: Key, body: { phones: boolean; until?: string }): Promise<Shared | Problem> {
  return api('POST', pathOf(reader, 'shares'), { token: reader.token, body })
}

export function dropShare(reader: Key, share: string): Promise<null | Problem> {
  return api('DELETE', pathOf(reader, `shares/${share}`), { token: reader.token })
}

/** One export, with the first names only when they are asked for; its hours are those of this device's clock. */
export function loadFile(reader: Key, format: Format, names: boolean): Promise<Blob | Problem> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const query = new URLSearchParams({
    ...(names ? { names: 'true' } : {}),
    ...(timeZone ? { zone: timeZone } : {}),
  })
  return apiFile(`${pathOf(reader, `report.${format}`)}?${query}`, reader.token)
}
