// Which notes of a board a desk has rewritten: they become its own, and projection keeps off their text. Called by doc.ts.
import * as Y from 'yjs'
import { noteMap, notesOf } from '../../shared/board/note.ts'

export class DeskEdits {
  readonly #doc: Y.Doc
  readonly #rewritten = new Set<string>()

  /** Transactions of this origin are the server's own. */
  constructor(doc: Y.Doc, server: unknown) {
    this.#doc = doc
    notesOf(doc).observeDeep((events, transaction) => {
      if (transaction.origin === server) return
      for (const event of events) if (isText(event)) this.#rewritten.add(String(event.path[0]))
    })
  }

  /** Marks what was rewritten since the last call. Call inside a transaction. */
  mark(): void {
    for (const id of this.#rewritten) {
      const note = noteMap(this.#doc, id)
      if (note && note.get('own') !== true) note.set('own', true)
    }
    this.#rewritten.clear()
  }

  get pending(): boolean {
    return this.#rewritten.size > 0
  }
}

/** A text of a note that was there before was changed, or replaced by another. */
function isText(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  if (event.target instanceof Y.Text) return true
  return event.path.length === 1 && (event as Y.YMapEvent<unknown>).keysChanged.has('text')
}
