// What is known of the pads of one activity: their notes as values, which of them have news, their ids on the board.
// Called by projection.ts; it only reads.
import { createHmac } from 'node:crypto'
import * as Y from 'yjs'
import { noteMap, notesOf, type Note } from '../../shared/board/note.ts'
import { isShowable, type Sheet } from '../../shared/board/project.ts'
import type { Clock } from '../../shared/clock.ts'
import { padName, parseDocName } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Docs, PadNews } from './ports.ts'

export interface PadRoomDeps {
  docs: Pick<Docs, 'notes' | 'peek' | 'pads'>
  clock: Clock
  /** The workshop's secret: ids on a board tell nothing of their pad to those who do not have it. */
  keyOf(workshop: string): Promise<string>
}

/** A pad's note under its id on the board. */
export interface Candidate {
  writer: string
  note: Note
  id: string
}

interface Figures {
  onBoard: number
  waiting: number
}

/** Characters of an id on a board: 132 bits. */
const ID_LENGTH = 22
/** Milliseconds after which a pad that could not be read is tried again. */
const TRY_AGAIN = 10_000

export class PadRoom {
  readonly workshop: string
  readonly activity: string
  readonly sheets = new Map<string, Sheet>()
  /** Writers whose pad has news for the board. */
  readonly dirty = new Set<string>()
  /** Board ids that projection itself took away: their author may bring them back. */
  readonly withdrawn = new Set<string>()
  readonly #deps: PadRoomDeps
  readonly #stale = new Set<string>()
  /** Pads that were seen within the window that stores them: hearing afterwards that they are durable is no news. */
  readonly #seen = new Set<string>()
  /** Reads under way by writer, those of an earlier gather() included. */
  readonly #reading = new Map<string, Promise<void>>()
  readonly #failed = new Map<string, number>()
  /** Board ids by writer and note, and in the order in which the notes were first seen. */
  readonly #ids = new Map<string, Map<string, string>>()
  readonly #order: string[] = []
  /** A pad that changes is another sheet. */
  readonly #fits = new WeakMap<Sheet, { noteLength: number; ids: string[] }>()
  /** A note that changes is another value. */
  readonly #whole = new WeakMap<Note, boolean>()
  #key = ''
  #listed: Promise<void> | null = null
  #isListed = false
  /** How often a sheet was replaced. */
  #news = 0
  #counted: { state: unknown[]; figures: Figures } | null = null

  constructor(workshop: string, activity: string, deps: PadRoomDeps) {
    this.workshop = workshop
    this.activity = activity
    this.#deps = deps
  }

  /** True while nothing is left to read: what pads say is known to the last word. */
  get isRead(): boolean {
    return this.#isListed && this.#stale.size + this.#reading.size + this.#failed.size === 0
  }

  /** Takes over what a pad says in the window that is being put together. */
  see({ writer, doc, notes }: PadNews): void {
    this.#keep(this.#sheetOf(writer, doc, notes()))
    this.#seen.add(writer)
    this.dirty.add(writer)
  }

  /** True, once, where the pad was seen before it was durable. */
  isTaken(writer: string): boolean {
    return this.#seen.delete(writer)
  }

  /** The pad of this writer has changed. */
  touch(writer: string): void {
    this.#seen.delete(writer)
    this.#stale.add(writer)
    this.dirty.add(writer)
  }

