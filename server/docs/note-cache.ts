// The notes of a document as plain values, read again only where something changed. Called by doc.ts and projection.ts.
import * as Y from 'yjs'
import { byOrder, notesOf, readNote, type Note } from '../../shared/board/note.ts'

export class NoteCache {
  readonly #root: Y.Map<unknown>
  readonly #notes = new Map<string, Note>()
  readonly #changed: Set<string>
  #sorted: readonly Note[] | null = null

  constructor(doc: Y.Doc) {
    this.#root = notesOf(doc)
    this.#changed = new Set(this.#root.keys())
    this.#root.observeDeep((events) => {
      this.#sorted = null
      for (const event of events) for (const id of touched(event, this.#root)) this.#changed.add(id)
    })
  }

  /** The same as readNotes(): all well-formed notes in order. Valid until the next change; not to be changed. */
  all(): readonly Note[] {
    if (this.#sorted) return this.#sorted
    for (const id of this.#changed) {
      const note = this.#root.has(id) ? readNote(id, this.#root.get(id)) : null
      if (note) this.#notes.set(id, note)
      else this.#notes.delete(id)
    }
    this.#changed.clear()
    return (this.#sorted = [...this.#notes.values()].sort(byOrder))
  }

  /** The same by their ids. */
  byId(): ReadonlyMap<string, Note> {
    this.all()
    return this.#notes
  }
}

function touched(event: Y.YEvent<Y.AbstractType<unknown>>, root: Y.Map<unknown>): Iterable<string> {
  return event.target === root ? (event as Y.YMapEvent<unknown>).keysChanged : [String(event.path[0])]
}
