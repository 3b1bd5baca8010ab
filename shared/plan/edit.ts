// Writing the plan: each change touches only what it changes, so that several hands merge. Call inside a transaction.
// Called by the plan page and by server/live/plan.ts.
import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { spliceText } from '../board/note.ts'
import type { ActivityEntry, Programme } from '../programme.ts'
import { activitiesOf, planOf, readDraft, TEXTS, type TextPart } from './draft.ts'

/** Makes the document say this programme; what it says already is not touched. */
export function writePlan(doc: Y.Doc, programme: Programme): void {
  const activities = begin(doc)
  setPlanText(doc, programme.title)
  setStart(doc, programme.start ?? '')
  const wanted = programme.activities.map(({ id }) => id)
  for (const id of [...activities.keys()]) if (!wanted.includes(id)) activities.delete(id)
  for (const entry of programme.activities) writeEntry(doc, entry)
  const now = readDraft(doc).activities.map(({ id }) => id)
  if (now.join() !== wanted.join()) reorder(doc, wanted)
}

/** Makes one activity of the document say this; a new one comes last. */
export function writeEntry(doc: Y.Doc, entry: ActivityEntry): void {
  const activities = begin(doc)
  const found = activities.get(entry.id)
  const map: Y.Map<unknown> = found instanceof Y.Map ? found : create(doc, entry)
  if (map.get('kind') !== entry.kind) map.set('kind', entry.kind)
  for (const part of TEXTS) setText(doc, entry.id, part, entry[part] ?? '')
  setMinutes(doc, entry.id, entry.minutes)
  setSettings(doc, entry.id, entry.settings)
}

/** Puts an activity before the one that is `at` that place of the order. */
export function addEntry(doc: Y.Doc, entry: ActivityEntry, at: number): void {
  writeEntry(doc, entry)
  moveEntry(doc, entry.id, at)
}

export function removeEntry(doc: Y.Doc, id: string): void {
  activitiesOf(doc)?.delete(id)
}

/** Moves an activity so that it is number `at` (from 0) of the order. */
export function moveEntry(doc: Y.Doc, id: string, at: number): void {
  const others = readDraft(doc).activities.filter((entry) => entry.id !== id)
  const place = Math.max(0, Math.min(at, others.length))
  const before = others[place - 1]?.order || null
  const after = others[place]?.order || null
  const key = keysBetween(before, after, 1)?.[0]
  if (key !== undefined) return void mapOf(doc, id)?.set('order', key)
  reorder(doc, others.map((entry) => entry.id).toSpliced(place, 0, id))
}

export function setPlanText(doc: Y.Doc, title: string): void {
  const plan = planOf(doc)
  const now = plan.get('title')
  if (now instanceof Y.Text) spliceText(now, title)
  else plan.set('title', new Y.Text(title))
}

/** Time of day as `18:30`; empty takes it away. */
export function setStart(doc: Y.Doc, start: string): void {
  const plan = planOf(doc)
  if ((plan.get('start') ?? '') === start) return
  if (start === '') plan.delete('start')
  else plan.set('start', start)
}

export function setText(doc: Y.Doc, id: string, part: TextPart, text: string): void {
  const map = mapOf(doc, id)
  const now = map?.get(part)
  if (now instanceof Y.Text) return spliceText(now, text)
  if (text !== '') map?.set(part, new Y.Text(text))
}

export function setMinutes(doc: Y.Doc, id: string, minutes: number | undefined): void {
  const map = mapOf(doc, id)
  if (!map || map.get('minutes') === minutes) return
  if (minutes === undefined) map.delete('minutes')
  else map.set('minutes', minutes)
}

/** Each setting is a value of its own: two people who change different ones both keep theirs. */
export function setSettings(doc: Y.Doc, id: string, settings: Record<string, unknown>): void {
  const map = mapOf(doc, id)
  const own = map?.get('settings')
  if (!(own instanceof Y.Map)) return void map?.set('settings', shared(settings))
  const now = own.toJSON() as Record<string, unknown>
  for (const key of Object.keys(now)) if (settings[key] === undefined) own.delete(key)
  for (const [key, value] of Object.entries(settings))
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key])) own.set(key, shared(value))
}

function begin(doc: Y.Doc): Y.Map<unknown> {
  const found = activitiesOf(doc)
  if (found) return found
  const made = new Y.Map<unknown>()
  planOf(doc).set('activities', made)
  doc.getMap('meta').set('v', 1)
  return made
}

function create(doc: Y.Doc, { id, kind }: ActivityEntry): Y.Map<unknown> {
  const last = readDraft(doc).activities.at(-1)?.order || null
  const map = new Y.Map<unknown>()
  map.set('kind', kind)
  map.set('order', keysBetween(last, null, 1)?.[0] ?? 'zz')
  for (const part of TEXTS) map.set(part, new Y.Text())
  map.set('settings', new Y.Map())
  begin(doc).set(id, map)
  return map
}

function mapOf(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const found = activitiesOf(doc)?.get(id)
  return found instanceof Y.Map ? found : null
}

/** Fresh keys for all, where the old ones leave no room between them. */
function reorder(doc: Y.Doc, ids: string[]): void {
  const keys = generateNKeysBetween(null, null, ids.length)
  ids.forEach((id, i) => {
    const map = mapOf(doc, id)
    if (map && map.get('order') !== keys[i]) map.set('order', keys[i])
  })
}

/** Undefined where the two are not in order, as after two hands put something at the same place. */
function keysBetween(before: string | null, after: string | null, n: number): string[] | undefined {
  try {
    return generateNKeysBetween(before, after, n)
  } catch {
    return undefined
  }
}

/** Lists and objects as shared types: the document holds nothing else beside plain values. */
function shared(value: unknown): unknown {
  if (Array.isArray(value)) return Y.Array.from(value.map(shared) as string[])
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return new Y.Map(entries.map(([key, part]) => [key, shared(part)]))
}
