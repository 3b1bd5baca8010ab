// The JSON report of a workshop that was run elsewhere, brought into a tour. Called by the stops of tours.
import { activityOf } from '../../shared/activities/index.ts'
import { isLasting } from '../../shared/ids.ts'
import { fromReport, isFault } from '../../shared/report/import.ts'
import { quotingOf } from '../../shared/report/quoting.ts'
import { stopReportSchema, type GivenActivity } from '../../shared/report/report-schema.ts'
import type { Outcome } from '../../shared/tour/model.ts'
import { isRefusal } from '../../shared/wire.ts'
import { Problem } from './problem.ts'

/**
 * The outcome that a report tells of. Results are never believed where ballots are given: they are counted again, and a
 * ballot that the paper does not take is refused by name. Throws a 400 that names the first wrong field.
 */
export function readOutcome(given: unknown, now: number): Outcome {
  const parsed = stopReportSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw wrong(issue?.path ?? [], issue?.message ?? '')
  }
  const { workshop, ...rest } = parsed.data
  // A desk's own file has what its room does not want quoted; a tour does not.
  const activities = rest.activities.map((one, i) => ({
    ...{ question: '', ...recounted(one, i) },
    notes: one.notes.filter((note) => quotingOf(note) !== 'no'),
  }))
  const read = fromReport({ ...parsed.data, activities }, now)
  if (isFault(read)) throw wrong(read.path, read.fault)
  const voters = activities.map(({ participation }) => participation?.of ?? 0)
  return { ...rest, workshop, activities, people: Math.max(0, ...voters), over: true } as Outcome
}

function recounted(given: GivenActivity, index: number): GivenActivity {
  const { kind, paper, ballots } = given
  const { poll } = activityOf(kind) ?? {}
  if (!isLasting(given.id) && !activityOf(kind))
    throw wrong(['activities', index, 'kind'], `unknown kind ${kind}`)
  if (!poll || !paper || !ballots) return given
  try {
    const list = ballots.list.map((ballot, i) => {
      const read = poll.check(paper as never, ballot)
      if (isRefusal(read))
        throw wrong(['activities', index, 'ballots', 'list', i], 'not a ballot of this paper')
      return read
    })
    return { ...given, result: poll.count(paper as never, list) }
  } catch (error) {
    // A paper that only looks like one of this method.
    throw error instanceof Problem ? error : wrong(['activities', index, 'paper'], 'not a paper of this kind')
  }
}

function wrong(path: PropertyKey[], detail: string): Problem {
  return new Problem(400, 'bad-request', { field: ['report', ...path].map(String).join('.'), detail })
}
