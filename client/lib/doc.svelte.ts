// One Yjs document as runes: its notes, where it stands with the server, and the ways to change it.
// Made by pages and the phone's pad; imported lazily, so that a phone that only votes loads no Yjs.
import * as Y from 'yjs'
import {
  addNote,
  leaveTrace,
  noteMap,
  notesOf,
  setFields,
  setLink,
  spliceText,
  type Note,
  type NoteSeed,
} from '../../shared/board/note.ts'
import { CLOSE } from '../../shared/wire.ts'
import { Copies, covers } from './copies.ts'
import { connectDoc, type ConnectDoc, type DocPlace } from './docWire.ts'
import { reloadOnce } from './fresh.ts'
import { NoteCache } from './noteCache.ts'

/** Shortest time between two rebuilds of `notes` (ms). */
const FRAME = 50
/** Stands for the notes that an earlier page has removed. */
const REMOVED = ''

export interface DocOptions extends DocPlace {
  /** Keeps a copy on this device until the server has stored it. */
  keep: boolean
}

export interface NotePatch {
  tone?: Note['tone']
  at?: Note['at']
  under?: string | null
  order?: string
  hidden?: boolean
  fields?: Record<string, string | number>
  /** Ties it to another note under this label; null unties them. */
  tie?: { to: string; label: string | null }
}

export class Doc {
  readonly name: string
  notes: Note[] = $state.raw([])
  status: 'connecting' | 'live' | 'offline' | 'closed' = $state('connecting')
  /** First sync done, or a kept copy loaded. */
  ready = $state(false)
  /** Notes with changes that the server has not stored durably yet. */
  unsaved: ReadonlySet<string> = $state.raw(new Set())
  /** False where this browser refuses to keep what is not stored yet. */
  kept = $state(true)
  canUndo = $state(false)
  /** Close code, once the server has closed for good. */
  closeCode: number | null = $state(null)

  #options: DocOptions
  #connect: ConnectDoc
  #copies: Copies
  #doc!: Y.Doc
  #cache!: NoteCache
  #history!: Y.UndoManager
  #disconnect: () => void = () => {}
  /** What must be stored before a note counts as saved: client id -> clock. */
  #needs = new Map<string, Map<number, number>>()
  #frame: ReturnType<typeof setTimeout> | null = null
  #lastFrame = 0
  #local = Symbol('local')

