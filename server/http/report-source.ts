// The report of a workshop, read from its durable documents at that moment. Called by the routes of exports and shares.
import { boardName } from '../../shared/ids.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Report, TourPlace } from '../../shared/report/model.ts'
import type { VoterNames } from '../../shared/report/named.ts'
import { keptBack, quotingOf, withhold } from '../../shared/report/quoting.ts'
import { makeReport } from '../../shared/report/report.ts'
import { reportWords } from '../../shared/report/words.ts'
import { standsFor } from '../../shared/session/merging.ts'
import { sourcesOf } from '../../shared/session/sources.ts'
import { isCancelled, type Round, type Session } from '../../shared/session/state.ts'
import type { LiveSession } from '../live/session.ts'
import type { WorkshopRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'

export interface Asked {
  names: boolean
  ballots: boolean
  /** For others than the desk: polls that are not published and cards that are not to be quoted stay out. */
  published: boolean
}

type SourceDeps = Pick<RouteDeps, 'store' | 'docs' | 'authors'>

/** What the report says now; `revision` is that of the session it was read at. */
export async function reportOf(deps: SourceDeps, session: LiveSession, asked: Asked): Promise<Report> {
  const { row, people } = session.place
  const { id, code, title, language, place, date, createdAt, programme } = row
  const played = programme.activities.filter((one) => row.session.played[one.id])
  const boards: Record<string, Note[]> = {}
  for (const activity of [...played.map((entry) => entry.id), 'parking', 'decisions'])
    boards[activity] = await deps.docs.notes(id, boardName(activity))
  const summary = await deps.store.remains.summary(id)
  const participants = [...people.values()].filter((seat) => seat.role === 'participant')
  return makeReport({
    workshop: {
      id,
      code,
      title,
      language,
      createdAt,
      ...(place ? { place } : {}),
      ...(date ? { date } : {}),
    },
    programme,
    ...(asked.published ? toldOutside(row, boards) : { session: row.session, notes: boards }),
    people: { seats: participants.length },
    ...(await tourPart(deps, id)),
    ...(summary === '' ? {} : { summary }),
    language,
    ...(await authorsPart(deps, session, Object.keys(boards), asked)),
    ...(asked.names ? { voters: votersOf(session) } : {}),
    ...(asked.ballots ? { ballots: await bareBallots(deps, session) } : {}),
  })
}

/** The tour's title and the number of the stop in it, as its page counts them. */
async function tourPart({ store }: SourceDeps, workshop: string): Promise<{ tour?: TourPlace }> {
  const place = await store.tours.stopOf(workshop)
  const row = place && (await store.tours.get(place.tour))
  const own = row?.stops.find(({ id }) => id === place?.stop)
  if (!row || !own) return {}
  const towns = row.stops.filter((stop) => !stop.assembly)
  return {
    tour: {
      title: row.plan.title,
      stop: own.assembly ? 'assembly' : towns.indexOf(own) + 1,
      of: towns.length,
    },
  }
}

/** Names of voters by seat, of members by id: as far as they are known now. */
function votersOf({ place: { people, members, row, names } }: LiveSession): VoterNames {
  const seats = [...people.keys(), ...Object.keys(row.session.merged ?? {})].flatMap((seat) => {
    const name = names.voterName(seat)
    return name ? [[seat, name] as const] : []
  })
  const known = members.flatMap(({ id, name }) => (name ? [[id, name] as const] : []))
  return { seats: Object.fromEntries(seats), members: Object.fromEntries(known) }
}

/** Through what notes came in, and where asked for first names, by note id, as far as authorship still exists. */
async function authorsPart(deps: SourceDeps, { place }: LiveSession, activities: string[], { names }: Asked) {
  const through = sourcesOf(place.people.values())
  const shared = [...through.values()].some((source) => source !== 'phone')
  if (!names && !shared) return {}
  const authors: Record<string, string> = {}
  for (const activity of activities) Object.assign(authors, await deps.authors(place.id, activity))
  const notes = Object.entries(authors).map(
    ([note, writer]) => [note, standsFor(place.row.session, writer)] as const,
  )
  const known = notes.flatMap(([note, seat]) => {
    const name = place.people.get(seat)?.name
    return name === undefined ? [] : [[note, name] as const]
  })
  const sources = notes.flatMap(([note, seat]) => {
    const source = through.get(seat) ?? 'phone'
    return source === 'phone' ? [] : [[note, source] as const]
  })
  return {
    ...(names ? { names: Object.fromEntries(known) } : {}),
    ...(sources.length > 0 ? { sources: Object.fromEntries(sources) } : {}),
  }
}

/** The bare ballots of every sealed poll, by poll. */
async function bareBallots({ store }: SourceDeps, session: LiveSession): Promise<Record<string, unknown[]>> {
  const { id, session: state } = session.place.row
  const sealed = Object.values(state.rounds)
    .flat()
    .filter((round) => round.state === 'closed')
  const lists = sealed.map(async (round) => [round.id, await store.ballots.all(id, round.id)] as const)
  return Object.fromEntries(await Promise.all(lists))
}

/** For others than the desk: without the cards that are not to be quoted, nor their words on a paper they came onto before. */
function toldOutside({ session, language }: WorkshopRow, boards: Record<string, Note[]>) {
  const texts = keptBack(Object.values(boards).flat(), (quoting) => quoting !== 'no')
  const { rounds, ...rest } = publishedOnly(session)
  const notes = Object.entries(boards).map(
    ([activity, all]) => [activity, all.filter((note) => quotingOf(note) !== 'no')] as const,
  )
  return {
    session: { ...rest, rounds: withhold(rounds, texts, reportWords(language)('withheld')) },
    notes: Object.fromEntries(notes),
  }
}

/** What the room has been told: published results, and that a vote was withdrawn, without its figures. */
function publishedOnly(session: Session): Session {
  const rounds = Object.entries(session.rounds).map(
    ([activity, list]) =>
      [
        activity,
        list.flatMap((round) => (isCancelled(round) ? withoutResult(round) : round.published ? round : [])),
      ] as const,
  )
  return { ...session, rounds: Object.fromEntries(rounds) }
}

function withoutResult({ result: _, named: __, ...round }: Round): Round {
  return round
}
