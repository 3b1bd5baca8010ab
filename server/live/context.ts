// Gathers, before a command is decided, what the pure machine may ask about the world. Called by session.ts.
import { NOTHING_CARRIED, type Carried, type FloorRules } from '../../shared/activities/activity.ts'
import { boardName } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Context, PollToBe } from '../../shared/session/machine.ts'
import { paperOf, type Running } from '../../shared/session/running.ts'
import { roundOf } from '../../shared/session/state.ts'
import type { Assembly, Paper } from '../../shared/voting.ts'
import type { Role } from '../../shared/wire.ts'
import { carriedInto } from './carry.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

export interface Contexts {
  for(seat: { id: string; role: Role }, command: Command): Promise<Context>
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
  async function namedThings(): Promise<{ all: Set<string>; shown: Set<string> }> {
    const { at } = place.row.session
    if (!at) return { all: new Set(), shown: new Set() }
    const notes = await docs.notes(place.id, boardName(at.activity))
    const paper = roundOf(place.row.session, at.activity)?.paper
    const options = [...(paper?.subjects ?? []), ...(paper?.options ?? place.row.session.preview ?? [])]
    const shown = notes.filter((note) => !note.hidden)
    return {
      all: new Set([...notes, ...options].map(({ id }) => id)),
      shown: new Set(shown.map(({ id }) => id)),
    }
  }

  /** Rules of the floor in the step in play, where it has one. */
  function floorNow(): FloorRules | null {
    const { at } = place.row.session
    const it = at && place.running(at.activity)
    return (it?.steps[at!.step]?.floor && place.floor(it)) || null
  }

  function pollToBe(it: Running, carried: Carried, last: Paper | undefined): PollToBe {
    const poll = it.activity.poll!
    const room = assembly()
    const fresh = paperOf(it, carried, place.words(it), room)
    const paper = last ? (poll.revote?.(last, fresh) ?? last) : fresh
    const barred = poll.mayOpen?.(paper)
    const voices = poll.voices?.(it.settings, room)
    return {
      paper,
      type: poll.type,
      secrecy: poll.secrecy(it.settings),
      ...(voices ? { voices } : {}),
      ...(poll.voices && room.members.length > 0 ? { rolled: true as const } : {}),
      ...(barred ? { barred } : {}),
    }
  }

  return {
    async for({ id: seat, role }, command) {
      const target = command.kind === 'open' ? command.activity : place.row.session.at?.activity
      const it = target === undefined ? null : place.running(target)
      const carried =
        it?.activity.poll && MAY_OPEN_POLL.has(command.kind)
          ? await carriedInto(it.entry.id, place, docs)
          : NOTHING_CARRIED
      const things = NAMES_NOTES.has(command.kind) ? await namedThings() : null
      return {
        now: now(),
        role,
        seat,
        present: present(),
        random,
        floor: floorNow,
        isShown: (note) => things?.shown.has(note) === true,
        steps: (activity) => place.running(activity)?.steps ?? null,
        poll: (activity, last) => pollToBe(place.running(activity)!, carried, last),
        changesPaper: (activity) => place.running(activity)?.activity.poll?.withoutOption !== undefined,
        checkBallot: (activity, paper, choice) =>
          place.running(activity)!.activity.poll!.check(paper, choice),
        hasNote: (note) => things?.all.has(note) === true,
        hasSeat: (seat) => place.people.has(seat),
      }
    },
  }
}

const MAY_OPEN_POLL: ReadonlySet<Command['kind']> = new Set(['open', 'step', 'back', 'pollOpen', 'reveal'])
const NAMES_NOTES: ReadonlySet<Command['kind']> = new Set(['hide', 'spotlight', 'arrange', 'upvote', 'mark'])
