// What lies on a drawn board: the places with what was put in them, each as the room reads it. Called by the faces of boards.
import type { Layout, Zone } from '../../../shared/activities/activity.ts'
import { columnsOf, namedZones } from '../../../shared/board/columns.ts'
import type { Note } from '../../../shared/board/note.ts'
import { below } from '../../../shared/board/tree.ts'

/** A sheet of the drawing: a note alone, or the first of a pile. */
export interface Sheet extends Note {
  /** Notes that lie under it. */
  pile: number
}

export interface Place {
  id: string
  label: string
  zone: Zone | null
  sheets: Sheet[]
  /** Everything that people wrote here, piles unfolded. */
  notes: Note[]
}

/** The places of the layout in their order, then one of notes that lie in none of them; hidden notes are not there. */
export function placesOf(notes: readonly Note[], layout: Layout | undefined): Place[] {
  const zones = namedZones(layout?.zones ?? [], notes)
  const titles = new Set(zones.map(({ titled }) => titled))
  const visible = notes.filter((note) => !note.hidden && !titles.has(note.id))
  return columnsOf(visible, zones).map(({ id, title, branches }) => ({
    id,
    label: title ?? '',
    zone: zones.find((zone) => zone.id === id) ?? null,
    sheets: branches.map((branch) => ({ ...branch.note, pile: below(branch).length })),
    notes: branches.flatMap((branch) => [branch.note, ...below(branch)]).filter(isWritten),
  }))
}

/** True where something stands under the text of a card: a first name, or what the room answered. */
export function hasFoot({ id, fields }: Note, reactions: Readonly<Record<string, unknown>> = {}): boolean {
  return fields?.['by'] !== undefined || Object.hasOwn(reactions, id)
}

/** False for a note that was made as a title. */
function isWritten({ fields }: Note): boolean {
  return fields?.['group'] !== 1
}

/** What people wrote, anywhere on the board. */
export function written(places: readonly Place[]): Note[] {
  return places.flatMap(({ notes }) => notes)
}

/** A part from 0 to 1 as a length in CSS. */
export function part(share: number): string {
  return `${100 * share}%`
}
