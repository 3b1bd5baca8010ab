// Gathers, before commands are decided, what the pure machine may ask about the world. Called by deciding.ts.
import { NOTHING_CARRIED, type Carried } from '../../shared/activities/activity.ts'
import type { FloorRules } from '../../shared/together.ts'
import { boardName } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Context, PollToBe } from '../../shared/session/machine.ts'
import { LIMITS } from '../../shared/limits.ts'
import { paperOf, type Running } from '../../shared/session/running.ts'
import { roundOf } from '../../shared/session/state.ts'
import { ballotTypeOf } from '../../shared/activities/activity.ts'
import type { Assembly, OptionEntry, Paper } from '../../shared/voting.ts'
import { isRefusal, refuse, type Refusal, type Role } from '../../shared/wire.ts'
import { carriedInto, pickedOf } from './carry.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

export interface Contexts {
  /** What these commands may ask, for each of them in its turn: none of them changes what is gathered here for the next. */
  for(commands: readonly Command[]): Promise<(seat: { id: string; role: Role }) => Context>
}

export function createContexts(
  place: Place,
  docs: DocsPort,
  now: () => number,
  assembly: () => Assembly,
  present: () => string[],
  random: () => number,
): Contexts {
  /** Notes and options that a command may point at now, and which of the notes everybody may see. */
  async function namedThings(): Promise<Things> {
    const { at } = place.row.session
    if (!at) return { all: new Set(), shown: new Set(), marks: new Map() }
    const notes = await docs.notes(place.id, boardName(at.activity))
    const paper = roundOf(place.row.session, at.activity)?.paper
    const options = [...(paper?.subjects ?? []), ...(paper?.options ?? place.row.session.preview ?? [])]
    const shown = notes.filter((note) => !note.hidden)
    return {
      all: new Set([...notes, ...options].map(({ id }) => id)),
      shown: new Set(shown.map(({ id }) => id)),
      marks: new Map(
        notes.flatMap(({ id, fields }) => (isMark(fields?.['state']) ? [[id, fields['state']]] : [])),
      ),
    }
  }

  /** Rules of the floor in the step in play, where it has one. */
  function floorNow(): FloorRules | null {
    const { at } = place.row.session
    const it = at && place.running(at.activity)
    return (it?.steps[at!.step]?.floor && place.floor(it)) || null
  }

  function pollToBe(it: Running, carried: Carried, step: string, again: Again): PollToBe {
    const poll = it.activity.poll!
    const room = assembly()
    const picks = again.picks === undefined ? place.row.session.picks?.[it.entry.id] : again.picks
    const notes = picks ? pickedOf(carried.notes, picks) : carried.notes
    const fresh = paperOf(it, { ...carried, notes }, place.words(it), room)
    const before = again.last ? (poll.revote?.(again.last, fresh, step) ?? again.last) : fresh
    const amended = again.options ? amend(it, before, again.options) : before
    const paper = isRefusal(amended) ? before : amended
    const barred = isRefusal(amended) ? amended : poll.mayOpen?.(paper, step)
    const voices = poll.voices?.(it.settings, room)
    const gathering = poll.gathering?.(fresh)
    const type = ballotTypeOf(poll, paper)
    const secrecy = poll.secrecy(it.settings)
    const held = again.last ? undefined : poll.grows?.held(carried.notes, it.settings)
    return {
      paper,
      type,
      secrecy,
      ...(poll.besides && type === 'consent' && secrecy === 'public' ? circlePart(room) : {}),
      ...(voices ? { voices } : {}),
      ...(held && held.length > 0 ? { held } : {}),
      ...(gathering ? { gathering } : {}),
      ...(poll.voices && room.members.length > 0 ? { rolled: true as const } : {}),
      ...(barred ? { barred } : {}),
    }
  }

  return {
    async for(commands) {
      const opening = commands.find(({ kind }) => MAY_OPEN_POLL.has(kind))
      const target = opening?.kind === 'open' ? opening.activity : place.row.session.at?.activity
      const it = opening && target !== undefined ? place.running(target) : null
      const carried = it?.activity.poll ? await carriedInto(it.entry.id, place, docs) : NOTHING_CARRIED
      const things = commands.some(({ kind }) => NAMES_NOTES.has(kind)) ? await namedThings() : null
      return ({ id: seat, role }) => ({
        now: now(),
        role,
        seat,
        // Not asked for by most: it goes through everybody who ever came.
        get present() {
          return present()
        },
        random,
        floor: floorNow,
        isShown: (note) => things?.shown.has(note) === true,
        steps: (activity) => place.running(activity)?.steps ?? null,
        poll: (activity, step, again = {}) => pollToBe(place.running(activity)!, carried, step, again),
        changesPaper: (activity) => place.running(activity)?.activity.poll?.withoutOption !== undefined,
        joins: (activity, paper) => {
          const it = place.running(activity)!
          return it.activity.poll?.joins?.(paper, it.settings) ?? null
        },
        growsPaper: (activity) => place.running(activity)?.activity.poll?.grows !== undefined,
        judge: (activity, result, judged) => {
          const it = place.running(activity)!
          return it.activity.poll?.judge?.(it.settings, result, judged) ?? refuse('not-allowed')
        },
        checkBallot: (activity, paper, choice) =>
          place.running(activity)!.activity.poll!.check(paper, choice),
        hasNote: (note) => things?.all.has(note) === true,
        hasSeat: (seat) => place.people.has(seat),
        markOf: (note) => things?.marks.get(note) ?? null,
        nameOf: (seat) => place.people.get(seat)?.name ?? '',
      })
    },
  }
}

type Mark = 'answered' | 'parked'

/** Notes and options by id: all, those that everybody may see, and what became of those that are questions. */
interface Things {
  all: Set<string>
  shown: Set<string>
  marks: Map<string, Mark>
}

function isMark(value: unknown): value is Mark {
  return value === 'answered' || value === 'parked'
}

/** Everybody who must answer; a crowd is no circle. */
function circlePart({ seats = [] }: Assembly): { circle?: string[] } {
  return seats.length <= LIMITS.circle ? { circle: [...seats] } : {}
}

interface Again {
  last?: Paper
  options?: OptionEntry[]
  /** Instead of those that the session has. */
  picks?: readonly string[] | null
}

/** A paper on the options that the desk has set: the activity's own way, else some of those it has (S53). */
function amend({ activity }: Running, paper: Paper, options: OptionEntry[]): Paper | Refusal {
  const poll = activity.poll!
  if (new Set(options.map(({ id }) => id)).size !== options.length) return refuse('bad-request')
  if (poll.amend) return poll.amend(paper, options)
  if (!poll.withoutOption) return refuse('not-allowed')
  const asked = new Set(options.map(({ id }) => id))
  const kept = paper.options.filter(({ id }) => asked.has(id))
  return kept.length < asked.size ? refuse('unknown-option') : { ...paper, options: kept, rev: 1 }
}

const MAY_OPEN_POLL: ReadonlySet<Command['kind']> = new Set([
  'open',
  'step',
  'back',
  'pollOpen',
  'reveal',
  'pick',
])
const NAMES_NOTES: ReadonlySet<Command['kind']> = new Set([
  'hide',
  'spotlight',
  'arrange',
  'upvote',
  'react',
  'mark',
])