  constructor(options: DocOptions, connect: ConnectDoc = connectDoc) {
    this.#options = options
    this.#connect = connect
    this.name = options.name
    this.#copies = new Copies(`${options.code}/doc/${options.name}`)
    const doc = new Y.Doc()
    if (options.keep && this.#copies.apply(doc, this)) this.#resume(doc)
    this.#begin(doc)
  }

  add(seed: NoteSeed): void {
    this.#history.stopCapturing()
    this.transact(() => addNote(this.#doc, seed))
  }

  setText(id: string, text: string): void {
    this.#change(id, (note) => {
      const now = note.get('text')
      if (!(now instanceof Y.Text) || now.toString() === text) return
      spliceText(now, text)
      leaveTrace(note)
    })
  }

  /** Only the given parts change. `under: null` lifts the note out; `fields` are merged in. */
  patch(id: string, patch: NotePatch): void {
    this.#change(id, (note) => {
      const { under, hidden, fields, tie, ...plain } = patch
      for (const [key, value] of Object.entries(plain)) note.set(key, value)
      if (hidden) note.set('hidden', true)
      if (hidden === false) {
        note.delete('hidden')
        leaveTrace(note)
      }
      if (fields) setFields(note, fields)
      if (tie) setLink(note, tie.to, tie.label)
      if (tie?.label === null) leaveTrace(note)
      if (under === undefined) return
      if (under !== null) return void note.set('under', under)
      note.delete('under')
      leaveTrace(note)
    })
  }

  remove(id: string): void {
    this.#history.stopCapturing()
    this.#change(id, (note) => {
      leaveTrace(note)
      notesOf(this.#doc).delete(id)
    })
  }

  /** Several changes as one: one message, one undo. */
  transact(change: () => void): void {
    this.#doc.transact(change, this.#local)
  }

  undo(): void {
    this.#history.undo()
  }

  redo(): void {
    this.#history.redo()
  }

  close(): void {
    this.#end()
    if (this.#frame) clearTimeout(this.#frame)
  }

  #change(id: string, change: (note: Y.Map<unknown>) => void): void {
    const note = noteMap(this.#doc, id)
    if (note) this.transact(() => change(note))
  }

  #begin(doc: Y.Doc): void {
    this.#doc = doc
    this.#cache = new NoteCache(doc, (ids, transaction) => this.#changed(ids, transaction))
    this.#history = new Y.UndoManager(notesOf(doc), {
      trackedOrigins: new Set([this.#local]),
      captureTimeout: 400,
    })
    const undoable = () => (this.canUndo = this.#history.canUndo())
    this.#history.on('stack-item-added', undoable)
    this.#history.on('stack-item-popped', undoable)
    undoable()
    this.#disconnect = this.#connect(this.#options, doc, {
      synced: () => this.#synced(),
      lost: () => this.status !== 'closed' && (this.status = 'offline'),
      saved: (vector) => this.#saved(vector),
      closed: (code) => this.#closed(code),
      changed: () => this.#restart(this.#options.keep),
      differs: () => this.#differs(),
    })
    if (this.ready) this.#rebuild()
  }

  #end(): void {
    this.#disconnect()
    this.#cache.close()
    this.#history.destroy()
    this.#doc.destroy()
  }

  /** A damaged copy: everything is stored already, so it is fetched again from nothing. */
  #differs(): void {
    if (this.#needs.size === 0) this.#restart(false)
  }

  /** A fresh document, so that refused edits cannot linger. `carried`: one's own sheet is taken along whole. */
  #restart(carried: boolean): void {
    if (this.status === 'closed') return
    const fresh = new Y.Doc()
    if (carried) Y.applyUpdate(fresh, Y.encodeStateAsUpdate(this.#doc), this)
    else this.#needs.clear()
    this.unsaved = new Set(this.#needs.keys())
    this.#end()
    this.ready = carried
    this.status = 'connecting'
    this.#begin(fresh)
  }

  /** All of a kept copy waits for the server. */
  #resume(doc: Y.Doc): void {
    this.ready = true
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
    // A copy in which all notes were removed still has that to say.
    for (const id of [REMOVED, ...notesOf(doc).keys()]) this.#needs.set(id, vector)
    if (this.#needs.size > 1) this.#needs.delete(REMOVED)
    this.unsaved = new Set(this.#needs.keys())
  }

  #synced(): void {
    this.status = 'live'
    this.ready = true
    this.#rebuild()
  }

  #closed(code: number): void {
    if (code === CLOSE.reload && reloadOnce()) return
    this.status = 'closed'
    this.closeCode = code
  }

  #changed(ids: string[], transaction: Y.Transaction): void {
    if (transaction.local) this.#mark(ids, transaction)
    // Until a fresh board has its content, what was there stays on the screen; one's own sheet can be written at once.
    if (this.ready || this.#options.keep) this.#schedule()
  }

  #mark(ids: string[], { afterState }: Y.Transaction): void {
    const client = this.#doc.clientID
    const clock = afterState.get(client)
    if (clock === undefined) return
    for (const id of ids) this.#needs.set(id, new Map(this.#needs.get(id)).set(client, clock))
    this.unsaved = new Set(this.#needs.keys())
    if (this.#options.keep) this.kept = this.#copies.put(this.#doc)
  }

  #saved(vector: Map<number, number>): void {
    const before = this.#needs.size
    for (const [id, need] of this.#needs) if (covers(vector, need)) this.#needs.delete(id)
    if (this.#needs.size !== before) this.unsaved = new Set(this.#needs.keys())
    if (this.#options.keep && this.#needs.size === 0) this.#copies.clear()
  }

  #schedule(): void {
    if (this.#frame) return
    const wait = Math.max(0, this.#lastFrame + FRAME - performance.now())
    this.#frame = setTimeout(() => this.#rebuild(), wait)
  }

  #rebuild(): void {
    if (this.#frame) clearTimeout(this.#frame)
    this.#frame = null
    this.#lastFrame = performance.now()
    this.notes = this.#cache.read()
  }
}
