// Two letters for a person, or their number in the room. Called by People and PeopleDialog.
import type { Person } from '../../shared/wire.ts'

/** First letters of the first name, in capitals; without a name the place in the list, from 1. */
export function initials(person: Person, index: number): string {
  const letters = [...(person.name ?? '').trim()].slice(0, 2).join('')
  return letters === '' ? String(index + 1) : letters.toLocaleUpperCase()
}
