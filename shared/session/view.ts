// viewFor(): the only maker of what a socket is told. What is not put in here, no device can find.
// Called by server/live for every snapshot and by GET /session.
import { isBoardStep, type Layout, type Step } from '../activities/activity.ts'
import type { FloorRules } from '../together.ts'
import type { Programme } from '../programme.ts'
import type { NowView, Role, Snapshot } from '../wire.ts'
import { access } from './access.ts'
import { floorOf } from './floor-moves.ts'
import { floorView } from './floor.ts'
import { groupOf, groupsView, writerOf } from './groups.ts'
import { takenIn } from './merging.ts'
import type { Running } from './running.ts'
import { ownVoices, pollView } from './poll-view.ts'
import { reactionsView } from './reactions.ts'
import { isCancelled, roundOf, type Round, type Session } from './state.ts'
import { thumbsView } from './thumbs.ts'
import { upvotesView } from './upvotes.ts'

export interface ViewInput {
  workshop: Snapshot['workshop']
  session: Session
  programme: Programme
  programmeRev: number
  /** Activities of this programme, worked out (see running.ts). */
  running(activity: string): Running | null
  seat: { id: string; role: Role; name?: string; via?: string }
  /** The number of the group that a screen follows. */
  follows?: number
  /** Milliseconds. */
  now: number
  /** This seat's own last accepted choice in the current poll; undefined for none. */
  mine?: unknown
  /** Options that this seat is asked for, where the paper is dealt out. */
  share?: string[]
  /** Figures of an open poll whose step shows them live; the caller withholds them below five secret ballots (S18). */
  live?: unknown
  /** Label of a step in the workshop's language. */
  stepLabel(kind: string, step: string): string
  /** How the board of an activity is laid out, in the workshop's language; undefined where it has no say. */
  layout?(it: Running): Layout | undefined
  /** How the floor of this activity is given, in the workshop's language. */
  floor?(it: Running): FloorRules | undefined
  nameOf?(seat: string): string | undefined
  /** People in the room, in the order of their joining. */
  here?(): readonly string[]
  /** Desk: all of them. Wall: the join link alone. */
  links?: Snapshot['links']
  /** The name of a member of the roll, for whoever holds their mandate. */
  memberName?(member: string): string
  /** The name under which a seat voted: that of its slip, else its own. */
  voterName?(seat: string): string | undefined
  /** The store takes nothing at the moment. */
  notSaving?: true
}

/** The whole snapshot for one seat. A participant's never holds an upcoming title, an unpublished result or another seat's anything. */
export function viewFor(input: ViewInput): Snapshot {
  const { session, seat, workshop } = input
  const step = currentStep(input)
  const desk = seat.role === 'facilitator'
  // While a step is about notes, the poll of its activity is nothing to look at; the desk keeps it at hand.
  const aside = !desk && step !== undefined && isBoardStep(step)
  const round = aside ? undefined : roundOf(session, session.at?.activity)
  const result = round && resultFor(round, step, desk, input)
  return {
    v: 1,
    rev: session.rev,
    time: iso(input.now),
    workshop,
    seat: seatPart(seat),
    ...(session.at ? { now: nowView(input) } : startPart(input)),
    ...(session.clock
      ? {
          clock:
            'endsAt' in session.clock ? { endsAt: iso(session.clock.endsAt) } : { left: session.clock.left },
        }
      : {}),
    may: rights(input, step, round),
    ...(round ? { poll: pollView(input, round) } : {}),
    ...(result === undefined ? {} : { result }),
    ...(aside ? {} : earlierPart(session)),
    ...roomPart(input, step),
    ...(session.locked ? { locked: true as const } : {}),
    ...(session.spotlight === null ? {} : { spotlight: session.spotlight }),
    ...(session.screen === 'step' ? {} : { screen: session.screen }),
    ...(session.wall && (desk || seat.role === 'wall') ? { wall: session.wall } : {}),
    ...(input.follows === undefined ? {} : { follows: input.follows }),
    ...(session.ended === null ? {} : { ended: true as const }),
    ...(input.notSaving ? { notSaving: true as const } : {}),
    ...(session.preview && !round && !aside ? { preview: session.preview } : {}),
    ...(session.gathering && round?.state !== 'open' ? { gathering: session.gathering } : {}),
    ...(input.links ? { links: input.links } : {}),
    ...(desk ? deskPart(input) : {}),
  }
}

function startPart({ session, programme }: ViewInput): Pick<Snapshot, 'starts'> {
  return session.ended === null && programme.start ? { starts: programme.start } : {}
}

function seatPart({ id, role, name, via }: ViewInput['seat']): Snapshot['seat'] {
  return { id, role, ...(name === undefined ? {} : { name }), ...(via === undefined ? {} : { via }) }
}

function currentStep({ session, running }: ViewInput): Step | undefined {
  return session.at ? running(session.at.activity)?.steps[session.at.step] : undefined
}

