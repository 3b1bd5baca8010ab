// The programme over HTTP: read and replace, with an ETag, never changing what has been played. Called by app.ts.
import { isDeepStrictEqual } from 'node:util'
import { Router } from 'express'
import { activityOf } from '../../shared/activities/index.ts'
import { programmeSchema, type ActivityEntry, type Programme } from '../../shared/programme.ts'
import type { Session } from '../../shared/session/state.ts'
import { deskOf, type RouteDeps } from './context.ts'
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
    const rev = await session.alone(async () => {
      const { row } = session.place
      const match = req.headers['if-match']
      if (match !== undefined && match !== '*' && match !== etag(row.programmeRev))
        throw new Problem(412, 'stale')
      if (row.session.ended !== null || changesPlayed(row.session, row.programme, programme))
        throw new Problem(409, 'conflict')
      const saved = await deps.store.workshops.saveProgramme(row.id, programme, row.programmeRev)
      if (saved !== 'ok') throw new Problem(412, 'stale')
      session.place.setProgramme(programme, row.programmeRev + 1)
      return row.programmeRev + 1
    })
    await session.tellAll()
    res.set('ETag', etag(rev)).json(programme)
  })

  return router
}

function etag(rev: number): string {
  return `"${rev}"`
}

/** True where an opened activity would vanish or differ in more than its private notes. */
function changesPlayed(session: Session, before: Programme, after: Programme): boolean {
  return before.activities
    .filter((entry) => session.played[entry.id])
    .some((entry) => {
      const other = after.activities.find((one) => one.id === entry.id)
      return !other || !isDeepStrictEqual(withoutNotes(entry), withoutNotes(other))
    })
}

function withoutNotes({ notes: _notes, ...entry }: ActivityEntry): Omit<ActivityEntry, 'notes'> {
  return entry
}
