// What the guard's tests share: updates written byte by byte, and a sheet with two people on it.
// Called by guard.test.ts and guard-people.test.ts, by nothing that runs.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { addNote, noteMap } from '../../shared/board/note.ts'
import { LIMITS } from '../../shared/limits.ts'
import { checkUpdate, createClaims } from './guard.ts'
import type { Verdict, Writer } from './guard.ts'
import type { Sort } from './guard-shape.ts'

export const SERVER = 7
export const ANA = 11
export const BEN = 22
export const ben: Writer = { seat: 'ben', trusted: false }
export const desk: Writer = { seat: 'desk', trusted: true }

type Write = (to: encoding.Encoder) => void
type Ref = [client: number, clock: number]
export const uint = encoding.writeVarUint
export const string = encoding.writeVarString

/** What these writers write, one behind the other. */
export function bytes(...writes: Write[]): Uint8Array {
  return encoding.encode((to) => writes.forEach((write) => write(to)))
}

/** The structs of one client, from a clock on. */
export function section([client, clock]: Ref, ...structs: Write[]): Write {
  return (to) => {
    for (const value of [structs.length, client, clock]) uint(to, value)
    structs.forEach((write) => write(to))
  }
}

/** A whole update of sections and deleted ranges. */
export function update(
  sections: Write[],
  ranges: [client: number, clock: number, length: number][] = [],
): Uint8Array {
  return bytes(
    (to) => uint(to, sections.length),
    ...sections,
    (to) => uint(to, ranges.length),
    ...ranges.map(
      ([client, clock, length]): Write =>
        (to) =>
          [client, 1, clock, length].forEach((v) => uint(to, v)),
    ),
  )
}

interface Place {
  origin?: Ref
  right?: Ref
  root?: string
  parent?: Ref
  key?: string
}

/** One item; where it lies, the content's number in yjs, the content. */
export function item(place: Place, ref: number, content: Write): Write {
  const { origin, right, root, parent, key } = place
  const id = (to: encoding.Encoder, [client, clock]: Ref) => (uint(to, client), uint(to, clock))
  return (to) => {
    encoding.writeUint8(to, ref | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20))
    if (origin) id(to, origin)
    if (right) id(to, right)
    if (!origin && !right) {
      uint(to, root === undefined ? 0 : 1)
      if (root === undefined) id(to, parent!)
      else string(to, root)
      if (key !== undefined) string(to, key)
    }
    content(to)
  }
}

export const gc =
  (length: number): Write =>
  (to) => (uint(to, 0), uint(to, length))
export const text = (place: Place, value: string) => item(place, 4, (to) => string(to, value))
export const map = (place: Place) => item(place, 7, (to) => uint(to, 1))
export const deleted = (place: Place, length: number) => item(place, 1, (to) => uint(to, length))
export const any = (place: Place, ...values: unknown[]) =>
  item(place, 8, (to) => {
    uint(to, values.length)
    values.forEach((value) => encoding.writeAny(to, value as never))
  })

/** A sheet that Ana (client 11) and Ben (client 22) share: Ana's note `a`, Ben's note `b`. */
export function sheet() {
  const doc = new Y.Doc()
  doc.clientID = SERVER
  const claims = createClaims([
    [SERVER, 'server'],
    [ANA, 'ana'],
    [BEN, 'ben'],
  ])
  const people = [ANA, BEN].map((client, i) => {
    const own = new Y.Doc()
    own.clientID = client
    own.transact(() => addNote(own, { id: 'ab'[i]!, text: 'hello', under: 'z' }))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(own))
    return own
  })
  for (const own of people) Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
  return { doc, claims, bens: people[1]! }
}

export type Sheet = ReturnType<typeof sheet>
export const room = { bytes: 0, most: LIMITS.pad }

/** Puts an update through the gate, and into the document when it passes. */
export function send(
  { doc, claims }: Sheet,
  bytes: Uint8Array,
  writer = ben,
  size = room,
  sort: Sort = 'pad',
): Verdict {
  const verdict = checkUpdate(doc, bytes, writer, claims, size, sort)
  if (verdict.ok && verdict.novel) Y.applyUpdate(doc, bytes)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('something is left pending')
  return verdict
}

/** What a client's document did since, as one update. */
export function doing(doc: Y.Doc, what: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  what()
  return Y.encodeStateAsUpdate(doc, before)
}

// Ids of Ben's note: 0 the note, 1 its text, 2-6 `hello`, 7 tone, 8 at, 9 order, 10 under; next 11.
export const NEXT = 11
export const note = { parent: [BEN, 0] as Ref }
export const letters = { origin: [BEN, 6] as Ref }
export const mine = (...structs: Write[]) => update([section([BEN, NEXT], ...structs)])
export const textOf = (doc: Y.Doc, id: string) => noteMap(doc, id)!.get('text') as Y.Text
