// The words of the session socket and of the documents: refusals, close codes, messages down.
// No schema lives here, so that a phone that imports it loads nothing (schemas: session/commands.ts).
import type { Layout } from './activities/activity.ts'
import type { Asks } from './activities/step-parts.ts'
import type { Wifi } from './wifi.ts'
import type { Programme } from './programme.ts'
import type { Source, SourceCounts } from './session/sources.ts'
import type { FloorView, GroupsView, ReactionsView, ThumbsView, UpvotesView } from './together.ts'
import type { Gathering, OptionEntry, Paper, PollMore, Secrecy } from './voting.ts'

/** Every "no" has one of these codes; a face turns it into a sentence, never the server. */
export type RefusalCode =
  | 'not-your-seat'
  | 'not-now'
  | 'closed'
  | 'not-allowed'
  | 'too-long'
  | 'too-many'
  | 'too-fast'
  | 'unknown-option'
  | 'stale'
  | 'gone'
  | 'full'
  | 'version'
  | 'bad-request'

/** The one shape of "no": a code and what a sentence needs to be built. */
export interface Refusal {
  ok: false
  code: RefusalCode
  params?: Record<string, string | number>
}

export function refuse(code: RefusalCode, params?: Record<string, string | number>): Refusal {
  return params ? { ok: false, code, params } : { ok: false, code }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Refusal).ok === false
}

/** Close codes of a document socket: 44xx are final, the others mean "try again". */
export const CLOSE = {
  unreadable: 1003,
  restarting: 1012,
  busy: 1013,
  unknownSeat: 4401,
  notYours: 4403,
  ended: 4410,
  tooLarge: 4413,
  reload: 4426,
  rightsChanged: 4503,
  notSaving: 4513,
  slowDown: 4529,
} as const

/** Message kind 100 on a document socket: the state vector that is durably stored. */
export const SAVED_KIND = 100
/** Kind 101, from clients of `tablee.saved`: state vector, mark of the content, second look or not; back only where it differs. */
export const CHECK_KIND = 101
export const SUBPROTOCOL = 'tablee'
export const SAVED_SUBPROTOCOL = 'tablee.saved'
export const PROTOCOL_VERSION = 1
/** Offered by our own pages beside the others, so that a page older than the server is told to reload. */
export const VERSION_SUBPROTOCOL = `tablee.v${PROTOCOL_VERSION}`

/** The version of now and the one before it: who has a page open during a deploy goes on working. */
export function speaks(v: unknown, current: number = PROTOCOL_VERSION): boolean {
  return typeof v === 'number' && v >= 1 && (v === current || v === current - 1)
}

/** Sizes of the texts of a wall, and how loud it is; the first one is the default. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
export const SOUNDS = ['off', 'soft', 'full'] as const

/** How walls look and sound, as the desk chose it; what is not there is left to each screen. */
export interface WallLook {
  night?: boolean
  calm?: boolean
  text?: (typeof TEXT_SIZES)[number]
  sound?: (typeof SOUNDS)[number]
  /** The room's own network, shown beside the way in. */
  wifi?: Wifi
  /** The address of this house that links and QR codes name; the first one where it is not said. */
  address?: string
}

export type Role = 'facilitator' | 'scribe' | 'participant' | 'wall'
/** The code of a language that we have: shared/languages.ts lists them. */
export type Language = string

/** A poll without options; a secret poll among so few that secrecy is thin. */
export type Warning = 'empty-paper' | 'few-voters'
export type Accepted = { ok: true; rev: number; receipt?: number; warning?: Warning }
export type Answer = Accepted | Refusal

/** What a poll looks like to a seat. `mine` is this seat's own last accepted choice. */
export interface PollView extends PollMore {
  id: string
  activity: string
  type: string
  secrecy: Secrecy
  state: 'open' | 'closed'
  paper: Paper & Record<string, unknown>
  /** The paper of the last published round before this one, where it had other options. */
  before?: PollView['paper']
  mine?: unknown
  /** Ids of the options that this seat is asked for, where nobody is asked for all. It grows once all have their answer. */
  share?: string[]
  /** What the desk turned the drawing of the result to, in the activity's own words. */
  look?: string[]
  /** Desk and walls: of a result with more rows than a screen, the page to be shown, from 0. */
  page?: number
  published: boolean
  /** Why it was withdrawn; such a poll has no ballots and never a result. */
  cancelled?: string
  /** Only voting slips count here. */
  slips?: true
  /** Ballots that the desk entered for people without a phone; they are part of `voted`. */
  byHand?: number
  /** Desk only, while the poll is open: what was entered by hand so far. */
  pile?: unknown[]
  /** Ballots counted, and people who could have voted; once closed. */
  voted?: number
  of?: number
  /** SHA-256 of the sealed ballots with a salt that is published with their list; once closed. */
  fingerprint?: string
  /** Through what the ballots came in, where not all of them came from people's own phones; once closed. */
  sources?: SourceCounts
}

