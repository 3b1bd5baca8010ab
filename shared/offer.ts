// What the desk may pick from for the activity in play. Made by server/live/carry.ts, read by the desk.

/** A note that earlier activities have left for the one in play; `proposed` where a matrix proposes it. */
export interface Offered {
  id: string
  label: string
  from?: string
  proposed?: true
}

/** What the desk may pick from, and what it has picked; nothing picked is everything. */
export interface Offer {
  notes: Offered[]
  picked?: string[]
}
