// The notes of one Y.Doc as plain values, re-read and put in order only where something changed; unchanged notes stay the same objects.
// Called by lib/doc.svelte.ts.
import * as Y from 'yjs'
import { byOrder, notesOf, readNote, readNotes, type Note } from '../../shared/board/note.ts'

export class NoteCache {
  #doc: Y.Doc
  #notes: Note[]
  #stale = new Set<string>()
  #unwatch: () => void

  /** `changed` is called once per transaction with the ids it touched. */
  constructor(doc: Y.Doc, changed: (ids: string[], transaction: Y.Transaction) => void) {
    this.#doc = doc
    this.#notes = readNotes(doc)
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
    if (this.#stale.size === 0) return this.#notes
    const root = notesOf(this.#doc)
    const stale = this.#stale
    const fresh = [...stale].flatMap((id) => readNote(id, root.get(id)) ?? []).sort(byOrder)
    const others = this.#notes.filter(({ id }) => !stale.has(id))
    this.#notes = merged(others, fresh)
    this.#stale = new Set()
    return this.#notes
  }

  close(): void {
    this.#unwatch()
  }
}

/** Two lists that are in reading order, as one. */
function merged(many: readonly Note[], few: readonly Note[]): Note[] {
  const all: Note[] = []
  let next = 0
  for (const note of many) {
    while (next < few.length && byOrder(few[next]!, note) < 0) all.push(few[next++]!)
    all.push(note)
  }
  return [...all, ...few.slice(next)]
}

function touched(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
  const [id] = event.path
  return id === undefined ? [...event.changes.keys.keys()] : [String(id)]
}
