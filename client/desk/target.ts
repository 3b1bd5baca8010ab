// What lies under a dragged note in a board of columns: between two notes, on a note, or in a column.
// Called by Columns.svelte; reads the data attributes that NoteItem and Column write.
import type { Place } from './drop.ts'

export interface Target {
  place: Place
  /** What is marked: a note's edge or the whole note, or a column. */
  mark: { note: string; at: 'before' | 'after' | 'into' } | { column: string }
}

/** The outer quarters of a note mean before and after it; its middle means together with it. */
const EDGE = 0.25

export function targetOf(under: Element | null, held: string, y: number): Target | null {
  const sheet = under?.closest<HTMLElement>('[data-note]')
  const id = sheet?.dataset.note
  if (id === held) return null
  if (sheet && id && sheet.dataset.parent !== undefined) return onNote(sheet, id, held, y)
  const column = under?.closest<HTMLElement>('[data-column]')?.dataset.column
  if (column === undefined || column === held) return null
  return { place: { parent: column || null }, mark: { column } }
}

function onNote(sheet: HTMLElement, id: string, held: string, y: number): Target {
  const box = sheet.getBoundingClientRect()
  const part = box.height === 0 ? 0.5 : (y - box.top) / box.height
  const parent = sheet.dataset.parent || null
  if (part < EDGE) return { place: { parent, before: id }, mark: { note: id, at: 'before' } }
  if (part <= 1 - EDGE) return { place: { into: intoOf(sheet, id, held) }, mark: { note: id, at: 'into' } }
  return { place: { parent, before: sheet.dataset.next || null }, mark: { note: id, at: 'after' } }
}

/** A note inside a stack stands for its stack, which stays flat. */
function intoOf(sheet: HTMLElement, id: string, held: string): string {
  const { stack } = sheet.dataset
  return stack && stack !== held ? stack : id
}
