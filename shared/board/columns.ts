// A board as columns: its zones first, then the groups made by hand, then what is still loose.
// Called by walls, desks and reports, so that all show the same order.
import type { Zone } from '../activities/activity.ts'
import type { Note } from './note.ts'
import { forest, isGroup, type Branch } from './tree.ts'

export interface Column {
  /** Id of the zone or of the group's own note; `loose` for the rest. */
  id: string
  title: string | null
  zone: boolean
  /** The group's own note, where the column is a group. */
  group?: Note
  branches: Branch[]
}

/** The places of a board, those that a note of the board names under that name. */
export function namedZones(zones: Zone[], notes: readonly Note[]): Zone[] {
  if (!zones.some(({ titled }) => titled)) return zones
  const texts = new Map(notes.map(({ id, text }) => [id, text.trim()]))
  return zones.map((zone) => ({ ...zone, label: texts.get(zone.titled ?? '') || zone.label }))
}

/** Zones in their order; without zones, groups at the root; then one column of loose notes if there are any. */
export function columnsOf(notes: readonly Note[], zones: readonly Zone[]): Column[] {
  const roots = forest(notes)
  const columns: Column[] = zones.map((zone) => ({
    id: zone.id,
    title: zone.label,
    zone: true,
    branches: [],
  }))
  const byZone = new Map(columns.map((column) => [column.id, column]))
  const loose: Branch[] = []
  for (const branch of roots) {
    const column = branch.note.under === undefined ? undefined : byZone.get(branch.note.under)
    if (column) column.branches.push(branch)
    else if (zones.length === 0 && isGroup(branch)) columns.push(groupColumn(branch))
    else loose.push(branch)
  }
  if (loose.length > 0) columns.push({ id: 'loose', title: null, zone: false, branches: loose })
  return columns
}

function groupColumn(branch: Branch): Column {
  return {
    id: branch.note.id,
    title: branch.note.text,
    zone: false,
    group: branch.note,
    branches: branch.children,
  }
}
