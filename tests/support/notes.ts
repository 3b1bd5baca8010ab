// A note for tests that care for some of its fields. Called by unit tests.
import type { Note } from '../../shared/board/note.ts'

/** A loose sheet in the middle whose text and order are its id, with what `more` says instead. */
export function sampleNote(id: string, more: Partial<Note> = {}): Note {
  return { id, text: id, tone: 'soleil', at: [0.5, 0.5], order: id, ...more }
}
