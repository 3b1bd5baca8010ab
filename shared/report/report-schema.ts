// The JSON report as it may come back from outside, read in one place for a workshop of its own and for the stop of a tour.
// Called by import.ts and by server/http/tour-import.ts.
import * as z from 'zod'
import { TONES } from '../board/note.ts'
import { isId } from '../ids.ts'
import { LANGUAGES } from '../languages.ts'
import { LIMITS } from '../limits.ts'
import { activityEntrySchema } from '../programme.ts'
import { SOURCES } from '../session/sources.ts'

const id = z.string().refine(isId, 'id')
const text = (most: number) => z.string().max(most)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)

const note = z.object({
  id,
  text: text(LIMITS.note),
  tone: z.enum(TONES),
  under: id.optional(),
  at: z.tuple([share, share]).optional(),
  fields: z.record(id, z.union([text(LIMITS.note), z.number()])).optional(),
  links: z.record(id, text(LIMITS.note)).optional(),
})

const paper = z.looseObject({
  options: z.array(z.looseObject({ id, label: text(LIMITS.note) })).max(LIMITS.notesPerBoard),
  rev: z.number().int().default(1),
})

const lot = z.object({ seed: text(LIMITS.title), order: z.array(id).max(LIMITS.options) })

const activity = activityEntrySchema.omit({ notes: true }).extend({
  // Boards of the workshop itself stand among the activities of a report.
  id,
  question: text(LIMITS.question).optional(),
  notes: z.array(note).max(LIMITS.notesPerBoard),
  paper: paper.optional(),
  participation: z
    .object({
      voted: count,
      of: count,
      byHand: count.optional(),
      sources: z.partialRecord(z.enum(SOURCES), count).optional(),
    })
    .optional(),
  result: z.unknown().optional(),
  fingerprint: text(LIMITS.title).optional(),
  lots: z.array(lot).max(LIMITS.options).optional(),
  /** No more than a workshop can have: counting them must not hold up anybody's room. */
  ballots: z
    .object({ list: z.array(z.unknown()).max(LIMITS.seats + LIMITS.ballotsByHand), salt: text(64) })
    .optional(),
})

export const reportSchema = z.object({
  v: z.literal(1),
  workshop: z.object({
    title: z.string().trim().min(1).max(LIMITS.title),
    language: z.enum(LANGUAGES),
    place: text(LIMITS.title).optional(),
    date: text(LIMITS.name).optional(),
  }),
  startedAt: z.iso.datetime().optional(),
  summary: text(LIMITS.summary).optional(),
  activities: z.array(activity).max(LIMITS.activities + 2),
})

export type GivenReport = z.output<typeof reportSchema>
export type GivenActivity = GivenReport['activities'][number]

/** The same as a stop of a tour, which also has to say which workshop it was and at which revision. */
export const stopReportSchema = reportSchema.extend({
  workshop: reportSchema.shape.workshop.extend({ id, code: text(8), createdAt: z.iso.datetime() }),
  revision: count,
  endedAt: z.iso.datetime().optional(),
})
