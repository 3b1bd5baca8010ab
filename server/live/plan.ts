// The programme of one workshop and the document `plan` in which it is edited: one truth. What has been played stays as it was.
// Called by session.ts; the HTTP route replaces the programme here, the documents tell of every change.
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../shared/clock.ts'
import { isBegun, readDraft, settle } from '../../shared/plan/draft.ts'
import { writeEntry, writePlan } from '../../shared/plan/edit.ts'
import {
  entryOf,
  PRIVATE_PARTS,
  withoutPrivate,
  type ActivityEntry,
  type Programme,
} from '../../shared/programme.ts'
import type { Session } from '../../shared/session/state.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Place } from './place.ts'
import type { DocsPort } from './ports.ts'

export interface PlanDeps {
  place: Place
  store: Store
  docs: DocsPort
  clock: Clock
  log: Log
  /** Runs between commands, never during one. */
  alone<T>(fn: () => Promise<T>): Promise<T>
  /** The programme has changed. */
  changed(): Promise<void>
}

export interface Plan {
  /** The document was opened, or something new in it is durable: it is read a little later. */
  changed(): void
  /** Replaces the whole programme, which has been checked; `from` is the revision it was made from. `played`: it would change a played part. */
  replace(programme: Programme, from: number | undefined): Promise<'ok' | 'stale' | 'played'>
  stop(): void
}

/** Milliseconds in which keystrokes are gathered. */
const QUIET = 250
const DOC = 'plan'

export function createPlan({ place, store, docs, clock, log, alone, changed }: PlanDeps): Plan {
  let cancel: (() => void) | null = null

  async function save(programme: Programme): Promise<'ok' | 'stale'> {
    const { programmeRev } = place.row
    if ((await store.workshops.saveProgramme(place.id, programme, programmeRev)) !== 'ok') return 'stale'
    place.setProgramme(programme, programmeRev + 1)
    return 'ok'
  }

  /** The document makes the programme; where it is empty, the programme makes the document. */
  async function read(): Promise<boolean> {
    const { session, programme } = place.row
    if (session.ended !== null) return false
    const doc = await docs.peek(place.id, DOC)
    if (!isBegun(doc)) {
      await docs.edit(place.id, DOC, (fresh) => isBegun(fresh) || writePlan(fresh, programme))
      return false
    }
    const said = settle(readDraft(doc), programme)
    const wanted = keepPlayed(said, programme, session)
    const strayed = wanted.activities.filter(
      (entry) => session.played[entry.id] && !isDeepStrictEqual(entry, entryOf(said, entry.id)),
    )
    if (strayed.length > 0)
      await docs.edit(place.id, DOC, (own) => strayed.forEach((entry) => writeEntry(own, entry)))
    return !isDeepStrictEqual(wanted, programme) && (await save(wanted)) === 'ok'
  }

  return {
    changed() {
      cancel ??= clock.after(QUIET, () => {
        cancel = null
        alone(read)
          .then((saved) => (saved ? changed() : undefined))
          .catch((error: unknown) => log('error', 'plan not read', { workshop: place.id }, error))
      })
    },
    replace: (programme, from) =>
      alone(async () => {
        const { session, programme: before, programmeRev } = place.row
        if (from !== undefined && from !== programmeRev) return 'stale'
        if (session.ended !== null || changesPlayed(session, before, programme)) return 'played'
        // The document first: a crash between the two leaves what nobody has been told is saved.
        if (isBegun(await docs.peek(place.id, DOC)))
          await docs.edit(place.id, DOC, (doc) => writePlan(doc, programme))
        return save(programme)
      }),
    stop: () => cancel?.(),
  }
}

/** The wanted programme with every opened activity as it was, but for its private parts, and none of them gone. */
function keepPlayed(wanted: Programme, before: Programme, { played }: Session): Programme {
  const activities = wanted.activities.map((entry) => {
    const was = played[entry.id] && entryOf(before, entry.id)
    return was ? withPrivate(was, entry) : entry
  })
  before.activities.forEach((entry, index) => {
    if (played[entry.id] && !entryOf(wanted, entry.id)) activities.splice(index, 0, entry)
  })
  return { ...wanted, activities }
}

function withPrivate(entry: ActivityEntry, from: ActivityEntry): ActivityEntry {
  const parts = PRIVATE_PARTS.flatMap((part) => (from[part] === undefined ? [] : [[part, from[part]]]))
  return { ...withoutPrivate(entry), ...Object.fromEntries(parts) }
}

/** True where an opened activity would vanish or differ in more than its private parts. */
function changesPlayed(session: Session, before: Programme, after: Programme): boolean {
  return before.activities
    .filter((entry) => session.played[entry.id])
    .some((entry) => {
      const other = entryOf(after, entry.id)
      return !other || !isDeepStrictEqual(withoutPrivate(entry), withoutPrivate(other))
    })
}
