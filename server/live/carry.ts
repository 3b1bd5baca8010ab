// What earlier activities of a workshop have left for one of its activities: notes, options of a vote, drivers, worlds.
// Called by context.ts for papers and by effects.ts for boards. Only what the room has seen is carried.
import type { Carried, CarriedNote } from '../../shared/activities/activity.ts'
import { notesOf, paperOptions } from '../../shared/activities/voting-settings.ts'
import type { Note } from '../../shared/board/note.ts'
import { boardName } from '../../shared/ids.ts'
import type { Offer, Offered } from '../../shared/offer.ts'
import { quotingOf } from '../../shared/report/quoting.ts'
import { collects, sourcesOf, type Running } from '../../shared/session/running.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

type Documents = Pick<DocsPort, 'notes'>

/**
 * Notes come from the activities that `from` names, else from this one where it collects notes itself, else from the
 * nearest earlier one that has some; drivers and worlds from the one that its settings name, else the nearest with any.
 */
export async function carriedInto(activity: string, place: Place, docs: Documents): Promise<Carried> {
  const it = place.running(activity)
  const source = await sourcesFor(activity, place, docs)
  const nearest = (part: keyof Carried, setting: string) => source(part, setting)?.[part] ?? []
  const named = it?.entry.settings['from'] !== undefined
  const own = it && collects(it) && !named ? await visible(activity, place, docs) : []
  return {
    notes: own.length > 0 ? own : nearest('notes', 'from'),
    drivers: nearest('drivers', 'drivers'),
    worlds: nearest('worlds', 'worlds'),
  }
}

/** Of carried notes those that are picked, and what lies under them. */
export function pickedOf(notes: readonly CarriedNote[], picks: readonly string[]): CarriedNote[] {
  const wanted = new Set(picks)
  const byId = new Map(notes.map((note) => [note.id, note]))
  return notes.filter((note) => {
    const seen = new Set<string>()
    for (let at: CarriedNote | undefined = note; at && !seen.has(at.id); at = byId.get(at.under ?? '')) {
      if (wanted.has(at.id)) return true
      seen.add(at.id)
    }
    return false
  })
}

/** What the desk may pick from for the activity in play; nothing in the lobby. */
export async function offerOf(place: Place, docs: Documents): Promise<Offer> {
  const { at, picks } = place.row.session
  if (!at) return { notes: [] }
  const picked = picks?.[at.activity]
  return { notes: await offeredTo(at.activity, place, docs), ...(picked ? { picked } : {}) }
}

/**
 * What the desk may pick from for an activity, those first that a matrix proposes: for a vote the notes that it would be
 * about, for axes the drivers of the matrix, else the notes of the nearest activity that has some.
 */
async function offeredTo(activity: string, place: Place, docs: Documents): Promise<Offered[]> {
  const it = place.running(activity)
  const { notes, drivers } = await carriedInto(activity, place, docs)
  const source = await sourcesFor(activity, place, docs)
  const rank = new Map(drivers.map(({ id }, i) => [id, i]))
  const pool = () => (source('drivers', 'drivers') ?? source('notes', 'drivers'))?.notes ?? []
  const some = it?.activity.poll ? notes : pool()
  return paperOptions(some, {})
    .map(({ id, label, from }): Offered => ({
      ...{ id, label },
      ...(from === undefined ? {} : { from }),
      ...(rank.has(id) ? { proposed: true } : {}),
    }))
    .toSorted((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size))
}

type Source = (part: keyof Carried, setting: string) => Carried | undefined

/** What the activities that a setting names have left, or the nearest earlier one with something of that sort. */
async function sourcesFor(activity: string, place: Place, docs: Documents): Promise<Source> {
  const { programme, session } = place.row
  const left = new Map<string, Carried>()
  for (const { id } of programme.activities) {
    const other = session.played[id] && id !== activity ? place.running(id) : null
    if (other) left.set(id, await legacyOf(other, place, docs))
  }
  return (part, setting) => {
    const some = (id: string) => (left.get(id)?.[part].length ?? 0) > 0
    const sources = sourcesOf(programme, activity, some, setting).flatMap((id) => left.get(id) ?? [])
    return sources.length > 0 ? together(sources) : undefined
  }
}

/** What several activities have left, as one: an id that two of them use stays with the first. */
function together(sources: readonly Carried[]): Carried {
  const parts = ['notes', 'drivers', 'worlds'] as const
  const told = parts.map((part) => {
    const taken = new Set<string>()
    return [part, sources.flatMap((source) => apart(source[part], taken))]
  })
  return Object.fromEntries(told) as Carried
}

/** The notes under ids that are not taken yet; what lies under a renamed note follows it. */
function apart(notes: readonly CarriedNote[], taken: Set<string>): CarriedNote[] {
  const names = new Map(notes.map(({ id }) => [id, free(id, taken)]))
  return notes.map((note) => ({
    ...note,
    id: names.get(note.id)!,
    ...(note.under === undefined ? {} : { under: names.get(note.under) ?? note.under }),
  }))
}

function free(id: string, taken: Set<string>): string {
  let name = id
  for (let nth = 2; taken.has(name); nth++) name = `${id.slice(0, 60)}-${nth}`
  taken.add(name)
  return name
}

/** A card that is not to be quoted is no proposal either: what is voted on is told in every report. */
async function visible(activity: string, place: Place, docs: Documents): Promise<Note[]> {
  return (await docs.notes(place.id, boardName(activity))).filter(
    (note) => !note.hidden && quotingOf(note) !== 'no',
  )
}

/** What one activity hands on: what it says itself, else its notes, else the options of its published vote. */
async function legacyOf(it: Running, place: Place, docs: Documents): Promise<Carried> {
  const { id } = it.entry
  const notes = await visible(id, place, docs)
  const last = (place.row.session.rounds[id] ?? []).findLast(
    (one) => one.published && one.result !== undefined,
  )
  const round = last && { paper: last.paper, result: last.result }
  const t = place.words(it)
  const given = it.activity.legacy?.({ settings: it.settings, notes, t, ...(round ? { round } : {}) }) ?? {}
  const usual = notes.length > 0 ? notes : notesOf(round?.paper.options ?? [])
  const tell = (some: readonly CarriedNote[] = []) => some.map((note) => ({ from: id, ...note }))
  return { notes: tell(given.notes ?? usual), drivers: tell(given.drivers), worlds: tell(given.worlds) }
}
