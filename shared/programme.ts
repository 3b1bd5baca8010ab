// The ordered plan of a workshop: activities with their settings; a JSON document, reusable in twelve towns.
import * as z from 'zod'
import { isId, isLasting } from './ids.ts'
import { LIMITS } from './limits.ts'

const id = z.string().refine((value) => isId(value) && !isLasting(value), 'id')

const privateText = z.string().max(LIMITS.privateNotes).optional()

export const activityEntrySchema = z.object({
  id,
  kind: z.string().max(64),
  title: z.string().trim().min(1).max(LIMITS.title),
  question: z.string().trim().max(LIMITS.question).optional(),
  minutes: z.number().min(0).max(1440).optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Private notes of the facilitation: neither projected nor exported. What to say, what to do, what to have at hand. */
  say: privateText,
  notes: privateText,
  material: privateText,
})

/** Parts of an activity that only the facilitation reads; they may change at any time. */
export const PRIVATE_PARTS = ['say', 'notes', 'material'] as const

export const programmeSchema = z
  .strictObject({
    v: z.literal(1),
    title: z.string().trim().max(LIMITS.title),
    activities: z.array(activityEntrySchema).max(LIMITS.activities),
    /** Planned time of day of the beginning, as `18:30`. */
    start: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  })
  .refine(
    (plan) => new Set(plan.activities.map((a) => a.id)).size === plan.activities.length,
    'ids must be unique',
  )

export type ActivityEntry = z.output<typeof activityEntrySchema>
export type Programme = z.output<typeof programmeSchema>

/** The activity of that id, or undefined. */
export function entryOf(programme: Programme, activity: string): ActivityEntry | undefined {
  return programme.activities.find((entry) => entry.id === activity)
}

/** The activity without what only the facilitation reads. */
export function withoutPrivate(entry: ActivityEntry): ActivityEntry {
  const { say: _say, notes: _notes, material: _material, ...rest } = entry
  return rest
}