/** Published for everybody; before that only the desk, once counted; live figures only where the step says so. */
function resultFor(
  round: Round,
  step: Step | undefined,
  desk: boolean,
  { live, mine }: Pick<ViewInput, 'live' | 'mine'>,
): unknown {
  if (isCancelled(round)) return undefined
  if (round.state === 'closed') return round.published || desk ? round.result : undefined
  if (step?.results === 'answered') return desk || mine !== undefined ? live : undefined
  return step?.results === 'live' ? live : undefined
}

/** What a second round is compared with: published results only. */
function earlierPart({ rounds, at }: Session): Pick<Snapshot, 'earlier'> {
  const before = (rounds[at?.activity ?? ''] ?? []).slice(0, -1)
  const earlier = before.flatMap(({ published, result }) =>
    published && result !== undefined ? [result] : [],
  )
  return earlier.length > 0 ? { earlier } : {}
}

/** What the room is besides notes and ballots: the floor, groups, up-votes and reactions. */
function roomPart(
  input: ViewInput,
  step: Step | undefined,
): Pick<Snapshot, 'floor' | 'upvotes' | 'reactions' | 'thumbs' | 'groups'> {
  const { session, seat, running, nameOf = () => undefined } = input
  const it = session.at && running(session.at.activity)
  if (!it || !step) return {}
  const rules = step.floor && input.floor?.(it)
  const open = !session.locked
  const groups = groupsView(session, step, seat, nameOf)
  const thumbs = step.thumbs && thumbsView(session, step.thumbs, seat)
  return {
    ...(groups ? { groups } : {}),
    ...(rules ? { floor: floorView(floorOf(session), rules, seat, nameOf, input.here) } : {}),
    ...(step.upvotes ? { upvotes: upvotesView(session, seat.id, open, step.upvotes) } : {}),
    ...(step.reactions ? { reactions: reactionsView(session, seat, open) } : {}),
    ...(thumbs ? { thumbs } : {}),
  }
}

/** A group's notes lie in its own place, where the step says so. */
function asksPart(step: Step, session: Session, seat: string): Pick<NowView, 'asks'> {
  const group = step.groups?.zoned && groupOf(session, session.at!.activity, step.groups.set, seat)
  if (group) return { asks: { ...step.asks, zones: [group.id] } }
  return step.asks ? { asks: step.asks } : {}
}

/** What a step asks by itself, else what the activity asks. */
function questionPart({ asks }: Step, entry: { question?: string | undefined }): Pick<NowView, 'question'> {
  const question = asks?.question ?? entry.question
  return question ? { question } : {}
}

function nowView({ session, running, seat, stepLabel, layout }: ViewInput): NowView {
  const { activity, step, since } = session.at!
  const it = running(activity)!
  const laid = layout?.(it)
  const writes = seat.role === 'participant' || seat.role === 'scribe'
  return {
    activity,
    kind: it.entry.kind,
    title: it.entry.title,
    ...questionPart(it.steps[step]!, it.entry),
    step: it.steps[step]!.id,
    steps: it.steps.map(({ id }) => ({ id, label: stepLabel(it.entry.kind, id) })),
    ...asksPart(it.steps[step]!, session, seat.id),
    settings: it.settings as Record<string, unknown>,
    ...(laid ? { layout: laid } : {}),
    ...(writes ? { writer: writerOf(session, it.steps[step], seat.id) } : {}),
    ...(writes && takenIn(session, seat.id).length > 0 ? { also: takenIn(session, seat.id) } : {}),
    since: iso(since),
  }
}

function rights(input: ViewInput, step: Step | undefined, round: Round | undefined): Snapshot['may'] {
  const { session, seat, running } = input
  if (!step || session.ended !== null) return { pad: 'none', board: 'none', arrange: false, ballot: false }
  const steps = (activity: string) => running(activity)?.steps ?? null
  const writes = seat.role === 'participant' || seat.role === 'scribe'
  const trusted = seat.role === 'facilitator' || seat.role === 'scribe'
  const closed = session.locked || session.forgotten?.includes(session.at!.activity)
  return {
    pad: !writes || closed || step.pads === 'off' ? 'none' : step.pads === 'sealed' ? 'sealed' : 'open',
    board: access(session, seat, { sort: 'board', activity: session.at!.activity }, steps),
    arrange: trusted || (seat.role === 'participant' && step.arrange === true && !session.locked),
    ballot: writes && round?.state === 'open' && (!round.voices || ownVoices(round, seat.id) !== undefined),
  }
}

function deskPart({ programme, programmeRev, session }: ViewInput): Partial<Snapshot> {
  const progress = Object.entries(session.played).map(([id, seen]) => [
    id,
    { openedAt: iso(seen.openedAt), spent: seen.spent },
  ])
  return {
    programme,
    programmeRev,
    progress: Object.fromEntries(progress),
    ...(session.door ? { door: session.door } : {}),
    ...(session.registered === undefined ? {} : { registered: session.registered }),
  }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
