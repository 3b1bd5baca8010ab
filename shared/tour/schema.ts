// What comes from outside about a tour, to plain values. Called by the HTTP routes.
import * as z from 'zod'
import { isId } from '../ids.ts'
import { LANGUAGES } from '../languages.ts'
import { LIMITS } from '../limits.ts'
import { programmeSchema, type Programme } from '../programme.ts'
import { MOTION_STATES, PUBLIC_PARTS, type TourPlan } from './model.ts'

const id = z.string().refine(isId, 'id')
const line = z.string().trim().max(LIMITS.title)
const title = line.min(1)
const text = z.string().trim().max(LIMITS.motion)
const day = z.iso.date()
const language = z.enum(LANGUAGES)

export const tourOrder = z.object({
  title,
  about: text.default(''),
  language: language.default('fr'),
  template: z.string().max(64).optional(),
  programme: programmeSchema.optional(),
})

export const stopOrder = z.object({
  town: title,
  place: line.optional(),
  date: day.optional(),
  title: line.optional(),
  language: language.optional(),
  /** The JSON report of a workshop that was run elsewhere; no workshop is opened for it. */
  report: z.unknown().optional(),
})

export const assemblyOrder = stopOrder.omit({ report: true }).extend({
  /** Settings of every resolution: rule, quorum, slips. */
  settings: z.record(z.string(), z.unknown()).default({}),
})

const noteRef = z.strictObject({ stop: id, activity: id, note: id })

/** All that the holders of the key may change at once; what is left out stays. */
export const planChange = z
  .strictObject({
    title,
    about: text,
    programme: programmeSchema,
    dates: z.array(z.strictObject({ date: day, label: title })).max(LIMITS.stops),
    themes: z
      .array(z.strictObject({ id, label: title, notes: z.array(noteRef).max(LIMITS.notesPerBoard) }))
      .max(LIMITS.themes),
    motions: z
      .array(
        z.strictObject({
          id,
          title,
          text,
          themes: z.array(id).max(LIMITS.themes),
          state: z.enum(MOTION_STATES),
        }),
      )
      .max(LIMITS.activities)
      .refine((list) => new Set(list.map((motion) => motion.id)).size === list.length, 'ids must be unique'),
    shown: z.array(z.enum(PUBLIC_PARTS)),
    weighting: z.enum(['person', 'town']),
  })
  .partial()

export type PlanChange = z.output<typeof planChange>

export function newPlan(given: z.output<typeof tourOrder>, programme: Programme): TourPlan {
  const { title, about, language } = given
  return {
    title,
    about,
    language,
    programme,
    version: 1,
    dates: [],
    themes: [],
    motions: [],
    shown: [...PUBLIC_PARTS],
    weighting: 'person',
  }
}

/** The plan with these parts in place of its own; another programme is another version, from the next stop on. */
export function changed(plan: TourPlan, change: PlanChange): TourPlan {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after = { ...plan, ...given } as TourPlan
  const same = JSON.stringify(after.programme) === JSON.stringify(plan.programme)
  return { ...after, version: same ? plan.version : plan.version + 1 }
}
