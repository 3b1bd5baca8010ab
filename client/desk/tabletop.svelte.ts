// The notes on the table under the facilitator's hands: what is selected, and every way to change them.
// Made by Desk for the current activity's board; called by Board.svelte and its parts.
import type { Layout, Zone } from '../../shared/activities/activity.ts'
import { columnsOf, namedZones, type Column } from '../../shared/board/columns.ts'
import type { Note, Point, Tone } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Doc } from '../lib/doc.svelte.ts'
import { newId } from '../lib/id.ts'
import {
  childrenOf,
  isGroupTitle,
  lastOrder,
  moveTo,
  parentOf,
  type Change,
  type Ground,
  type Place,
} from './drop.ts'
import { contains, mergedText } from './texts.ts'

/** Message keys of what the table says to the facilitator; with a way back where there is one. */
export type Said = 'said.removed' | 'said.tooLong' | 'said.merged'

export interface TabletopOptions {
  activity: string
  doc: Doc
  layout: () => Layout
  /** True while this seat may write the board. */
  writable: () => boolean
  say: (said: Said) => void
  /** What to take back when the board itself has nothing to take back. */
  undoElse: () => void
}

export class Tabletop {
  selected: string | null = $state(null)
  /** The note whose text is being changed. */
  editing: string | null = $state(null)
  /** The note for which « Déplacer vers… », or the choice of a note to merge or to tie it with, is open. */
  moving: { note: string; how: 'move' | 'merge' | 'tie' } | null = $state(null)
  search = $state('')
  tone: Tone | null = $state(null)
  list = $state(false)
  redoable = $state(0)

  #options: TabletopOptions
  #notes = $derived.by(() => this.#options.doc.notes)
  #zones: Zone[] = $derived.by(() => namedZones(this.#options.layout().zones, this.#notes))
  #shown = $derived(this.tone ? this.#notes.filter((note) => this.#passes(note)) : this.#notes)
  /** Hidden notes keep their place on the desk; elsewhere they are not there. */
  #columns: Column[] = $derived(columnsOf(this.#shown.map(visible), this.#zones))
  #byId = $derived(new Map(this.#notes.map((note) => [note.id, note])))

  constructor(options: TabletopOptions) {
    this.#options = options
  }

