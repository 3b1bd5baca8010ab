// Programmes kept on this device as templates of one's own. Called by the plan page, which keeps them, and by the gallery of the home page.
import type { Programme } from '../../shared/programme.ts'
import { newId } from '../lib/id.ts'
import { keep, kept } from '../lib/keep.ts'

/** What a card of the gallery says; kept with the template, so that the home page need not know the exercises. */
export interface Facts {
  minutes: number
  people: { from: number; to: number }
}

/** `at` is the ISO time it was kept. */
export interface OwnTemplate extends Facts {
  id: string
  at: string
  programme: Programme
}

const KEY = 'templates/own'
const MOST = 100

/** Templates of this device, the latest first. */
export function ownTemplates(): OwnTemplate[] {
  const found = kept<OwnTemplate[]>(KEY)
  return Array.isArray(found) ? found : []
}

/** Keeps a programme as a template; one of the same title gives way. */
export function keepTemplate(programme: Programme, facts: Facts, at: string): void {
  const others = ownTemplates().filter((one) => one.programme.title !== programme.title)
  keep(KEY, [{ id: `own-${newId()}`, at, programme, ...facts }, ...others].slice(0, MOST))
}

export function forgetTemplate(id: string): void {
  keep(
    KEY,
    ownTemplates().filter((one) => one.id !== id),
  )
}
