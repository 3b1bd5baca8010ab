// Links between notes that people tie: what a milestone is needed for, what a strength meets outside.
// Called by the phone's and the desk's choosers, by the boards that show links, and by reports.
import type { Layout, Zone } from '../activities/activity.ts'
import { columnsOf, type Column } from './columns.ts'
import { closesRing, NEEDED, neededFor } from './needs.ts'
import { byOrder, type Note } from './note.ts'
import { below } from './tree.ts'

/** The label of a link from what is inside to what it meets outside. */
export const MEETS = 'meets'

type Rules = Pick<Layout, 'needs' | 'meets'>

/** `from` carries the link. */
export interface Tie {
  from: string
  to: string
  label: string
}

/** A place with the notes in it that a note may be tied to, and those it is tied to already. */
export interface Offer {
  id: string
  title: string
  others: { note: Note; tie: Tie; on: boolean }[]
}

/** True where notes of this board may be tied. */
export function hasTies({ needs, meets }: Rules): boolean {
  return needs === true || meets !== undefined
}

const isTied = (notes: readonly Note[], { from, to, label }: Tie) =>
  notes.some(({ id, links }) => id === from && links?.[to] === label)

const all = ({ branches }: Column) => branches.flatMap((branch) => [branch.note, ...below(branch)])

/** What a note may be tied to, place by place; hidden notes are not offered. `ringed`: some are left out, as the chain would run in a circle. */
export function offersOf(
  rules: Rules,
  notes: readonly Note[],
  zones: readonly Zone[],
  note: Note,
): { offers: Offer[]; ringed: boolean } {
  const seen = notes.filter(({ hidden }) => !hidden)
  const columns = columnsOf(seen, zones)
  const here = columns.findIndex((column) => all(column).some(({ id }) => id === note.id))
  const rings = ({ from, to, label }: Tie) =>
    label === NEEDED && !isTied(seen, { from, to, label }) && closesRing(notes, from, to)
  let ringed = false
  const offers = columns.flatMap((column, i) => {
    const others = all(column).flatMap((other) => {
      const tie = other.id === note.id ? null : tieOf(rules, columns, [here, note], [i, other])
      if (!tie) return []
      if (rings(tie)) {
        ringed = true
        return []
      }
      return [{ note: other, tie, on: isTied(seen, tie) }]
    })
    return others.length > 0 ? [{ id: column.id, title: column.title ?? '', others }] : []
  })
  return { offers, ringed }
}

/** The link that these two may have; null where they may have none. Nothing is needed for what came before it. */
function tieOf(
  { needs, meets = [] }: Rules,
  columns: readonly Column[],
  [here, note]: [number, Note],
  [there, other]: [number, Note],
): Tie | null {
  if (needs) return there >= here ? { from: note.id, to: other.id, label: NEEDED } : null
  const [mine, its] = [columns[here]?.id, columns[there]!.id]
  if (meets.some(([inner, outer]) => inner === mine && outer === its))
    return { from: note.id, to: other.id, label: MEETS }
  if (meets.some(([inner, outer]) => inner === its && outer === mine))
    return { from: other.id, to: note.id, label: MEETS }
  return null
}

/** What a note is tied to and that can be seen, whichever of the two carries the link; of needs, what it is needed for. */
export function tiedTo(rules: Rules, notes: readonly Note[], note: Note): Note[] {
  const needed = new Set(rules.needs ? neededFor(note) : [])
  return notes.filter(
    (other) =>
      !other.hidden &&
      (needed.has(other.id) ||
        (rules.meets !== undefined &&
          (note.links?.[other.id] === MEETS || other.links?.[note.id] === MEETS))),
  )
}

/** Two notes that meet, and the number of the pair of places in which they lie. */
export interface Meeting {
  pair: number
  inner: Note
  outer: Note
}

/** Who meets whom among the notes that can be seen, pair of places by pair of places. */
export function meetings(
  notes: readonly Note[],
  zones: readonly Zone[],
  meets: NonNullable<Layout['meets']>,
): Meeting[] {
  const places = columnsOf(
    notes.filter(({ hidden }) => !hidden),
    zones,
  ).map((column) => ({ id: column.id, notes: all(column).toSorted(byOrder) }))
  const lying = (id: string) => places.find((place) => place.id === id)?.notes ?? []
  return meets.flatMap(([from, to], pair) =>
    lying(from).flatMap((inner) =>
      lying(to).flatMap((outer) => (inner.links?.[outer.id] === MEETS ? [{ pair, inner, outer }] : [])),
    ),
  )
}
