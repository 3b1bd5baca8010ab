// What a wall and a phone would be given at a step, worked out by the rules of the session itself, without a server.
// Called by Faces.svelte. The notes are examples; no vote is made up: a poll that is over was counted without ballots.
import { ballotTypeOf, NOTHING_CARRIED, type Layout } from '../../shared/activities/activity.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { Programme } from '../../shared/programme.ts'
import type { Context } from '../../shared/session/machine.ts'
import { enterAnyway, replaceLast } from '../../shared/session/moves.ts'
import { layoutOf, paperOf, running, type Running } from '../../shared/session/running.ts'
import { newSession, openRound, roundOf, type Session } from '../../shared/session/state.ts'
import { viewFor } from '../../shared/session/view.ts'
import type { Language, Role, Snapshot } from '../../shared/wire.ts'

export interface PreviewInput {
  programme: Programme
  activity: string
  step: number
  language: Language
  /** The activity's own words. */
  t: Translate
  /** Sentences that stand for what people write. */
  samples: readonly string[]
  now: number
}

export interface Preview {
  wall: Snapshot
  phone: Snapshot
  /** What would lie on the board; null where it may not be seen yet. */
  notes: Note[] | null
}

const ROOM = { here: 12, members: [] }
const TONES = ['soleil', 'ciel', 'menthe', 'corail'] as const
const NAME = { id: 'preview', code: 'BCDFGH' }

/** Null where the programme has no such activity, or its settings do not fit. */
export function previewOf(input: PreviewInput): Preview | null {
  const it = running(input.programme, input.activity)
  if (!it) return null
  const notes = sampleNotes(it, input)
  const session = sessionAt(it, input, notes)
  const view = (role: Role, id: string) =>
    viewFor({
      workshop: { ...NAME, title: input.programme.title, language: input.language },
      session,
      programme: input.programme,
      programmeRev: 1,
      running: () => it,
      seat: { id, role },
      now: input.now,
      stepLabel: (_kind, step) => input.t(`step.${step}`),
      layout: () => layoutOf(it, input.t),
    })
  const step = it.steps[session.at!.step]
  const shown = step?.pads !== 'sealed' && step?.pads !== 'moderated'
  return { wall: view('wall', 'w1'), phone: view('participant', 's1'), notes: shown ? notes : [] }
}

/** Walks to the step as a desk would; a poll on the way opens and is closed again. */
function sessionAt(it: Running, { activity, step, now, t }: PreviewInput, carried: Note[]): Session {
  const ctx = contextOf(it, carried, now, t)
  let session = enterAnyway(newSession(), activity, 0, ctx).session
  for (let at = 1; at <= Math.min(step, it.steps.length - 1); at++)
    session = enterAnyway(closed(session, it), activity, at, ctx).session
  return it.steps[session.at!.step]?.results === 'shown' ? published(session) : session
}

function contextOf(it: Running, carried: Note[], now: number, t: Translate): Context {
  const poll = it.activity.poll
  return {
    now,
    role: 'facilitator',
    seat: 'f1',
    present: [],
    random: () => 0,
    floor: () => null,
    isShown: () => false,
    steps: () => it.steps,
    poll: () => {
      const paper = paperOf(it, { ...NOTHING_CARRIED, notes: carried }, t, ROOM)
      const type = poll ? ballotTypeOf(poll, paper) : ''
      return { paper, type, secrecy: poll?.secrecy(it.settings) ?? 'secret' }
    },
    changesPaper: () => false,
    growsPaper: () => false,
    joins: () => null,
    judge: (_activity, result) => result,
    checkBallot: () => null,
    hasNote: () => false,
    markOf: () => null,
    nameOf: () => '',
    hasSeat: () => false,
  }
}

function closed(session: Session, it: Running): Session {
  const round = openRound(session)
  if (!round) return session
  const result = it.activity.poll!.count(round.paper, [])
  return replaceLast(session, { ...round, state: 'closed', result, voted: 0, of: ROOM.here })
}

function published(session: Session): Session {
  const round = roundOf(session, session.at?.activity)
  return round?.state === 'closed' ? replaceLast(session, { ...round, published: true }) : session
}

/** What the activity lays on its board, and the samples spread over its places. */
function sampleNotes(it: Running, { t, samples }: PreviewInput): Note[] {
  const layout = layoutOf(it, t)
  const seeds = it.activity.seed?.(it.settings, NOTHING_CARRIED, t) ?? []
  const laid = seeds.map((seed) => ({
    tone: 'craie' as const,
    at: [0.5, 0.5] as Note['at'],
    order: '',
    ...seed,
  }))
  return [...laid, ...samples.map((text, i) => sample(text, i, layout))]
}

function sample(text: string, i: number, { zones: all, kinds }: Layout): Note {
  const zones = all.filter(({ desk }) => !desk)
  const zone = zones.length > 0 ? zones[i % zones.length] : undefined
  const [x, y, width, height] = zone?.box ?? [0.15, 0.15, 0.7, 0.7]
  const tone = kinds?.length ? kinds[i % kinds.length]!.tone : TONES[i % TONES.length]!
  const at: Note['at'] = [x + width * (0.3 + 0.2 * (i % 3)), y + height * (0.3 + 0.15 * (i % 4))]
  return { id: `sample-${i}`, text, tone, at, order: `a${i}`, ...(zone ? { under: zone.id } : {}) }
}
