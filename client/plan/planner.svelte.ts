// The plan page's own state: the document, what of it is played, which activity is chosen, and the ways to change it.
// Made by Room.svelte, found by every part of the page with usePlanner().
import { createContext } from 'svelte'
import { activityOf } from '../../shared/activities/index.ts'
import { usualMinutes } from '../../shared/activities/uses.ts'
import { settle, settingsFit, type DraftEntry } from '../../shared/plan/draft.ts'
import { addEntry, moveEntry, removeEntry, writePlan } from '../../shared/plan/edit.ts'
import type { FaceKeys } from '../../shared/i18n/keys.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { ActivityEntry, Programme } from '../../shared/programme.ts'
import { newId } from '../lib/id.ts'
import type { I18n } from '../lib/i18n.svelte.ts'
import type { Live } from '../lib/live.svelte.ts'
import type { Kept } from '../lib/seat.ts'
import type { Toasts } from '../ui/toasts.svelte.ts'
import { PlanDoc } from './plan-doc.svelte.ts'
import { timesOf } from './times.ts'

export interface PlanRow {
  entry: DraftEntry
  minutes: number
  /** Minutes from the start. */
  from: number
  /** It has been opened in the room: only its private parts change. */
  played: boolean
  /** What keeps it from the room as it stands. */
  problem: 'title' | 'settings' | null
}

const EMPTY: Programme = { v: 1, title: '', activities: [] }

export class Planner {
  readonly live: Live
  readonly i18n: I18n
  readonly toasts: Toasts
  readonly kept: Kept
  readonly doc: PlanDoc
  chosen: string | null = $state(null)
  /** What is being dragged: an exercise of the gallery, or a row. */
  dragged: { kind: string } | { id: string } | null = $state.raw(null)

  rows: PlanRow[] = $derived.by(() => {
    const { activities } = this.doc.draft
    const played = this.live.snapshot?.progress ?? {}
    const minutes = activities.map((entry) => minutesOf(entry))
    return activities.map((entry, i) => ({
      entry,
      ...timesOf(minutes).rows[i]!,
      played: played[entry.id] !== undefined,
      problem: problemOf(entry),
    }))
  })
  total = $derived(this.rows.reduce((sum, { minutes }) => sum + minutes, 0))
  row = $derived(this.rows.find(({ entry }) => entry.id === this.chosen) ?? null)

  constructor(parts: { kept: Kept; live: Live; i18n: I18n; toasts: Toasts }) {
    this.kept = parts.kept
    this.live = parts.live
    this.i18n = parts.i18n
    this.toasts = parts.toasts
    this.doc = new PlanDoc(parts.kept.workshop.code, parts.kept.token)
  }

  get t(): Translate<FaceKeys['desk']> {
    return this.i18n.t
  }
  get full(): boolean {
    return this.rows.length >= LIMITS.activities
  }
  /** The programme as it would be played now. */
  get programme(): Programme {
    return settle(this.doc.draft, this.live.snapshot?.programme ?? EMPTY)
  }

  /** Puts an exercise into the order: at that place, else after the chosen one. */
  add(kind: string, at = this.#afterChosen()): void {
    const title = this.i18n.of(kind)('name').slice(0, LIMITS.title)
    this.#insert({ id: newId(), kind, title, settings: {} }, at)
  }

  duplicate(id: string): void {
    const at = this.rows.findIndex(({ entry }) => entry.id === id)
    const entry = this.programme.activities.find((one) => one.id === id)
    if (entry) this.#insert({ ...entry, id: newId() }, at + 1)
  }

  move(id: string, to: number): void {
    const at = this.rows.findIndex(({ entry }) => entry.id === id)
    if (to < 0 || to >= this.rows.length || to === at) return
    this.doc.change((doc) => moveEntry(doc, id, to))
    this.toasts.show(this.t('prep.moved', { n: to + 1 }))
  }

  remove(id: string): void {
    const at = this.rows.findIndex(({ entry }) => entry.id === id)
    const row = this.rows[at]
    if (!row || row.played) return
    const entry = this.programme.activities.find((one) => one.id === id)
    this.doc.change((doc) => removeEntry(doc, id))
    const next = this.rows[at] ?? this.rows.at(-1)
    this.chosen = next?.entry.id ?? null
    const undo = { label: this.t('undo'), run: () => this.#putBack(id, entry, at) }
    this.toasts.show(this.t('agenda.removed', { title: row.entry.title }), undo)
  }

  /** Another programme in the place of this one; what has been played is brought back by the server. */
  replace(programme: Programme): void {
    const title = this.doc.draft.title || programme.title
    this.doc.change((doc) => writePlan(doc, { ...programme, title }))
    this.chosen = null
    this.toasts.show(this.t('prep.replaced'), { label: this.t('undo'), run: () => this.doc.undo() })
  }

  /** Drops what is dragged before the row at that place. */
  drop(at: number): void {
    const { dragged } = this
    this.dragged = null
    if (!dragged) return
    if ('kind' in dragged) return this.add(dragged.kind, at)
    const from = this.rows.findIndex(({ entry }) => entry.id === dragged.id)
    this.move(dragged.id, at > from ? at - 1 : at)
  }

  /** What was taken out lies in its place again, whatever has been done since; one that came back by itself stays as it is. */
  #putBack(id: string, entry: ActivityEntry | undefined, at: number): void {
    if (this.rows.some((row) => row.entry.id === id)) return
    if (!entry) return this.doc.undo()
    this.#insert(entry, Math.min(at, this.rows.length))
  }

  #insert(entry: ActivityEntry, at: number): void {
    if (this.full) return this.toasts.show(this.t('prep.full', { most: LIMITS.activities }))
    this.doc.change((doc) => addEntry(doc, entry, at))
    this.chosen = entry.id
  }

  #afterChosen(): number {
    const at = this.rows.findIndex(({ entry }) => entry.id === this.chosen)
    return at === -1 ? this.rows.length : at + 1
  }
}

function minutesOf({ kind, minutes, settings }: DraftEntry): number {
  const activity = activityOf(kind)
  return minutes ?? (activity ? usualMinutes(activity, settings) : 0)
}

function problemOf({ kind, title, settings }: DraftEntry): PlanRow['problem'] {
  if (title.trim() === '') return 'title'
  return settingsFit(kind, settings) ? null : 'settings'
}

export const [usePlanner, setPlanner] = createContext<Planner>()