export interface NowView {
  activity: string
  kind: string
  title: string
  question?: string
  /** Id of the step in play, one of `steps`. */
  step: string
  steps: { id: string; label: string }[]
  /** Settings that faces draw by (columns, note kinds, lengths); never anything secret. */
  settings: Record<string, unknown>
  /** The places of the board and the kinds of notes, in the workshop's language; absent without a board of its own. */
  layout?: Layout
  /** What a phone is asked to write in this step, where that is less than everything. */
  asks?: Asks
  writer?: string
  /** Writers of further sheets that are this seat's own: of devices that have become one with it. */
  also?: string[]
  /** ISO time at which this step began. */
  since: string
}

/** What everybody in a workshop may know of it. */
export interface WorkshopFacts {
  id: string
  /** Empty in the report of a tour, which has none. */
  code: string
  title: string
  language: Language
  place?: string
  date?: string
}

/** The whole of what one seat may know now. Times are ISO 8601 UTC, `left` in ms; `starts` (`18:30`) is planned, told before the first step. */
export interface Snapshot {
  v: 1
  rev: number
  time: string
  workshop: WorkshopFacts & { erasedOn?: string }
  /** `via`: the seat whose device this one shares. */
  seat: { id: string; role: Role; name?: string; via?: string }
  now?: NowView
  starts?: string
  clock?: { endsAt: string } | { left: number }
  may: {
    pad: 'none' | 'sealed' | 'open'
    board: 'none' | 'read' | 'write'
  } & Record<'arrange' | 'ballot', boolean>
  poll?: PollView
  result?: unknown
  /** Published results of earlier rounds of this poll, the first one first. */
  earlier?: unknown[]
  /** Options of the poll to come, while its activity is being read and no round has been opened. */
  preview?: OptionEntry[]
  /** Who is there for the poll to come against how many it takes, as of the beginning of this step. */
  gathering?: Gathering
  /** Desk: all of them. Wall: the join link alone. */
  links?: { join: string; wall?: string; scribe?: string; outline?: string; addresses?: string[] }
  /** Where the step has a floor. */
  floor?: FloorView
  /** Where the step puts people together. */
  groups?: GroupsView
  /** Where the activity takes up-votes. */
  upvotes?: UpvotesView
  /** Where phones may react to notes. */
  reactions?: ReactionsView
  /** While the room is asked whether it goes on with the topic. */
  thumbs?: ThumbsView
  locked?: true
  spotlight?: string
  /** What the wall is asked to show instead of the step: a large code, the title alone, what explains the result, what moved since the round before, or what was decided. */
  screen?: 'code' | 'blank' | 'why' | 'shift' | 'decisions'
  /** Desk and walls. */
  wall?: WallLook
  /** A wall that follows one group: its number. Without it, the plenary. */
  follows?: number
  ended?: true
  /** Nothing is being saved at the moment; what is sent is neither lost nor acknowledged, it is to be sent again. */
  notSaving?: true
  /** Desk only. */
  programme?: Programme
  programmeRev?: number
  progress?: Record<string, { openedAt: string; spent: number }>
  door?: 'closed'
  registered?: number
}

/** Numbers for everybody, at most four a second. */
export interface Counts {
  present: number
  writing: number
  notes: number
  voted: number
  of: number
  done: number
  /** Where options are dealt out: how many have answers enough, out of all. */
  filled?: { enough: number; of: number }
  /** Who is there against the quorum as people come and go, where one is asked for and no poll is open. */
  gathering?: Gathering
}

export interface Person {
  id: string
  name?: string
  online: boolean
  writing: boolean
  done: boolean
  hand: boolean
  /** Absent for somebody with a phone of their own. */
  source?: Exclude<Source, 'phone' | 'paper'>
}

/** Desk only: people by name, and notes that await approval. */
export interface DeskView {
  people: Person[]
  walls: number
  /** Screens that said who they are, and the group that each follows, or null. */
  screens: { id: string; follows: number | null }[]
  queue: { note: string; text: string; tone: string }[]
}
