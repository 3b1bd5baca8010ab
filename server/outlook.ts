// What others may know of the house: whose token one is, who wrote what, and its figures. Called by the house.
import type { Parts } from './erasing.ts'
import type { Hooks } from './hooks.ts'
import type { Strain } from './strain.ts'

/** Whose token it is, with what the document gateway needs to know of the workshop. */
export function seatFinder({ seats, sessions }: Parts) {
  return async (token: string) => {
    const seat = await seats.find(token)
    const session = seat && (await sessions.get(seat.workshop))
    if (!seat || !session) return null
    // Removed, or given another link, while it was being looked up.
    if (!session.place.holds(seat)) return null
    const { code, session: state } = session.place.row
    return { workshop: seat.workshop, code, id: seat.id, role: seat.role, ended: state.ended !== null }
  }
}

/** What routes and the operator may look at. */
export function outlook({ projection, sessions, docs }: Parts, strain: Strain, hooks: Hooks) {
  return {
    authors: (workshop: string, activity: string) => projection.authors(workshop, activity),
    figures() {
      const { docs: documents, connections: documentConnections, diverged } = docs.stats()
      const { waiting: hooksWaiting, lost: hooksLost } = hooks.stats()
      const counts = { documents, documentConnections, diverged, hooksWaiting, hooksLost }
      return { ...sessions.stats(), ...counts, strain: strain.level }
    },
  }
}
