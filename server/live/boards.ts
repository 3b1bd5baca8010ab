// What the session machine's effects do to boards: opening, hiding, arranging. Called by effects.ts.
// The server is the only hand besides the desk that writes a board.
import * as Y from 'yjs'
import { closesRing, NEEDED } from '../../shared/board/needs.ts'
import { addNote, noteMap, notesOf, readNotes, setLink, type NoteSeed } from '../../shared/board/note.ts'
import type { Move } from '../../shared/session/commands.ts'

/** Puts down what an activity starts with; notes that already lie there stay as they are. */
export function seedBoard(doc: Y.Doc, seeds: NoteSeed[]): void {
  doc.getMap('meta').set('v', 1)
  for (const seed of seeds) if (!notesOf(doc).has(seed.id)) addNote(doc, seed)
}

/** Hides a note from walls, phones and papers, or shows it again. */
export function hideNote(doc: Y.Doc, id: string, on: boolean): void {
  const note = noteMap(doc, id)
  if (on) note?.set('hidden', true)
  else note?.delete('hidden')
}

/** Says on the note what became of a question; null takes it back. */
export function markNote(doc: Y.Doc, id: string, as: 'answered' | 'parked' | null): void {
  const note = noteMap(doc, id)
  if (!note) return
  const fields = note.get('fields')
  if (fields instanceof Y.Map) return void (as ? fields.set('state', as) : fields.delete('state'))
  if (as) note.set('fields', new Y.Map([['state', as]]))
}

/** Carries out moves in their order; a move that would put a note under itself, or under its own child, leaves its parent as it was, and nothing becomes needed for itself. */
export function arrange(doc: Y.Doc, moves: Move[]): void {
  // Read once, then kept up: a hundred moves must not read a large board a hundred times.
  const parents = moves.some(({ under }) => under) ? parentsOf(doc) : new Map<string, string>()
  for (const move of moves) {
    const note = noteMap(doc, move.note)
    if (!note) continue
    if (move.at) note.set('at', move.at)
    if (move.order !== undefined) note.set('order', move.order)
    if (move.under === null) {
      note.delete('under')
      parents.delete(move.note)
    } else if (move.under !== undefined && !isBelow(parents, move.under, move.note)) {
      note.set('under', move.under)
      parents.set(move.note, move.under)
    }
    // Links join notes that lie here: made-up ids would grow the board for ever.
    if (move.link && mayLink(doc, move.note, move.link)) setLink(note, move.link.to, move.link.label)
    if (move.unlink !== undefined) setLink(note, move.unlink, null)
  }
}

function mayLink(doc: Y.Doc, from: string, { to, label }: NonNullable<Move['link']>): boolean {
  if (!noteMap(doc, to)) return false
  return label !== NEEDED || !closesRing(readNotes(doc), from, to)
}

function parentsOf(doc: Y.Doc): Map<string, string> {
  return new Map(readNotes(doc).flatMap(({ id, under }) => (under === undefined ? [] : [[id, under]])))
}

/** True when `id` is `ancestor` or lies somewhere under it. */
function isBelow(parents: ReadonlyMap<string, string>, id: string, ancestor: string): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === ancestor) return true
    seen.add(at)
  }
  return false
}
