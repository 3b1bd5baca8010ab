// Changes of a tour's themes as plain lists. Called by Sorting.svelte.
import type { NoteRef, Theme } from '../../shared/tour/model.ts'

const same = (a: NoteRef, b: NoteRef) => a.stop === b.stop && a.note === b.note && a.activity === b.activity

/** A further theme of these notes; they leave the themes they were in. */
export function withTheme(
  themes: readonly Theme[],
  id: string,
  label: string,
  notes: readonly NoteRef[],
): Theme[] {
  return [...without(themes, notes), { id, label, notes: [...notes] }]
}

/** These notes in that theme, and in no other. */
export function moved(themes: readonly Theme[], into: string, notes: readonly NoteRef[]): Theme[] {
  return without(themes, notes).map((theme) =>
    theme.id === into ? { ...theme, notes: [...theme.notes, ...notes] } : theme,
  )
}

/** Themes without these notes; none is dropped because it is empty, people decide that. */
function without(themes: readonly Theme[], notes: readonly NoteRef[]): Theme[] {
  return themes.map((theme) => ({
    ...theme,
    notes: theme.notes.filter((one) => !notes.some((other) => same(one, other))),
  }))
}
