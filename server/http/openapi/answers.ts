// What the server answers, as schemas. Objects are open: a later version may add to them. Called by the rows of the table.
import * as z from 'zod'
import { programmeSchema } from '../../../shared/programme.ts'
import { LANGUAGES } from '../../../shared/languages.ts'

const text = z.string()
const count = z.int().min(0)
const language = z.enum(LANGUAGES)
const day = z.iso.date()
const moment = z.iso.datetime()
const link = z.url()

const workshop = z.looseObject({ id: text, code: text, title: text, language })

export const made = z.looseObject({
  workshop,
  tokens: z.looseObject({ desk: text, scribe: text, wall: text }),
  links: z.looseObject({ desk: link, wall: link, join: link }),
})

export const templateList = z.array(
  z.looseObject({ id: text, title: text, summary: text, minutes: z.number(), programme: programmeSchema }),
)

export const door = z.looseObject({
  title: text,
  language,
  namesAsked: z.boolean(),
  erasedAfterDays: count,
  erasedOn: day,
})

export const seated = z.looseObject({
  workshop,
  seat: z.looseObject({ id: text, role: z.enum(['participant', 'facilitator', 'scribe', 'wall']) }),
  token: text,
})

/** The common part of a snapshot; `shared/wire.ts` has all of it. */
export const snapshot = z.looseObject({
  v: z.literal(1),
  rev: count,
  time: moment,
  workshop,
  seat: z.looseObject({ id: text, role: text, name: text.optional() }),
  now: z
    .looseObject({
      activity: text,
      kind: text,
      title: text,
      step: text,
      steps: z.array(z.looseObject({ id: text, label: text })),
    })
    .optional(),
  clock: z
    .union([z.looseObject({ endsAt: moment }), z.looseObject({ left: z.number() })])
    .optional()
    .nullable(),
  may: z.looseObject({
    pad: z.enum(['none', 'sealed', 'open']),
    board: z.enum(['none', 'read', 'write']),
    arrange: z.boolean(),
    ballot: z.boolean(),
  }),
  poll: z
    .looseObject({ id: text, activity: text, type: text, secrecy: text, state: z.enum(['open', 'closed']) })
    .optional(),
})

export const outline = z.looseObject({
  workshop: z.looseObject({ title: text, language }),
  programme: z.looseObject({ title: text, activities: z.array(z.looseObject({ id: text, kind: text })) }),
})

export const slips = z.looseObject({ slips: z.array(z.looseObject({ name: text, slip: text })) })

export const roll = z.looseObject({
  members: z.array(
    z.looseObject({
      name: text,
      college: text.optional(),
      weight: z.union([z.number(), text]),
      mandates: count,
      arrived: z.boolean(),
      online: z.boolean(),
    }),
  ),
})

const share = z.looseObject({
  link,
  share: z.looseObject({ id: text, until: moment.optional(), phones: z.boolean() }),
})
export const shared = share
export const offer = z.looseObject({
  notes: z.array(
    z.looseObject({ id: text, label: text, from: text.optional(), proposed: z.literal(true).optional() }),
  ),
  picked: z.array(text).optional(),
})
export const shares = z.looseObject({ shares: z.array(share) })
export const film = z.looseObject({
  v: z.literal(1),
  report: z.looseObject({ v: z.literal(1), sections: z.array(z.looseObject({})) }),
  frames: z.array(z.looseObject({ is: z.enum(['board', 'step', 'poll', 'end']), at: z.number() })),
  steps: z.record(z.string(), z.array(text)),
})
export const summary = z.looseObject({ text })
export const newLink = z.looseObject({ link })

export const tourMade = z.looseObject({
  tour: z.looseObject({ id: text, title: text, language }),
  token: text,
  links: z.looseObject({ tour: link, public: link }),
})
const stop = z.looseObject({ id: text, town: text })
export const tour = z.looseObject({
  v: z.literal(1),
  id: text,
  rev: count.optional(),
  plan: z.looseObject({ title: text, language }),
  stops: z.array(stop),
})
export const stopMade = z.looseObject({
  stop,
  workshop: workshop.optional(),
  tokens: z.looseObject({}).optional(),
  links: z.looseObject({}).optional(),
})
export const synthesis = z.looseObject({
  v: z.literal(1),
  totals: z.looseObject({}),
  stops: z.array(z.looseObject({})),
  exercises: z.array(z.looseObject({})),
  themes: z.array(z.looseObject({})),
  motions: z.array(z.looseObject({})),
})
export const suggestions = z.looseObject({
  groups: z.array(z.looseObject({ words: z.array(text), notes: z.array(z.looseObject({})) })),
  alone: z.array(z.looseObject({})),
})
