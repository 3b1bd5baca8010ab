// The shapes of a report: what goes in and what comes out. Made by report.ts; read by its renderers and by the page.
import type { Field } from '../activities/activity.ts'
import type { ReactionCounts, Thumbed } from '../together.ts'
import type { Note } from '../board/note.ts'
import type { Programme } from '../programme.ts'
import type { Source, SourceCounts } from '../session/sources.ts'
import type { Session } from '../session/state.ts'
import type { Lot, Paper } from '../voting.ts'
import type { Language, WorkshopFacts } from '../wire.ts'
import type { Block } from './blocks.ts'
import type { VoterNames } from './named.ts'

/** The tour that a workshop is a stop of: the how manieth of how many, or its assembly. */
export interface TourPlace {
  title: string
  stop: number | 'assembly'
  of: number
}

export interface ReportInput {
  /** `createdAt` in milliseconds. */
  workshop: WorkshopFacts & { createdAt: number }
  programme: Programme
  session: Session
  /** All notes of each board by activity, hidden ones included; those of the lasting board under `decisions`. */
  notes: Record<string, Note[]>
  people: { seats: number }
  tour?: TourPlace
  /** The language of the report's own words. */
  language: Language
  summary?: string
  /** First names by note id: only when asked for, and where they are still known. */
  names?: Record<string, string>
  /** Through what a note came in, by note id, where that was not its author's own phone and is still known. */
  sources?: Record<string, Source>
  /** Names of voters: only when asked for, of votes that were not secret. */
  voters?: VoterNames
  /** Bare ballots by poll: only when asked for. */
  ballots?: Record<string, unknown[]>
}

export interface Figure {
  id: 'stops' | 'people' | 'notes' | 'dots' | 'ballots' | 'together' | 'roti'
  /** As it is written in the report's language. */
  text: string
  label: string
}

/** Ballots counted, and people who could have voted. */
export interface Participation {
  voted: number
  of: number
  /** Of the ballots counted: those given in on paper and entered by the desk. */
  byHand?: number
  /** Through what the ballots came in, where not all of them came from people's own phones. */
  sources?: SourceCounts
}

export interface Section {
  id: string
  kind: string
  /** What the exercise is called. */
  exercise: string
  title: string
  question: string
  /** As the programme has them, so that the report can be brought back. */
  settings: Record<string, unknown>
  blocks: Block[]
  /** Every visible note of the board. */
  notes: Note[]
  /** Places of the board that notes may lie under. */
  zones: { id: string; label: string; box?: [number, number, number, number] }[]
  /** Further lines of a card, beside its text. */
  fields?: Pick<Field, 'key' | 'label' | 'type'>[]
  /** What a paper stands for here. */
  kinds?: { tone: string; label: string }[]
  /** What people answered to the notes with one touch, by note. */
  reactions?: Record<string, ReactionCounts>
  /** What the room answered to its topics, each time it was asked whether to go on, by note. */
  thumbs?: Thumbed
  /** It is a page of its own, too. */
  page?: true
  /** Notes lie under each other at any depth. */
  tree?: true
  /** True where a note's place on the board means something. */
  placed: boolean
  /** Of the last counted round, else of the last one. */
  paper?: Paper
  participation?: Participation
  result?: unknown
  /** SHA-256 of the ballots; see `ballots` for how to make it again. */
  fingerprint?: string
  /** Public lots drawn among tied options. */
  lots?: Lot[]
  /** The bare ballots and the salt of their fingerprint: only when asked for, and from five ballots on. */
  ballots?: { list: unknown[]; salt: string }
  /** Votes withdrawn after their count: the reason, and what was counted; for the JSON alone, and never for a share. */
  withdrawn?: ({ reason: string } & Required<Pick<Section, 'paper' | 'participation'>> &
    Pick<Section, 'result' | 'fingerprint'>)[]
}

export interface Report {
  v: 1
  language: Language
  workshop: WorkshopFacts & { createdAt: string }
  /** What the facilitation has written about the workshop as a whole. */
  summary?: string
  tour?: TourPlace
  /** "Report of the workshop", with its place and its date where they were given. */
  subtitle: string
  /** When the first activity was opened, and when the workshop was ended; ISO. */
  startedAt?: string
  endedAt?: string
  /** The clock that hours are written by, as an IANA name; universal time without it. */
  zone?: string
  revision: number
  figures: Figure[]
  sections: Section[]
  names?: Record<string, string>
  /** By note id, where a note did not come from its author's own phone. */
  sources?: Record<string, Source>
}
