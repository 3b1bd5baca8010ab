// Pads to their board: what changed, in the board's own window, in one transaction. Called by the house (hooks.onPad)
// and by sessions (reveal, approval, counts). The only way from a pad to other people's eyes.
import type * as Y from 'yjs'
import { notesOf, wasRemoved, type Note } from '../../shared/board/note.ts'
import { applyEdits, mirror, project, type Edit, type Sheet } from '../../shared/board/project.ts'
import { boardName } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { isGroupId } from '../../shared/session/groups.ts'
import type { Docs, PadNews, Projection, Rules } from './ports.ts'
import { NoteCache } from './note-cache.ts'
import type { Candidate, PadRoom, PadRoomDeps } from './pad-room.ts'
import { PadRooms } from './pad-rooms.ts'
import { scatter } from './scatter.ts'

export interface ProjectionDeps extends PadRoomDeps {
  docs: Pick<Docs, 'notes' | 'peek' | 'glance' | 'pads' | 'edit' | 'settle'>
  /** null while there is nothing to project. */
  rules(workshop: string): Rules | null
}

type Mode = 'live' | 'moderated'

/** Milliseconds between two looks at what waits for its step, or for a store that failed. */
const LOOK_EVERY = 250

export function createProjection(deps: ProjectionDeps): Projection {
  return new Projector(deps)
}

class Projector implements Projection {
  readonly #deps: ProjectionDeps
  readonly #rooms: PadRooms
  readonly #busy = new Set<PadRoom>()
  readonly #boards = new WeakMap<Y.Doc, NoteCache>()
  #cancelLook: (() => void) | null = null

  constructor(deps: ProjectionDeps) {
    this.#deps = deps
    this.#rooms = new PadRooms(deps)
  }

  markDirty(workshop: string, activity: string, writer: string, erased = false): void {
    const room = this.#rooms.of(workshop, activity)
    if (!erased && room.isTaken(writer)) return
    room.touch(writer)
    this.#start(room)
  }

  written(workshop: string, pads: PadNews[]): void {
    const rooms = new Set<PadRoom>()
    for (const pad of pads) {
      const room = this.#rooms.of(workshop, pad.activity)
      if (!room.isRead) continue
      room.see(pad)
      rooms.add(room)
    }
    for (const room of rooms) this.#start(room)
  }

  async projectNow(workshop: string, activity: string): Promise<void> {
    const room = this.#rooms.of(workshop, activity)
    await this.#deps.docs.settle(workshop)
    await room.gather()
    await this.#write(room, [...room.sheets.keys()], () => 'live')
  }

