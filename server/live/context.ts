// Gathers, before a command is decided, what the pure machine may ask about the world. Called by session.ts.
import type { Note } from '../../shared/board/note.ts'
import { boardName } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Context } from '../../shared/session/machine.ts'
import { paperOf, sourceOf } from '../../shared/session/running.ts'
import { roundOf } from '../../shared/session/state.ts'
import type { Role } from '../../shared/wire.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

export interface Contexts {
  for(role: Role, command: Command): Promise<Context>
}

export function createContexts(place: Place, docs: DocsPort, now: () => number): Contexts {
  const visible = async (activity: string) =>
    (await docs.notes(place.id, boardName(activity))).filter((note) => !note.hidden)

  /** Notes that a poll of this activity would carry over: from the activity it names, or the nearest earlier one with notes. */
  async function carriedInto(activity: string): Promise<Note[]> {
    const { programme, session } = place.row
    const withNotes = new Map<string, Note[]>()
    for (const { id } of programme.activities)
      if (session.played[id] && id !== activity) withNotes.set(id, await visible(id))
    const source = sourceOf(programme, activity, (id) => (withNotes.get(id)?.length ?? 0) > 0)
    return source === null ? [] : (withNotes.get(source) ?? [])
  }

  /** Notes and options that the desk may point at now. */
  async function namedThings(): Promise<Set<string>> {
    const { at } = place.row.session
    if (!at) return new Set()
    const notes = await docs.notes(place.id, boardName(at.activity))
    const options = roundOf(place.row.session, at.activity)?.paper.options ?? place.row.session.preview ?? []
    return new Set([...notes, ...options].map((thing) => thing.id))
  }

  return {
    async for(role, command) {
      const target = command.kind === 'open' ? command.activity : place.row.session.at?.activity
      const it = target === undefined ? null : place.running(target)
      const carried =
        it?.activity.poll && MAY_OPEN_POLL.has(command.kind) ? await carriedInto(it.entry.id) : []
      const things = NAMES_NOTES.has(command.kind) ? await namedThings() : new Set<string>()
      return {
        now: now(),
        role,
        steps: (activity) => place.running(activity)?.steps ?? null,
        poll(activity) {
          const running = place.running(activity)!
          const poll = running.activity.poll!
          return {
            paper: paperOf(running, carried, place.words(running)),
            type: poll.type,
            secrecy: poll.secrecy(running.settings),
          }
        },
        hasNote: (note) => things.has(note),
        hasSeat: (seat) => place.people.has(seat),
      }
    },
  }
}

const MAY_OPEN_POLL: ReadonlySet<Command['kind']> = new Set(['open', 'step', 'back', 'pollOpen', 'reveal'])
const NAMES_NOTES: ReadonlySet<Command['kind']> = new Set(['hide', 'spotlight', 'arrange'])
