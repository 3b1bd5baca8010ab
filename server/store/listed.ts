// A row of the operator's list of workshops. Read by workshops.ts, told by the routes of the operator.
import type { Language } from '../../shared/wire.ts'

/** What the operator sees of a workshop: nothing that was written in it but its title. */
export interface ListedWorkshop {
  id: string
  title: string
  language: Language
  createdAt: number
  touchedAt: number
  state: 'planned' | 'begun' | 'ended'
  /** Participants, those who left apart. */
  seats: number
  /** About what it takes on disk: documents, checkpoints, programme, session. */
  bytes: number
}
