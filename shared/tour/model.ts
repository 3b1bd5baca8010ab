// A tour: one programme played in several places, what each place left, and what is carried to the assembly.
// Kept by server/tours; read by synthesis.ts and by the tour's page.
import type { Programme } from '../programme.ts'
import type { JsonReport } from '../report/json.ts'
import type { Language } from '../wire.ts'

/** One workshop of a tour, with its town and date. */
export interface Stop {
  id: string
  town: string
  /** Street, room: where in the town. */
  place?: string
  /** ISO date. */
  date?: string
  title?: string
  /** Absent where the stop was run elsewhere and brought in from its JSON. */
  workshop?: { id: string; code: string }
  /** The assembly that decides on the motions; a tour has one at most. */
  assembly?: true
  /** Version of the tour's programme that it was opened with. */
  version: number
}

/** What a stop has left so far: its report for machines, and how many people came. Never a name. */
export interface Outcome extends JsonReport {
  people: number
  /** True once the workshop has been ended; before that the figures may still grow. */
  over: boolean
}

/** A note of a stop, found again by three ids. */
export interface NoteRef {
  stop: string
  activity: string
  note: string
}

/** Notes of several towns that people have put together under a name. */
export interface Theme {
  id: string
  label: string
  notes: NoteRef[]
}

export const MOTION_STATES = ['talk', 'rework', 'agenda'] as const

/** What is proposed to the assembly, and the themes it comes from. */
export interface Motion {
  id: string
  title: string
  text: string
  themes: string[]
  /** talk: in discussion; rework: to be worded anew; agenda: goes to the assembly. */
  state: (typeof MOTION_STATES)[number]
}

export const PUBLIC_PARTS = ['stops', 'themes', 'results', 'motions'] as const
export type PublicPart = (typeof PUBLIC_PARTS)[number]

/** What the holders of the tour's key write together; `rev` guards against overwriting one another. */
export interface TourPlan {
  title: string
  about: string
  language: Language
  /** What every stop plays; its version grows with each change. */
  programme: Programme
  version: number
  /** A date of the tour that is no stop: a synthesis read again, a vote by all members. */
  dates: { date: string; label: string }[]
  themes: Theme[]
  motions: Motion[]
  /** Parts that the read-only link shows. */
  shown: PublicPart[]
  /** person: every ballot is worth the same; town: every town is. */
  weighting: 'person' | 'town'
}
