// What is told of a tour: all of it to the holders of its key, the parts that are shown to everybody with its link.
// Called by the routes of tours.
import { keptBack, withhold } from '../../shared/report/quoting.ts'
import { reportWords } from '../../shared/report/words.ts'
import type { Outcome } from '../../shared/tour/model.ts'
import { suggestGroups } from '../tour/similar.ts'
import type { Synthesis, ThemeLine } from '../../shared/tour/synthesis.ts'
import type { TourRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'
import { DESK_SEAT } from './links.ts'
import type { Told } from './syntheses.ts'

/** For the holders of the key: everything, with the links of every stop. */
export async function wholeTour(deps: RouteDeps, row: TourRow) {
  const stops = row.stops.map(async (stop) => {
    const workshop = stop.workshop && (await deps.store.workshops.get(stop.workshop.id))
    if (!workshop) return stop
    const desk = deps.links.desk(workshop, deps.links.token(workshop, DESK_SEAT))
    return { ...stop, links: { desk, wall: deps.links.wall(workshop), join: deps.links.join(workshop) } }
  })
  const { id, rev, plan } = row
  return { v: 1, id, rev, plan, stops: await Promise.all(stops), links: { public: deps.links.tour(row) } }
}

/** For the read-only link: no programme, no link of a workshop, and only the parts that are shown. */
export function publicTour({ id, plan, stops }: TourRow) {
  const { title, about, language, dates, shown } = plan
  const facts = stops.map(({ workshop: _workshop, version: _version, ...stop }) => stop)
  return {
    v: 1,
    id,
    plan: { title, about, language, dates, shown },
    stops: shown.includes('stops') ? facts : [],
  }
}

/** What readers of the link are shown. What was told for members only is counted, and its words stand nowhere. */
export function publicPart({ synthesis, outcomes }: Told, { plan }: TourRow): Synthesis {
  const { shown, language } = plan
  const notes = Object.values(outcomes).flatMap(({ activities }) => activities.flatMap((one) => one.notes))
  const inside = keptBack(notes, (quoting) => quoting === 'public')
  const tell = <T>(part: T): T => withhold(part, inside, reportWords(language)('withheld'))
  return {
    ...synthesis,
    stops: shown.includes('stops') ? synthesis.stops.map(({ workshop: _workshop, ...stop }) => stop) : [],
    themes: shown.includes('themes') ? tell(synthesis.themes.map(toldInPublic)) : [],
    exercises: shown.includes('results') ? tell(synthesis.exercises) : [],
    roti: shown.includes('results') ? synthesis.roti : null,
    motions: shown.includes('motions') ? tell(synthesis.motions) : [],
  }
}

/** Its notes are counted, and those that are for members only are not told. */
function toldInPublic(theme: ThemeLine): ThemeLine {
  return { ...theme, notes: theme.notes.filter(({ inside }) => !inside) }
}

export function suggestionsOf({ plan, stops }: TourRow, outcomes: Record<string, Outcome>) {
  const sorted = new Set(plan.themes.flatMap(({ notes }) => notes.map(({ stop, note }) => `${stop}/${note}`)))
  const notes = stops.flatMap(({ id: stop }) =>
    (outcomes[stop]?.activities ?? []).flatMap((activity) =>
      activity.notes.map(({ id: note, text, tone }) => ({ stop, activity: activity.id, note, text, tone })),
    ),
  )
  const free = notes.filter(({ stop, note }) => !sorted.has(`${stop}/${note}`))
  const byKey = new Map(free.map((one) => [`${one.stop}/${one.activity}/${one.note}`, one]))
  const texts = [...byKey].map(([key, { stop, text }]) => ({
    key,
    text,
    language: outcomes[stop]!.workshop.language,
  }))
  const groups = suggestGroups(texts)
  const grouped = new Set(groups.flatMap((group) => group.notes))
  return {
    groups: groups.map(({ words, notes: keys }) => ({ words, notes: keys.map((key) => byKey.get(key)!) })),
    alone: [...byKey].flatMap(([key, note]) => (grouped.has(key) ? [] : [note])),
  }
}