  async approve(workshop: string, activity: string, note: string): Promise<boolean> {
    const room = this.#rooms.of(workshop, activity)
    await room.gather()
    const edits = await this.#edit(room, (board) => {
      const found = this.#waiting(room, board).find(({ id }) => id === note)
      return found ? this.#project(room, board, [room.alone(found)], 'live') : []
    })
    return edits.length > 0
  }

  async queue(workshop: string, activity: string): Promise<Note[]> {
    const [room, board] = await this.#look(workshop, activity)
    return room.inOrder(this.#waiting(room, board)).map(({ note, id }) => ({ ...note, id }))
  }

  async counts(workshop: string, activity: string): Promise<{ onBoard: number; waiting: number }> {
    const room = await this.#gathered(workshop, activity)
    const board = await this.#deps.docs.glance(workshop, boardName(activity))
    const [notes, length] = [this.#cache(board).all(), this.#noteLength(room)]
    return room.counted(notes, length, () => room.howMany(length, this.#freeOn(room, board)))
  }

  async authors(workshop: string, activity: string): Promise<Record<string, string>> {
    const [room, board] = await this.#look(workshop, activity)
    const all = [...room.sheets.keys()].flatMap((writer) => room.traces(writer).map((id) => [id, writer]))
    return Object.fromEntries(all.filter(([id]) => notesOf(board).has(id!))) as Record<string, string>
  }

  async traces(workshop: string, activity: string, writer: string): Promise<string[]> {
    return (await this.#look(workshop, activity))[0].traces(writer)
  }

  forget(workshop: string, activity?: string): void {
    this.#rooms.forget(workshop, activity)
  }

  stop(): void {
    this.#rooms.stop()
    this.#cancelLook?.()
  }

  /** What the step lets through now; null where nobody looks at pads. */
  #mode({ workshop, activity }: PadRoom): Mode | null {
    const rules = this.#deps.rules(workshop)
    if (rules?.activity !== activity) return null
    return rules.mode === 'live' || rules.mode === 'moderated' ? rules.mode : null
  }

  #noteLength({ workshop, activity }: PadRoom): number {
    const rules = this.#deps.rules(workshop)
    return rules?.activity === activity ? rules.noteLength : LIMITS.note
  }

  /** One run at a time; what changes meanwhile is in the next, so the board's own window sets the pace. */
  #start(room: PadRoom): void {
    if (this.#busy.has(room) || room.dirty.size === 0) return
    if (!this.#mode(room)) return this.#lookLater()
    this.#busy.add(room)
    this.#run(room).then(
      () => this.#ran(room),
      () => this.#failed(room),
    )
  }

  /** Without a wait where everything is known already: the board is then edited in the window that is being put together. */
  async #run(room: PadRoom): Promise<void> {
    if (!room.isRead) await room.gather()
    await this.#write(room, [...room.dirty], () => this.#mode(room))
  }

  #ran(room: PadRoom): void {
    this.#busy.delete(room)
    this.#start(room)
  }

  /** The documents have said why; what was to be shown waits. */
  #failed(room: PadRoom): void {
    this.#busy.delete(room)
    this.#lookLater()
  }

  /** Steps change without telling: what waits is looked at again. */
  #lookLater(): void {
    this.#cancelLook ??= this.#deps.clock.after(LOOK_EVERY, () => {
      this.#cancelLook = null
      for (const room of this.#rooms.all()) this.#start(room)
    })
  }

  /** Brings the board up to date with these pads, unless `modeNow` says at the moment of writing that nobody looks. */
  async #write(room: PadRoom, writers: string[], modeNow: () => Mode | null): Promise<void> {
    for (const writer of writers) room.take(writer)
    const putBack = () => writers.forEach((writer) => room.dirty.add(writer))
    try {
      await this.#edit(room, (board) => {
        const mode = modeNow()
        if (!mode) putBack()
        const sheets = writers.map((writer) => room.sheets.get(writer)).filter((sheet) => sheet !== undefined)
        return mode ? this.#project(room, board, sheets, mode) : []
      })
      await this.#mirror(room, writers.filter(isGroupId))
    } catch (error) {
      // Some of it may have been seen before it was durable: it is read again.
      for (const writer of writers) room.touch(writer)
      throw error
    }
  }

  /** One transaction of the board. What it took away is remembered only once that is durable. */
  async #edit(room: PadRoom, editsFor: (board: Y.Doc) => Edit[]): Promise<Edit[]> {
    const edits = await this.#deps.docs.edit(room.workshop, boardName(room.activity), (board) => {
      const edits = editsFor(board)
      applyEdits(board, edits)
      return edits
    })
    for (const edit of edits) {
      if (edit.do === 'remove') room.withdrawn.add(edit.id)
      if (edit.do === 'add') room.withdrawn.delete(edit.note.id)
    }
    return edits
  }

  /** What these groups wrote and everybody may see, on a board of each (S59). */
  async #mirror({ workshop, activity, sheets, idOf }: PadRoom, groups: string[]): Promise<void> {
    if (groups.length === 0) return
    const { docs } = this.#deps
    const plenary = this.#cache(await docs.peek(workshop, boardName(activity))).all()
    const shown = plenary.filter(({ hidden }) => !hidden)
    for (const group of groups) {
      const own = new Set(sheets.get(group)?.notes.map(({ id }) => idOf(group, id)))
      const wanted = shown.filter(({ id }) => own.has(id))
      await docs.edit(workshop, boardName(activity, group), (board) => mirror(board, wanted))
    }
  }

  #project(room: PadRoom, board: Y.Doc, pads: Sheet[], mode: Mode): Edit[] {
    return project({
      pads,
      board: this.#cache(board).all(),
      byId: this.#cache(board).byId(),
      removed: (id) => this.#isRemoved(room, board, id),
      idOf: room.idOf,
      nameOf: this.#deps.rules(room.workshop)?.nameOf,
      most: LIMITS.notesPerBoard,
      noteLength: this.#noteLength(room),
      mode,
      place: scatter,
    })
  }

  #isRemoved(room: PadRoom, board: Y.Doc, id: string): boolean {
    return wasRemoved(board, id) && !room.withdrawn.has(id)
  }

  #waiting(room: PadRoom, board: Y.Doc): Candidate[] {
    return room.candidates(this.#noteLength(room), this.#freeOn(room, board))
  }

  /** True for ids that neither lie on the board nor were taken away from it. */
  #freeOn(room: PadRoom, board: Y.Doc): (id: string) => boolean {
    return (id) => !notesOf(board).has(id) && !this.#isRemoved(room, board, id)
  }

  async #look(workshop: string, activity: string): Promise<[PadRoom, Y.Doc]> {
    // Pads are seen a moment before they are durable; what is told of them is not.
    await this.#deps.docs.settle(workshop)
    const room = await this.#gathered(workshop, activity)
    return [room, await this.#deps.docs.peek(workshop, boardName(activity))]
  }

  async #gathered(workshop: string, activity: string): Promise<PadRoom> {
    const room = this.#rooms.of(workshop, activity)
    if (!room.isRead) await room.gather()
    // Its step may let through now what was waiting.
    this.#start(room)
    return room
  }

  #cache(board: Y.Doc): NoteCache {
    const cache = this.#boards.get(board) ?? new NoteCache(board)
    this.#boards.set(board, cache)
    return cache
  }
}