  /** What is known of this pad is on its way to the board; what is still to be read stays news. */
  take(writer: string): void {
    if (!this.#stale.has(writer) && !this.#reading.has(writer)) this.dirty.delete(writer)
  }

  /** Reads every pad that changed since it was last read; the first time, all of them. Rejects where they cannot be listed. */
  async gather(): Promise<void> {
    this.#listed ??= this.#list().catch((error: unknown) => {
      this.#listed = null
      throw error
    })
    await this.#listed
    const now = this.#deps.clock.now()
    for (const [writer, at] of this.#failed) if (now - at >= TRY_AGAIN) this.touch(writer)
    for (const writer of this.#stale) this.#readNext(writer)
    this.#stale.clear()
    await Promise.all(this.#reading.values())
  }

  /** Ids on the board of everything that ever lay on this pad. Call after gather(). */
  traces(writer: string): string[] {
    const { notes = [], gone = [] } = this.sheets.get(writer) ?? {}
    return [...notes.map(({ id }) => id), ...gone].map((note) => this.idOf(writer, note))
  }

  /** Visible notes of the board, and those that `waiting` counts; counted again only where board or pads have changed. */
  counted(board: readonly Note[], noteLength: number, waiting: () => number): Figures {
    const state = [board, noteLength, this.#news]
    if (this.#counted?.state.every((one, i) => one === state[i])) return this.#counted.figures
    const figures = { onBoard: board.filter(({ hidden }) => !hidden).length, waiting: waiting() }
    this.#counted = { state, figures }
    return figures
  }

  /** The id of a pad's note on the board. Call after gather(). */
  readonly idOf = (writer: string, note: string): string => {
    const own = this.#ids.get(writer) ?? new Map<string, string>()
    const known = own.get(note)
    if (known !== undefined) return known
    const name = `${this.activity}\n${writer}\n${note}`
    const id = createHmac('sha256', this.#key).update(name).digest('base64url').slice(0, ID_LENGTH)
    this.#ids.set(writer, own.set(note, id))
    this.#order.push(id)
    return id
  }

  /** How many candidates there are; of pads that stay as they are only `isFree` is asked again. */
  howMany(noteLength: number, isFree: (id: string) => boolean): number {
    let count = 0
    for (const sheet of this.sheets.values())
      for (const id of this.#fit(sheet, noteLength)) if (isFree(id)) count++
    return count
  }

  /** Notes fit to be shown whose board id passes `isFree`, in no order. */
  candidates(noteLength: number, isFree: (id: string) => boolean): Candidate[] {
    const found: Candidate[] = []
    for (const { writer, notes } of this.sheets.values()) {
      for (const note of notes.slice(0, LIMITS.notesPerPad)) {
        const id = this.idOf(writer, note.id)
        if (isShowable(note, noteLength) && isFree(id)) found.push({ writer, note, id })
      }
    }
    return found
  }

  /** Sorts candidates: the first seen first. */
  inOrder(candidates: Candidate[]): Candidate[] {
    const seen = new Map(this.#order.map((id, rank) => [id, rank]))
    return candidates.sort((a, b) => seen.get(a.id)! - seen.get(b.id)!)
  }

  /** One note as if it lay alone on its pad; a parent on the same pad goes by its board id. */
  alone({ writer, note }: Candidate): Sheet {
    const siblings = this.sheets.get(writer)?.notes ?? []
    if (!siblings.some(({ id }) => id === note.under)) return { writer, notes: [note] }
    return { writer, notes: [{ ...note, under: this.idOf(writer, note.under!) }] }
  }

  /** Board ids of the notes of a pad that are fit to be shown. */
  #fit(sheet: Sheet, noteLength: number): readonly string[] {
    const known = this.#fits.get(sheet)
    if (known?.noteLength === noteLength) return known.ids
    const ids = sheet.notes
      .slice(0, LIMITS.notesPerPad)
      .filter((note) => isShowable(note, noteLength))
      .map((note) => this.idOf(sheet.writer, note.id))
    this.#fits.set(sheet, { noteLength, ids })
    return ids
  }

  async #list(): Promise<void> {
    const { docs, keyOf } = this.#deps
    this.#key = await keyOf(this.workshop)
    for (const name of await docs.pads(this.workshop, this.activity)) {
      const ref = parseDocName(name)
      if (ref?.sort === 'pad') this.touch(ref.writer)
    }
    this.#isListed = true
  }

  #sheetOf(writer: string, doc: Y.Doc, notes: readonly Note[]): Sheet {
    const whole = (note: Note) => {
      const known = this.#whole.get(note) ?? isWhole(doc, note)
      this.#whole.set(note, known)
      return known
    }
    return { writer, notes: notes.filter(whole), gone: goneFrom(doc) }
  }

  #keep(sheet: Sheet): void {
    this.sheets.set(sheet.writer, sheet)
    this.#news++
  }

  /** Reads of one pad go one after the other, so that the newest is the last. */
  #readNext(writer: string): void {
    const before = this.#reading.get(writer) ?? Promise.resolve()
    const reading = before.then(() => this.#read(writer))
    this.#reading.set(writer, reading)
    void reading.then(() => {
      if (this.#reading.get(writer) === reading) this.#reading.delete(writer)
    })
  }

  /** A pad that cannot be read stops no other. */
  async #read(writer: string): Promise<void> {
    const { docs, clock } = this.#deps
    const name = padName(this.activity, writer)
    try {
      const [doc, notes] = await Promise.all([
        docs.peek(this.workshop, name),
        docs.notes(this.workshop, name),
      ])
      this.#keep(this.#sheetOf(writer, doc, notes))
      this.#failed.delete(writer)
    } catch {
      this.#failed.set(writer, clock.now())
    }
  }
}

/** readNotes() clips a text that is over every limit; such a note is as good as over its activity's own. */
function isWhole(doc: Y.Doc, { id }: Note): boolean {
  const text = noteMap(doc, id)?.get('text')
  return text instanceof Y.Text && text.length <= LIMITS.note
}

/** Ids that once lay on the pad and were taken away; yjs keeps the keys of a map. */
function goneFrom(doc: Y.Doc): string[] {
  const gone: string[] = []
  for (const [id, item] of notesOf(doc)._map) if (item.deleted) gone.push(id)
  return gone
}
