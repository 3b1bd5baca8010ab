// What the operator's page asks of the server. Called by its parts.
import { api, isProblem, type Problem } from '../lib/api.ts'

export interface House {
  retentionDays: number
  maxSeats: number
  createKey: boolean
  figures: {
    sessions: number
    sockets: number
    documents: number
    documentConnections: number
    memory: number
    uptime: number
    stall: number
  }
  disk?: { database: number; free: number }
  backups?: Backup[]
  folder?: string
}

export interface Backup {
  name: string
  at: string
  bytes: number
}

export interface Listed {
  id: string
  title: string
  language: string
  touchedAt: string
  erasedOn: string
  state: 'planned' | 'begun' | 'ended'
  seats: number
  online: number
  bytes: number
}

export interface Page {
  total: number
  workshops: Listed[]
}

export interface Overview {
  house: House
  page: Page
}

/** Everything that the page shows, workshops from the `from`-th on. */
export async function look(key: string, from: number): Promise<Overview | Problem> {
  const ask = <T>(path: string) => api<T>('GET', `/api/admin/${path}`, { token: key })
  const house = await ask<House>('house')
  if (isProblem(house)) return house
  const page = await ask<Page>(`workshops?from=${from}`)
  return isProblem(page) ? page : { house, page }
}

/** A size as people say it: its figure and the unit. */
export function sized(bytes: number): { n: number; unit: string } {
  if (bytes < 1000) return { n: bytes, unit: 'b' }
  if (bytes < 1e6) return { n: Math.round(bytes / 1e3), unit: 'k' }
  if (bytes < 1e9) return { n: Math.round(bytes / 1e5) / 10, unit: 'm' }
  return { n: Math.round(bytes / 1e8) / 10, unit: 'g' }
}
