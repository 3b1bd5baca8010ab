// Where a note lies in words, and where it could be put. Called by the move dialog, note menus and labels; pure.
import type { Zone } from '../../shared/activities/activity.ts'
import type { Note } from '../../shared/board/note.ts'
import { isGroupTitle, isInside, parentOf, type Ground } from './drop.ts'

export interface NamedPlace {
  parent: string | null
  /** Empty for the place outside of all groups, and for a group without a title. */
  title: string
}

/** Zones, groups, and out of all of them: all but where the note is now. */
export function placesFor(ground: Ground, zones: readonly Zone[], note: Note): NamedPlace[] {
  const groups = ground.notes.filter(
    (other) => isGroupTitle(other) && !isInside(ground.notes, other.id, note.id),
  )
  const here = parentOf(ground, note)
  return [
    ...zones.map((zone) => ({ parent: zone.id, title: zone.label })),
    ...groups.map((group) => ({ parent: group.id, title: group.text })),
    { parent: null, title: '' },
  ].filter((place) => place.parent !== here)
}

/** True where the note lies under another one, not just in a zone. */
export function isGrouped(ground: Ground, note: Note): boolean {
  const parent = parentOf(ground, note)
  return parent !== null && !ground.zones.has(parent)
}
