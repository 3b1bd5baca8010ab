// The programme over HTTP: read and replace, with an ETag, never changing what has been played. Called by app.ts.
import { Router } from 'express'
import { activityOf } from '../../shared/activities/index.ts'
import { programmeSchema, withoutPrivate, type Programme } from '../../shared/programme.ts'
import { sameSecret } from '../tokens.ts'
import { bearer, deskOf, tagsOf, type RouteDeps } from './context.ts'
import { OUTLINE } from './links.ts'
import { Problem } from './problem.ts'
import { parseBody } from './body.ts'

/** Every kind is known and every settings object parses; else 400 naming the activity. */
export function checkProgramme(programme: Programme): Programme {
  for (const entry of programme.activities) {
    const activity = activityOf(entry.kind)
    if (!activity)
      throw new Problem(400, 'bad-request', { field: entry.id, detail: `unknown kind ${entry.kind}` })
    const settings = activity.settings.safeParse(entry.settings)
    if (settings.success) continue
    const issue = settings.error.issues[0]
    throw new Problem(400, 'bad-request', {
      field: `${entry.id}.${issue?.path.join('.') ?? ''}`,
      detail: issue?.message ?? '',
    })
  }
  return programme
}

export function programmeRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })

  router.get('/', async (req, res) => {
    const { row } = (await deskOf(req, deps)).place
    res.set('ETag', etag(row.programmeRev)).json(row.programme)
  })

  router.put('/', async (req, res) => {
    const session = await deskOf(req, deps)
    const programme = checkProgramme(parseBody(programmeSchema, req.body))
    const { row } = session.place
    const from = tagsOf(req)
    if (from && !from.includes(etag(row.programmeRev))) throw new Problem(412, 'stale')
    const saved = await session.plan.replace(programme, from ? row.programmeRev : undefined)
    if (saved === 'stale') throw new Problem(412, 'stale')
    if (saved === 'played') throw new Problem(409, 'conflict')
    await session.tellAll()
    res.set('ETag', etag(session.place.row.programmeRev)).json(programme)
  })

  return router
}

/** The programme to be read by whoever has its link: live, without private notes, without a way into the room. */
export function outlineRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })
  router.get('/', async (req, res) => {
    const key = bearer(req)
    const session = await deps.sessions.get(String(req.params['id' as never]))
    if (key === null || !session) throw new Problem(401, 'unauthorized')
    const { row } = session.place
    if (!sameSecret(deps.links.token(row, OUTLINE), key)) throw new Problem(401, 'unauthorized')
    const { title, language, place, date, programme } = row
    const activities = programme.activities.map(withoutPrivate)
    res.json({ workshop: { title, language, place, date }, programme: { ...programme, activities } })
  })
  return router
}

function etag(rev: number): string {
  return `"${rev}"`
}
