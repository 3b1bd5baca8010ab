// What stands on the door of a workshop, before anybody is let in. Called by pages/Join and phone/Door.
import type { Language } from '../../shared/wire.ts'
import { api, type Problem } from '../lib/api.ts'

export interface Facts {
  title: string
  language: Language
  namesAsked: boolean
  /** ISO day. */
  erasedOn?: string
}

/** Looks for the workshop behind a join code. The page has asked for it already, in these words (server/http/app.ts). */
export function findDoor(code: string): Promise<Facts | Problem> {
  return api<Facts>('GET', `/api/workshops/${code}/door`, { headers: { accept: '*/*' } })
}
