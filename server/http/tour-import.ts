// The JSON report of a workshop that was run elsewhere, brought into a tour. Called by the routes of tours.
import * as z from 'zod'
import { activityOf } from '../../shared/activities/index.ts'
import { isId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Outcome } from '../../shared/tour/model.ts'
import { isRefusal } from '../../shared/wire.ts'
import { Problem } from './problem.ts'

const id = z.string().refine(isId, 'id')
const count = z.number().int().min(0).max(1_000_000)
const at = z.number().min(0).max(1)

const note = z.object({
  id,
  text: z.string().max(LIMITS.note),
  tone: z.string().max(40),
  under: id.optional(),
  at: z.tuple([at, at]).optional(),
})

const option = z.looseObject({ id, label: z.string().max(LIMITS.note) })

const activity = z.object({
  id,
  kind: z.string().max(64),
  title: z.string().max(LIMITS.title),
  question: z.string().max(LIMITS.question).default(''),
  notes: z.array(note).max(LIMITS.notesPerBoard),
  paper: z.looseObject({ options: z.array(option).max(LIMITS.options), rev: count }).optional(),
  participation: z.object({ voted: count, of: count, byHand: count.optional() }).optional(),
  result: z.unknown().optional(),
  fingerprint: z.string().max(64).optional(),
  ballots: z.object({ list: z.array(z.unknown()).max(LIMITS.seats), salt: z.string().max(64) }).optional(),
})

const report = z.object({
  v: z.literal(1),
  workshop: z.object({
    id,
    code: z.string().max(8),
    title: z.string().max(LIMITS.title),
    language: z.enum(['fr', 'en']),
    createdAt: z.string().max(40),
  }),
  revision: count,
  activities: z.array(activity).max(LIMITS.activities),
  people: count.optional(),
})

/**
 * The outcome that a report tells of. Results are never believed where ballots are given: they are counted again, and a
 * ballot that the paper does not take is refused by name. Throws a 400 that names the first wrong field.
 */
export function readOutcome(given: unknown): Outcome {
  const parsed = report.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw wrong(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  const { people, ...rest } = parsed.data
  const activities = rest.activities.map((one, i) => recounted(one, i))
  const voters = rest.activities.map(({ participation }) => participation?.of ?? 0)
  return {
    ...rest,
    activities,
    people: people ?? Math.max(0, ...voters),
    over: true,
    settings: {},
  } as Outcome
}

type Given = z.output<typeof activity>

function recounted(given: Given, index: number): Given {
  const { kind, paper, ballots } = given
  const poll = activityOf(kind)?.poll
  if (!activityOf(kind)) throw wrong(`activities.${index}.kind`, `unknown kind ${kind}`)
  if (!poll || !paper || !ballots) return given
  try {
    const bad = ballots.list.findIndex((ballot) => isRefusal(poll.check(paper as never, ballot)))
    if (bad >= 0) throw wrong(`activities.${index}.ballots.list.${bad}`, 'not a ballot of this paper')
    const list = ballots.list.map((ballot) => poll.check(paper as never, ballot))
    return { ...given, result: poll.count(paper as never, list) }
  } catch (error) {
    // A paper that only looks like one of this method.
    throw error instanceof Problem ? error : wrong(`activities.${index}.paper`, 'not a paper of this kind')
  }
}

function wrong(field: string, detail: string): Problem {
  return new Problem(400, 'bad-request', { field: `report.${field}`, detail })
}
