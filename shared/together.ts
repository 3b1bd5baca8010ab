// What a seat is told of people together: who has the floor, who sits with whom, what is supported, what notes call up.
// Part of the snapshot (wire.ts); made by session/view.ts.

interface Speaker {
  who?: string
  name?: string
  group?: string
}
/** How the floor is given: see session/floor.ts. */
export interface FloorRules {
  /** Seconds of one turn, shown and never enforced; 0 for no limit. */
  turn: number
  /** Whoever has not spoken yet comes first. */
  firstSpeakers: boolean
  /** arrival: who asked first. least: who has spoken the least. */
  order: 'arrival' | 'least'
  /** Groups take turns. */
  alternate: boolean
  groups: { id: string; label: string }[]
  /** Invited people whose time is measured, called by the desk without asking. */
  panel: { id: string; label: string }[]
  /** Names are shown on the wall; `chairs` of a circle in the middle, the free one included. */
  names: boolean
  /** Phones learn the name of who speaks, too: a small circle whose answers are public. Never who waits. */
  circled?: true
  chairs?: number
}

/** The floor as one seat may know it. Times in milliseconds; turns under way are not counted in them. */
export interface FloorView {
  /** `since` is ISO; `mine` where this seat speaks. */
  speaking?: Speaker & { since: string; mine?: true }
  /** How many wait. */
  waiting: number
  /** This seat's own place in the queue, from 1, and its group. */
  place?: number
  group?: string
  /** In the order in which they are called: not for participants. `first` has not spoken yet. */
  queue?: (Speaker & { first?: true })[]
  groups: { id: string; label: string; ms: number; turns: number }[]
  panel: { id: string; label: string; ms: number; turns: number }[]
  /** Who sits in the middle of a circle of so many chairs, in the order of the chairs; not for participants. */
  circle?: { chairs: number; inside: Speaker[] }
  /** Walls, where a turn goes round a named circle: who has had their turn, who has it, who comes, and who is here without having asked, in this order. */
  round?: (Speaker & { state: 'done' | 'speaking' | 'next' | 'here' })[]
  /** Desk only: time by person. */
  people?: (Speaker & { ms: number; turns: number })[]
  /** Seconds of one turn; 0 for no limit. */
  turn: number
}

/** Groups of the step in play. Names go to desks and walls only. */
export interface GroupsView {
  size: 'seat' | 'pair' | 'table'
  /** This seat's own group. */
  mine?: string
  /** This seat is the host of its table, and stays. */
  host?: true
  /** The first of each group is its host. */
  hosts?: true
  list: { id: string; number: number; many: number; people?: { who: string; name?: string }[] }[]
  /** People choose their own. */
  choose?: true
  /** They still share their sheet, and all of them look at the board together. */
  plenary?: true
}

/** Up-votes on the notes of the board in play: how many each has, and which are this seat's own. */
export interface UpvotesView {
  counts: Record<string, number>
  mine: string[]
  /** This seat may still change its own. */
  open: boolean
  /** How many more it has to give, where they are counted. */
  left?: number
}

/** What a phone may answer to a note with one touch: liked, inspiring, lived by others too, worth a closer look. */
export const REACTIONS = ['like', 'spark', 'same', 'dig'] as const
export type Reaction = (typeof REACTIONS)[number]
export type ReactionCounts = Partial<Record<Reaction, number>>

/** Go on with this topic: yes, either way, no. */
export const THUMBS = ['up', 'side', 'down'] as const
export type Thumb = (typeof THUMBS)[number]
export type ThumbCounts = Record<Thumb, number>
/** What each topic was answered, one entry for each time it was asked. By note. */
export type Thumbed = Record<string, ThumbCounts[]>

/** The room is asked whether it goes on with the topic on the screen. */
export interface ThumbsView {
  /** What going on would add. */
  minutes: number
  /** For desks and walls. */
  counts?: ThumbCounts
  /** This seat's own. */
  mine?: Thumb
  /** This seat may still change its own. */
  open: boolean
}

/** Reactions to the notes of the board in play. */
export interface ReactionsView {
  /** By note; for desks and walls. */
  counts?: Record<string, ReactionCounts>
  /** This seat's own, by note. */
  mine: Record<string, Reaction>
  /** This seat may still change its own. */
  open: boolean
}
