// The live state of one workshop, owned by the server, and the only maker of what a seat is told.
// Pure: time is an argument. Rules S1... are in SPEC.md.
import type { Gathering, Lot, OptionEntry, Paper, Secrecy, Voices } from '../voting.ts'
import type { WallLook } from '../wire.ts'
import type { SourceCounts } from './sources.ts'
import type { Effect } from './effects.ts'
import type { Floor, Waiting } from './floor.ts'
import type { Groupings } from './groups.ts'
import type { Reactions } from './reactions.ts'
import type { Thumbed } from '../together.ts'
import type { Thumbs } from './thumbs.ts'

/** Absolute end, or what is left while paused; both in milliseconds. */
export type Clock = { endsAt: number } | { left: number }

/** One opening of a poll. The last round of an activity is its current one. */
export interface Round {
  id: string
  activity: string
  /** Ballot type and secrecy, frozen with the paper. */
  type: string
  secrecy: Secrecy
  state: 'open' | 'closed'
  paper: Paper
  published: boolean
  /** What the desk turned the drawing of the result to, or decided on it; it goes with the round (S41). */
  look?: string[]
  /** Of a result with more rows than a screen: the page that walls are turned to, from 0. */
  page?: number
  /** Where only slips vote: the roll as it was at the opening (S28). */
  voices?: Voices
  /** There was a roll when this poll opened, so that it may not be replaced any more. */
  rolled?: true
  /** Ballots that the desk entered for people without a phone; while open their choices too (S31). */
  byHand?: number
  pile?: unknown[]
  /** Statements that are to join the open paper later (S55). */
  held?: OptionEntry[]
  /** Milliseconds; absent in sessions of before. */
  openedAt?: number
  closedAt?: number
  result?: unknown
  /** Why the desk withdrew it: while open its ballots went uncounted, once closed its result is told to nobody any more (S63). */
  cancelled?: string
  /** What the desk changed on the paper while it was open, for the minutes (S67). */
  changes?: PaperChange[]
  /** Drawn in public after the closing, one for each tie (S54). */
  lots?: Lot[]
  /** Who said what, a line for each voice; set when a poll is closed that was not announced as secret (S11). */
  named?: { seat: string; of?: string; choice: unknown }[]
  /** Seats in the room as a turn was opened in which everybody must answer (S75). */
  circle?: string[]
  /** Ballots counted, and people who could have voted; set when the poll is closed. */
  voted?: number
  of?: number
  /** SHA-256 of the sealed ballots; whoever has their list and the salt can make it again. Set when the poll is closed. */
  fingerprint?: string
  salt?: string
  /** Through what the ballots came in, where not all of them came from people's own phones (S60). */
  sources?: SourceCounts
}

/** A change of an open paper. What was taken off it may be nothing to repeat: it is not named. */
export type PaperChange =
  | { what: 'removed' }
  | { what: 'merged'; into: string }
  | { what: 'added'; label: string }
  | { what: 'reworded'; was: string; label: string }

/** What a command may be taken back to. */
export interface Past {
  kind: string
  at: Session['at']
  clock: Clock | null
  locked: boolean
  spotlight: string | null
  screen: Session['screen']
  wall?: WallLook
  follow?: Session['follow']
  /** Who spoke and how long; `who` was called, put back or taken off, and had `waited` there; `added` were put on the list. */
  floor?: Pick<Floor, 'speaking' | 'spoken'> & { who?: string; waited?: Waiting; added?: string[] }
  door?: 'closed'
  /** Who sat together, where the command changed it. */
  groups?: Session['groups']
  /** The result in play: whether everybody saw it and, where that was changed, what its drawing was turned to. */
  result?: { id: string; published: boolean; look?: string[] | null }
  /** What puts notes and names back. */
  reverse: Effect[]
}

export interface Session {
  v: 1
  rev: number
  at: { activity: string; step: number; since: number } | null
  clock: Clock | null
  locked: boolean
  spotlight: string | null
  /** why: what explains the result in play; shift: what moved since the round before. */
  screen: 'step' | 'code' | 'blank' | 'why' | 'shift' | 'decisions'
  /** Activities whose notes lead back to nobody any more (S57). */
  forgotten?: string[]
  /** Nobody new is let in (S33). */
  door?: 'closed'
  /** Members of an assembly without a roll, as the desk said (S74). */
  registered?: number
  /** Activities that have been opened, and the furthest step each has reached; `spent` in milliseconds of earlier visits. */
  played: Record<string, { openedAt: number; spent: number; step: number; gathering?: Gathering }>
  rounds: Record<string, Round[]>
  /** Options of the poll to come, taken when its activity was entered. */
  preview: OptionEntry[] | null
  /** By activity: what the desk has picked of the notes that are carried into it (S68). */
  picks?: Record<string, string[]>
  /** Who speaks and who waits, by activity. */
  floors?: Record<string, Floor>
  /** Pairs, tables and sheets, by activity and set. */
  groups?: Record<string, Groupings>
  /** Seats that support a note, by activity and note. */
  upvotes?: Record<string, Record<string, string[]>>
  /** By activity, note and seat: what a person answered to a note with one touch. */
  reactions?: Reactions
  /** Whether the room goes on with the topic on the screen, while that is asked. */
  thumbs?: Thumbs
  /** What earlier questions of that sort were answered, for the report. */
  thumbed?: Thumbed
  /** Seats that have become a part of another one: two devices of one person (S61). */
  merged?: Record<string, string>
  /** Who is there for the poll to come, as of the entering of this step (S56). */
  gathering?: Gathering
  past: Past[]
  ended: number | null
  /** How walls look and sound. */
  wall?: WallLook
  /** By screen: the number of the group that it follows, or the plenary (S58). */
  follow?: Record<string, number | null>
}

export function newSession(): Session {
  return {
    v: 1,
    rev: 0,
    at: null,
    clock: null,
    locked: false,
    spotlight: null,
    screen: 'step',
    played: {},
    rounds: {},
    preview: null,
    past: [],
    ended: null,
  }
}

/** The current round of an activity, open or closed. */
export function roundOf(session: Session, activity: string | undefined): Round | undefined {
  return activity === undefined ? undefined : session.rounds[activity]?.at(-1)
}

/** The poll that takes ballots now, if there is one. */
export function openRound(session: Session): Round | undefined {
  const round = roundOf(session, session.at?.activity)
  return round?.state === 'open' ? round : undefined
}

/** A poll that was withdrawn has nothing to publish, to turn or to draw lots in. */
export function isCancelled({ cancelled }: Pick<Round, 'cancelled'>): boolean {
  return cancelled !== undefined
}

/** The step that a desk saw as it pressed is not in play any more: another desk was quicker (S73). */
export function isOvertaken({ at }: Session, since: string | null | undefined): boolean {
  if (since === undefined) return false
  return (at?.since ?? null) !== (since === null ? null : Date.parse(since))
}
