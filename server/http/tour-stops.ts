// The stops of a tour: opened as workshops of their own, or brought in from elsewhere. Called by the routes of tours and of workshops.
import type { Request } from 'express'
import * as z from 'zod'
import { LIMITS } from '../../shared/limits.ts'
import type { Programme } from '../../shared/programme.ts'
import type { Stop } from '../../shared/tour/model.ts'
import type { stopOrder } from '../../shared/tour/schema.ts'
import type { Language } from '../../shared/wire.ts'
import type { TourRow } from '../store/store.ts'
import type { RouteDeps } from './context.ts'
import { createWorkshop } from './creating.ts'
import { Problem } from './problem.ts'
import { checkProgramme } from './programme.ts'
import { tourOwned } from './tour-access.ts'
import { readOutcome } from './tour-import.ts'

/** The tour with these parts in place of its own; 412 where somebody else was faster. */
export async function saveTour(
  deps: RouteDeps,
  row: TourRow,
  to: Partial<Pick<TourRow, 'plan' | 'stops'>>,
): Promise<TourRow> {
  const after = { plan: row.plan, stops: row.stops, ...to }
  const at = deps.clock.now()
  if ((await deps.store.tours.save(row.id, after, row.rev, at)) !== 'ok') throw new Problem(412, 'stale')
  return { ...row, ...after, rev: row.rev + 1, touchedAt: at }
}

type StopOrder = z.output<typeof stopOrder>

/** A full workshop of its own, with its own keys; its desk link can be had again by whoever holds the tour's key. */
export async function openStop(
  deps: RouteDeps,
  row: TourRow,
  asked: StopOrder,
  programme: Programme,
  more: Pick<Stop, 'assembly'>,
) {
  checkRoom(row, more)
  const { plan } = row
  const made = await createWorkshop(deps, {
    title: asked.title || plan.title,
    language: asked.language ?? plan.language,
    programme,
    place: [asked.town, asked.place].filter(Boolean).join(', '),
    date: asked.date,
    keptDesk: true,
  })
  const { id, code } = made.workshop
  try {
    return { stop: await addStop(deps, row, asked, { ...more, workshop: { id, code } }), ...made }
  } catch (error) {
    // A workshop that no tour knows would be found by nobody.
    await deps.erase(id)
    throw error
  }
}

/** Another stop at the end of the tour as it is by now: two that come at once are two stops, and one assembly. */
async function addStop(
  deps: RouteDeps,
  asked: TourRow,
  order: StopOrder,
  more: Pick<Stop, 'workshop' | 'assembly'>,
): Promise<Stop> {
  for (let row: TourRow | null = asked; row; row = await deps.store.tours.get(asked.id)) {
    checkRoom(row, more)
    const stop = stopOf(row, order, more)
    const to = { plan: row.plan, stops: [...row.stops, stop] }
    if ((await deps.store.tours.save(row.id, to, row.rev, deps.clock.now())) === 'ok') return stop
  }
  throw new Problem(404, 'not-found')
}

interface Joining {
  tour?: string | undefined
  title: string
  language: Language
  programme?: Programme | undefined
  place?: string | undefined
  date?: string | undefined
}

/** A workshop made as a stop: by its own programme where it brings one, else by the tour's. */
export async function joinTour(req: Request, deps: RouteDeps, asked: Joining) {
  const row = await tourOwned(req, deps, asked.tour ?? '')
  const { title, language, place, date } = asked
  const day = z.iso.date().safeParse(date).data
  const order = { town: place || title, title, language, ...(day ? { date: day } : {}) }
  const programme = asked.programme ? checkProgramme(asked.programme) : row.plan.programme
  const { stop: _stop, ...made } = await openStop(deps, row, order, programme, {})
  return made
}

/** A stop that was run elsewhere, from its JSON. */
export async function bringIn(deps: RouteDeps, row: TourRow, asked: StopOrder): Promise<{ stop: Stop }> {
  checkRoom(row, {})
  const outcome = readOutcome(asked.report, deps.clock.now())
  const stop = await addStop(deps, row, { ...asked, title: asked.title ?? outcome.workshop.title }, {})
  await deps.store.tours.keep(row.id, stop.id, outcome)
  deps.changes.touch(row.id)
  return { stop }
}

function checkRoom(row: TourRow, { assembly }: Pick<Stop, 'assembly'>): void {
  if (row.stops.length >= LIMITS.stops) throw new Problem(409, 'full')
  if (assembly && row.stops.some((stop) => stop.assembly)) throw new Problem(409, 'conflict')
}

function stopOf(
  row: TourRow,
  { town, place, date, title }: StopOrder,
  more: Pick<Stop, 'workshop' | 'assembly'>,
): Stop {
  const last = Math.max(0, ...row.stops.map(({ id }) => Number(id.slice(1))))
  return {
    id: `t${last + 1}`,
    town,
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(title ? { title } : {}),
    ...more,
    version: row.plan.version,
  }
}
