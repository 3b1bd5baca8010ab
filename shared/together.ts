// What a seat is told of people together: who has the floor, who sits with whom, what is supported. Types only.
// Part of the snapshot (wire.ts); made by session/view.ts.

interface Speaker {
  who?: string
  name?: string
  group?: string
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
}

/** Up-votes on the notes of the board in play: how many each has, and which are this seat's own. */
export interface UpvotesView {
  counts: Record<string, number>
  mine: string[]
  /** This seat may still change its own. */
  open: boolean
}
