// Bringing a workshop back: an exported report, a programme, or notes as a table. Called by app.ts.
import express, { Router } from 'express'
import * as z from 'zod'
import { addNote } from '../../shared/board/note.ts'
import { boardName } from '../../shared/ids.ts'
import { lineOfPath, tooDeep } from '../../shared/json-lines.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { LIMITS } from '../../shared/limits.ts'
import { readNotesTable } from '../../shared/report/import-csv.ts'
import { isFault, readImport, type Imported } from '../../shared/report/import.ts'
import { checkCreateKey, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'
import { checkProgramme } from './programme.ts'
import { createWorkshop } from './creating.ts'

export const notesTable = z.strictObject({
  title: z.string().trim().min(1).max(LIMITS.title),
  csv: z.string(),
  language: z.enum(LANGUAGES).default('fr'),
  question: z.string().trim().max(LIMITS.question).optional(),
})

/** Bodies are read as text, so that a refusal can name the line; 8 MB at most. */
export function importRoutes(deps: RouteDeps): Router {
  const router = Router()
  router.post('/', express.text({ type: 'application/json', limit: LIMITS.importBody }), async (req, res) => {
    checkCreateKey(req, deps)
    const imported = readBody(typeof req.body === 'string' ? req.body : '', deps.clock.now())
    checkProgramme(imported.programme)
    const made = await createWorkshop(deps, imported)
    try {
      for (const [activity, notes] of Object.entries(imported.notes))
        await deps.docs.edit(made.workshop.id, boardName(activity), (doc) =>
          notes.forEach((note) => addNote(doc, note)),
        )
      if (imported.summary) await deps.store.remains.saveSummary(made.workshop.id, imported.summary)
    } catch (error) {
      await deps.erase(made.workshop.id)
      throw error
    }
    res.status(201).json(made)
  })
  return router
}

function readBody(text: string, now: number): Imported {
  const deep = tooDeep(text)
  if (deep !== null) throw wrong(deep, 'too many brackets in each other')
  const value = parse(text)
  const asked =
    typeof value === 'object' && value !== null && 'csv' in value ? notesTable.safeParse(value) : null
  if (asked && !asked.success)
    throw wrongAt(text, asked.error.issues[0]?.path ?? [], asked.error.issues[0]?.message)
  if (asked?.success) {
    const read = readNotesTable(asked.data)
    if ('line' in read) throw wrong(read.line, read.fault, 'csv')
    return read
  }
  const read = readImport(value, now)
  if (isFault(read)) throw wrongAt(text, read.path, read.fault)
  return read
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const before = at === undefined ? text : text.slice(0, Number(at))
    throw wrong(before.split('\n').length, 'not JSON')
  }
}

function wrongAt(text: string, path: PropertyKey[], detail = 'not well formed'): Problem {
  const plain = path.map((part) => (typeof part === 'number' ? part : String(part)))
  return wrong(lineOfPath(text, plain), detail, plain.join('.'))
}

function wrong(line: number, detail: string, field = ''): Problem {
  return new Problem(400, 'bad-request', { line, detail, ...(field === '' ? {} : { field }) })
}