  get activity(): string {
    return this.#options.activity
  }
  get notes(): Note[] {
    return this.#notes
  }
  get columns(): Column[] {
    return this.#columns
  }
  get zones(): Zone[] {
    return this.#zones
  }
  get free(): boolean {
    return this.layout.kind === 'free'
  }
  get layout(): Layout {
    return this.#options.layout()
  }
  get writable(): boolean {
    return this.#options.writable()
  }
  get doc(): Doc {
    return this.#options.doc
  }
  get ground(): Ground {
    return { notes: this.#notes, zones: new Set(this.#zones.map((zone) => zone.id)) }
  }
  /** How many notes everybody can see. */
  get visible(): number {
    return this.#notes.filter((note) => !note.hidden).length
  }

  /** Where a new note goes: beside the selected one. */
  get parentHere(): string | null {
    const note = this.note(this.selected)
    if (!note) return null
    return isGroupTitle(note) ? note.id : this.#parentOf(note)
  }

  note(id: string | null): Note | undefined {
    return id === null ? undefined : this.#byId.get(id)
  }

  /** True where the search finds nothing in this note. */
  faded(note: Note): boolean {
    return !contains(note.text, this.search)
  }

  get found(): Note[] {
    return this.search.trim() === '' ? [] : this.#shown.filter((note) => !this.faded(note))
  }

  move(id: string, place: Place): void {
    this.#change(moveTo(this.ground, id, place))
  }

  /** A note leaves its group for the place where the group itself lies. */
  lift(id: string): void {
    const group = this.note(this.note(id)?.under ?? null)
    if (group) this.move(id, { parent: this.#parentOf(group) })
  }

  /** One write on drop: pointer moves are nobody else's business. Both parts from 0 to 1. */
  place(id: string, at: Point, zone: string | null): void {
    this.#write(() => this.doc.patch(id, { at, ...(zone === null ? {} : { under: zone }) }))
  }

  /** A new note, in hand at once; an empty one that stays empty is taken away again. */
  add(parent: string | null = null): void {
    const id = newId()
    const order = lastOrder(this.ground, parent)
    const seed = { id, text: '', order, ...(parent === null ? {} : { under: parent }) }
    this.#write(() => this.doc.add(seed))
    this.edit(id)
  }

  /** In a board of zones a group lies in the zone of the selected note. */
  addGroup(): void {
    const id = newId()
    const zone = this.#zones.find(({ id: each }) => each === this.parentHere)?.id ?? null
    this.#write(() =>
      this.doc.add({
        id,
        text: '',
        order: lastOrder(this.ground, zone),
        fields: { group: 1 },
        ...(zone === null ? {} : { under: zone }),
      }),
    )
    this.edit(id)
  }

  edit(id: string): void {
    if (!this.writable) return
    this.selected = id
    this.editing = id
  }

  /** Ends the edit: a new text is written, an empty note is taken away. */
  finish(id: string, text: string): void {
    if (this.editing !== id) return
    this.editing = null
    const note = this.note(id)
    const clean = text.trim()
    if (clean === '' && (note?.text ?? '') === '') return this.#takeAway(id)
    if (clean !== '' && clean !== note?.text) this.#write(() => this.doc.setText(id, clean))
  }

  colour(id: string, tone: Tone): void {
    this.#write(() => this.doc.patch(id, { tone }))
  }

  hide(id: string, hidden: boolean): void {
    this.#write(() => this.doc.patch(id, { hidden }))
  }

  /** Takes a note away; what lay under it stays, one level up. */
  remove(id: string): void {
    if (!this.note(id) || !this.writable) return
    this.#takeAway(id)
    this.#options.say('said.removed')
  }

  /** Both texts in one note, with everything that lay under either; the other note goes. */
  merge(id: string, into: string): void {
    const [from, to] = [this.note(id), this.note(into)]
    if (!from || !to || id === into) return
    const text = mergedText(to.text, from.text)
    if (text.length > LIMITS.note) return this.#options.say('said.tooLong')
    this.#write(() => {
      for (const child of childrenOf(this.ground, id))
        if (child.id !== into) this.doc.patch(child.id, { under: into })
      if (to.under === id) this.doc.patch(into, { under: this.#parentOf(from) })
      this.doc.setText(into, text)
      this.doc.remove(id)
    })
    this.selected = into
    this.#options.say('said.merged')
  }

  undo(): void {
    if (!this.doc.canUndo || !this.writable) return this.#options.undoElse()
    this.redoable++
    this.doc.undo()
  }

  redo(): void {
    if (this.redoable === 0 || !this.writable) return
    this.redoable--
    this.doc.redo()
  }

  #parentOf(note: Note): string | null {
    return parentOf(this.ground, note)
  }

  #raise(id: string): void {
    const parent = this.#parentOf(this.note(id)!)
    for (const child of childrenOf(this.ground, id)) this.doc.patch(child.id, { under: parent })
  }

  #change(changes: Change[]): void {
    if (changes.length === 0) return
    this.#write(() => {
      for (const { id, ...patch } of changes) this.doc.patch(id, patch)
    })
  }

  #write(change: () => void): void {
    if (!this.writable) return
    this.redoable = 0
    this.doc.transact(change)
  }

  #takeAway(id: string): void {
    if (this.selected === id) this.selected = null
    this.#write(() => {
      this.#raise(id)
      this.doc.remove(id)
    })
  }

  #passes(note: Note): boolean {
    return note.tone === this.tone || isGroupTitle(note)
  }
}

function visible(note: Note): Note {
  if (!note.hidden) return note
  const { hidden: _hidden, ...rest } = note
  return rest
}
