// Workshops over HTTP: create, door, seats, session, programme, erase. Called by app.ts.
import { Router, type Request } from 'express'
import * as z from 'zod'
import { parseCode } from '../../shared/ids.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { LIMITS } from '../../shared/limits.ts'
import { programmeSchema } from '../../shared/programme.ts'
import type { WorkshopRow } from '../store/store.ts'
import { erasedOn } from '../retention.ts'
import { sameSecret } from '../tokens.ts'
import { checkCreateKey, deskOf, seatOf, sessionOf, type RouteDeps } from './context.ts'
import { createWorkshop, programmeFor } from './creating.ts'
import { parseBody } from './body.ts'
import { Problem } from './problem.ts'
import { checkProgramme } from './programme.ts'
import { joining, takeSeat } from './seating.ts'
import { joinTour } from './tour-stops.ts'

const language = z.enum(LANGUAGES)

export const creation = z.object({
  title: z.string().trim().min(1).max(LIMITS.title),
  language: language.default('fr'),
  template: z.string().max(64).optional(),
  programme: programmeSchema.optional(),
  place: z.string().trim().max(LIMITS.title).optional(),
  date: z.string().trim().max(LIMITS.name).optional(),
  /** Id of a tour whose key is the bearer token: the workshop is another stop of it. */
  tour: z.string().max(64).optional(),
})

export function workshopRoutes(deps: RouteDeps): Router {
  const router = Router()

  router.post('/', async (req, res) => {
    const asked = parseBody(creation, req.body)
    if (asked.tour !== undefined) return void res.status(201).json(await joinTour(req, deps, asked))
    checkCreateKey(req, deps)
    const programme = asked.programme ?? programmeFor(asked.template, asked.language, asked.title)
    const made = await createWorkshop(deps, { ...asked, programme: checkProgramme(programme) })
    deps.doorman.welcome(req.ip ?? '', made.workshop.id)
    res.status(201).json(made)
  })

  router.get('/:code/door', async (req, res) => {
    const row = await rowByCode(req, deps, req.params.code)
    const { title, language } = row
    const { retentionDays } = deps.config
    // Whoever joins touches the workshop: it is kept from that day on.
    const kept = {
      erasedAfterDays: retentionDays,
      erasedOn: erasedOn({ touchedAt: deps.clock.now() }, retentionDays),
    }
    res.json({ title, language, namesAsked: true, ...kept })
  })

  router.post('/:code/seats', async (req, res) => {
    const asked = parseBody(joining, req.body)
    const typed = String(req.params.code)
    const invited = await rowByInvite(deps, typed, asked.invite)
    const row = invited ?? (await rowByCode(req, deps, typed))
    await deps.doorman.breath()
    if (invited) deps.doorman.welcome(req.ip ?? '', row.id)
    else await deps.doorman.turnFor(row.id)
    res.status(201).json(await takeSeat(req, deps, row, asked))
  })

  router.get('/:id/session', async (req, res) => {
    const seat = await seatOf(req, deps, req.params.id)
    const session = await sessionOf(deps, seat.workshop)
    res.json(await session.view(seat))
  })

  router.get('/:id/offered', async (req, res) => {
    const session = await deskOf(req, deps)
    res.json(await session.offer())
  })

  router.delete('/:id', async (req, res) => {
    const session = await deskOf(req, deps)
    await deps.erase(session.place.id)
    await deps.store.tours.forget(session.place.id)
    // What was copied out of the house before is in other hands.
    res.status(204).set('Tablee-Kept', 'backups').end()
  })

  return router
}

/** A typed code: slowed when guesses go wrong; unknown and ended are the same 404. */
async function rowByCode(req: Request, deps: RouteDeps, typed: string): Promise<WorkshopRow> {
  const code = parseCode(typed)
  const row = await deps.doorman.guess(req.ip ?? '', async () => {
    const found = await deps.store.workshops.byCode(code ?? '------')
    return found && found.session.ended === null ? found : null
  })
  if (!row) throw new Problem(404, 'not-found')
  return row
}

/** The QR's 128-bit invite opens without any limiter; a wrong one is no better than none. */
async function rowByInvite(
  deps: RouteDeps,
  typed: string,
  invite: string | undefined,
): Promise<WorkshopRow | null> {
  const code = parseCode(typed)
  if (invite === undefined || code === null) return null
  const row = await deps.store.workshops.byCode(code)
  return row && row.session.ended === null && sameSecret(deps.links.invite(row), invite) ? row : null
}
