// The document `plan` as runes: what it says, where it stands with the server, and changes that can be taken back.
// Made by Planner; several of them, on several machines, edit the same plan.
import * as Y from 'yjs'
import { isBegun, planOf, readDraft, type Draft } from '../../shared/plan/draft.ts'
import { covers } from '../lib/copies.ts'
import { connectDoc, type ConnectDoc } from '../lib/docWire.ts'

const NOTHING: Draft = { title: '', start: '', activities: [] }
/** Keystrokes within this time are taken back together (ms). */
const TOGETHER = 400

export class PlanDoc {
  draft: Draft = $state.raw(NOTHING)
  status: 'connecting' | 'live' | 'offline' | 'closed' = $state('connecting')
  /** The programme has come. */
  ready = $state(false)
  /** Everything written here is on the server's disk. */
  saved = $state(true)
  canUndo = $state(false)
  canRedo = $state(false)

  #doc = new Y.Doc()
  #local = Symbol('local')
  #history: Y.UndoManager
  #disconnect: () => void

  constructor(code: string, token: string, connect: ConnectDoc = connectDoc) {
    this.#history = new Y.UndoManager(planOf(this.#doc), {
      trackedOrigins: new Set([this.#local]),
      captureTimeout: TOGETHER,
    })
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => this.#changed(transaction))
    this.#history.on('stack-item-added', () => this.#look())
    this.#history.on('stack-item-popped', () => this.#look())
    this.#disconnect = connect({ code, token, name: 'plan', trusted: true }, this.#doc, {
      synced: () => ((this.status = 'live'), this.#read()),
      lost: () => this.status !== 'closed' && (this.status = 'offline'),
      saved: (vector) => (this.saved = covers(vector, this.#own())),
      closed: () => (this.status = 'closed'),
      changed: () => (this.status = 'closed'),
      differs: () => (this.status = 'closed'),
    })
  }

  /** One change, one thing to take back. Typing passes `typing`, so that a word is one. */
  change(edit: (doc: Y.Doc) => void, typing = false): void {
    if (!typing) this.#history.stopCapturing()
    this.#doc.transact(() => edit(this.#doc), this.#local)
    if (!typing) this.#history.stopCapturing()
  }

  undo(): void {
    this.#history.undo()
  }

  redo(): void {
    this.#history.redo()
  }

  close(): void {
    this.#disconnect()
    this.#history.destroy()
    this.#doc.destroy()
  }

  #changed({ local, changed }: Y.Transaction): void {
    if (changed.size === 0) return
    if (local) this.saved = false
    this.#read()
  }

  #read(): void {
    this.ready ||= isBegun(this.#doc)
    this.draft = readDraft(this.#doc)
  }

  #look(): void {
    this.canUndo = this.#history.canUndo()
    this.canRedo = this.#history.canRedo()
  }

  /** Only what this page wrote must be stored before it says so. */
  #own(): Map<number, number> {
    const own = Y.getState(this.#doc.store, this.#doc.clientID)
    return new Map(own > 0 ? [[this.#doc.clientID, own]] : [])
  }
}
