// The notes of a document as plain values, read again only where something changed. Called by doc.ts and projection.ts.
import * as Y from 'yjs'
import { byOrder, notesOf, readNote, type Note } from '../../shared/board/note.ts'

export class NoteCache {
  readonly #root: Y.Map<unknown>
  readonly #notes = new Map<string, Note>()
  readonly #changed: Set<string>
  #sorted: readonly Note[] | null = null
  /** As it was before the last change, and where each note stands in it; null where that is not known. */
  #before: readonly Note[] = []
  #places: Map<string, number> | null = null

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
    const replaced: Note[] = []
    for (const id of this.#changed) {
      const note = this.#root.has(id) ? readNote(id, this.#root.get(id)) : null
      const before = this.#notes.get(id)
      if (note && note.order === before?.order) replaced.push(note)
      if (note) this.#notes.set(id, note)
      else this.#notes.delete(id)
    }
    const inPlace = replaced.length === this.#changed.size
    this.#changed.clear()
    this.#before = this.#sorted = inPlace ? this.#patched(replaced) : this.#sortedAnew()
    return this.#sorted
  }

  #sortedAnew(): readonly Note[] {
    this.#places = null
    return [...this.#notes.values()].sort(byOrder)
  }

  /** Who types moves nothing: a large board need not be sorted again for every letter. */
  #patched(replaced: readonly Note[]): readonly Note[] {
    this.#places ??= new Map(this.#before.map(({ id }, place) => [id, place]))
    const patched = [...this.#before]
    for (const note of replaced) patched[this.#places.get(note.id)!] = note
    return patched
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
