// A person's own notes as updates that are made before the run, by a real Y.Doc under its own clientID.
// Called by the workloads, so that nothing of Yjs runs in the load generator while it measures.
import * as Y from 'yjs'
import { addNote, noteMap, spliceText } from '../../../shared/board/note.ts'
import { mark } from '../wire/markers.ts'

const WORDS = ' on partage les outils du quartier, un samedi sur deux'

export class Writer {
  readonly doc = new Y.Doc()
  /** What each note says after all that was made so far. */
  readonly texts = new Map<string, string>()
  readonly #name: string
  readonly #most: number
  #made = 0
  #last: Uint8Array | null = null

  /** Notes beyond `most` are edits of those that are there. */
  constructor(name: string, most: number) {
    this.#name = name
    this.#most = most
    this.doc.on('update', (update: Uint8Array) => void (this.#last = update))
  }

  /** One more note, or one more edit, that holds the mark of `n`. */
  next(n: number): Uint8Array {
    const turn = this.#made++
    const id = `${this.#name}n${turn % this.#most}`
    const text = mark(n, Math.floor(turn / this.#most) % 2 === 1) + WORDS
    this.doc.transact(() => {
      const note = noteMap(this.doc, id)
      if (note) spliceText(note.get('text') as Y.Text, text)
      else addNote(this.doc, { id, text, tone: 'soleil', at: [0.4, 0.6], order: 'a0' })
    })
    this.texts.set(id, text)
    return this.#last!
  }

  /** A note dropped at another place. */
  drop(x: number): Uint8Array {
    const id = `${this.#name}n0`
    this.doc.transact(() => noteMap(this.doc, id)!.set('at', [x, 0.5]))
    return this.#last!
  }

  /** All of it in one update. */
  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }
}
