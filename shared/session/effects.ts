// What an accepted command asks the house to do, as data. Called by machine.ts, carried out by server/live/effects.ts.
import type { Move } from './commands.ts'

export type Effect =
  | { do: 'openBoard'; activity: string }
  | { do: 'seal'; activity: string; poll: string }
  /** What the seats gave in to a poll that was withdrawn is deleted uncounted. */
  | { do: 'discard'; activity: string; poll: string }
  /** Ballots of the open poll follow its paper: `option` has left it, or has become a part of `into`. */
  | { do: 'adjust'; activity: string; option: string; into?: string }
  /** Everything written so far goes to the board, in one transaction. */
  | { do: 'project'; activity: string }
  /** What leads from the notes of the activity to their authors is destroyed, once the session says so. */
  | { do: 'forget'; activity: string }
  /** What people wrote before this step lies on the sheets of their groups (S70). */
  | { do: 'takeUp'; activity: string; step: string }
  | { do: 'checkpoint'; activity: string; step: string }
  | { do: 'approve'; note: string }
  /** What was approved joins the open paper of its activity. */
  | { do: 'release'; activity: string }
  | { do: 'hide'; note: string; on: boolean }
  | { do: 'arrange'; moves: Move[] }
  | { do: 'mark'; note: string; as: 'answered' | 'parked' | null }
  | { do: 'removeSeat'; seat: string }
  /** Two devices of one person: ballots, slip and name follow (S61). */
  | { do: 'mergeSeats'; from: string; into: string }
  | { do: 'hand'; up: boolean }
  | { do: 'done'; on: boolean }
  /** `seat`: somebody else's; else the one that gave the command. */
  | { do: 'name'; name: string; seat?: string }
  /** Rights have changed: documents that a seat may no longer have are closed. */
  | { do: 'reconsider' }
  | { do: 'end' }
