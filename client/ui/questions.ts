// Questions of the room in the order of their support, by what became of them. Pure. Called by walls, phones and desks.
import type { Note } from '../../shared/board/note.ts'
import type { UpvotesView } from '../../shared/together.ts'

export interface Asked {
  note: Note
  count: number
  mine: boolean
}

export interface Sorted {
  asked: Asked[]
  answered: Asked[]
  parked: Asked[]
}

/** The visible questions: most supported first, then the first asked. */
export function sortQuestions(notes: readonly Note[], upvotes: UpvotesView): Sorted {
  const counts = new Map(Object.entries(upvotes.counts))
  const own = new Set(upvotes.mine)
  const all = notes
    .filter((note) => !note.hidden && note.fields?.['group'] !== 1)
    .map((note) => ({ note, count: counts.get(note.id) ?? 0, mine: own.has(note.id) }))
    .sort((a, b) => b.count - a.count)
  const those = (state: string) => all.filter(({ note }) => note.fields?.['state'] === state)
  const [answered, parked] = [those('answered'), those('parked')]
  return { asked: all.filter((one) => !answered.includes(one) && !parked.includes(one)), answered, parked }
}
