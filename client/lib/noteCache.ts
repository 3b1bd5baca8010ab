// The notes of one Y.Doc as plain values, re-read only where something changed; unchanged notes stay the same objects.
// Called by lib/doc.svelte.ts.
import * as Y from 'yjs'
import { byOrder, notesOf, readNote, readNotes, type Note } from '../../shared/board/note.ts'

export class NoteCache {
  #doc: Y.Doc
  #notes: Map<string, Note>
  #stale = new Set<string>()
  #unwatch: () => void

  /** `changed` is called once per transaction with the ids it touched. */
  constructor(doc: Y.Doc, changed: (ids: string[], transaction: Y.Transaction) => void) {
    this.#doc = doc
    this.#notes = new Map(readNotes(doc).map((note) => [note.id, note]))
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      const ids = [...new Set(events.flatMap(touched))]
      for (const id of ids) this.#stale.add(id)
      changed(ids, transaction)
    }
    const root = notesOf(doc)
    root.observeDeep(observer)
    this.#unwatch = () => root.unobserveDeep(observer)
  }

  /** All notes, hidden ones included, in reading order. */
  read(): Note[] {
    const root = notesOf(this.#doc)
    for (const id of this.#stale) {
      const note = readNote(id, root.get(id))
      if (note) this.#notes.set(id, note)
      else this.#notes.delete(id)
    }
    this.#stale.clear()
    return [...this.#notes.values()].sort(byOrder)
  }

  close(): void {
    this.#unwatch()
  }
}

function touched(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
  const [id] = event.path
  return id === undefined ? [...event.changes.keys.keys()] : [String(id)]
}
