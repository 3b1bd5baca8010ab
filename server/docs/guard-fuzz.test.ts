// The gate under random people and random bytes: no honest update is refused, and whatever passes can be applied,
// stored and loaded again. Every run is seeded.
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, notesOf, readNotes, spliceText, TONES, type Note } from '../../shared/board/note.ts'
import { figure, formOf, sized } from '../../tests/support/forms.ts'
import { freshSeed } from '../../tests/support/random.ts'
import { decode } from './guard-decode.ts'
import { checkUpdate, createClaims } from './guard.ts'
import type { Sort } from './guard-shape.ts'

type Luck = () => number
type NoteMap = Y.Map<unknown>
interface Person {
  seat: string
  doc: Y.Doc
  undo: Y.UndoManager
  online: boolean
  unsent: Uint8Array[]
}
/** An update on its way, with the document it met. */
interface Shot {
  before: Uint8Array
  update: Uint8Array
  seat: string
  claims: [number, string][]
  sort: Sort
}
interface Room {
  sort: Sort
  server: Y.Doc
  claims: ReturnType<typeof createClaims>
  people: Person[]
  made: number
  /** What the server had a while ago: an answer to that overlaps what it knows. */
  heard: Uint8Array
  shots: Shot[]
}
type Act = (room: Room, person: Person, luck: Luck) => void

const WORDS = ['a', 'bé', '😀', 'hello ', 'x\ny', '日本', '', 'zzzzzz', '👩‍👩‍👧']

/** Small seeded randomness (mulberry32). */
function luckOf(seed: number): Luck {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const below = (luck: Luck, most: number) => Math.floor(luck() * most)
const pick = <T>(luck: Luck, list: readonly T[]): T => list[below(luck, list.length)]!

/** Two devices of one seat and one of another share a document. */
function createRoom(sort: Sort): Room {
  const server = new Y.Doc()
  server.clientID = 7
  const claims = createClaims([[7, 'server']])
  const room: Room = { sort, server, claims, people: [], made: 0, heard: Uint8Array.of(0), shots: [] }
  room.people = ['ana', 'ana', 'ben'].map((seat, i) => arrive(room, seat, new Y.Doc({ gc: i !== 1 })))
  server.on('update', (update: Uint8Array) => {
    for (const person of room.people) if (person.online) Y.applyUpdate(person.doc, update, room)
  })
  return room
}

function arrive(room: Room, seat: string, doc: Y.Doc): Person {
  doc.clientID = 1000 + 37 * room.made++
  const undo = new Y.UndoManager([notesOf(doc)], { captureTimeout: room.made % 2 ? 500 : 0 })
  const person: Person = { seat, doc, undo, online: true, unsent: [] }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === room) return
    if (person.online) receive(room, person, update)
    else person.unsent.push(update)
  })
  return person
}

function receive(room: Room, { seat }: Person, update: Uint8Array): void {
  const { server, claims, sort } = room
  room.shots.push({
    before: Y.encodeStateAsUpdate(server),
    update,
    seat,
    claims: [...claims.entries()],
    sort,
  })
  const writer = { seat, trusted: sort === 'board' }
  const verdict = checkUpdate(server, update, writer, claims, { bytes: 0, most: 1e9 }, sort)
  if (!verdict.ok) throw new Error(`refused: ${verdict.why}`)
  if (verdict.novel) Y.applyUpdate(server, update)
  expect(leftPending(server)).toBe(false)
}

/** As the stock provider does, or with everything, or with what was kept: at once, or one by one. */
const comeBack: Act = (room, person, luck) => {
  if (person.online) return
  const { doc, unsent } = person
  const missed = Y.encodeStateAsUpdate(room.server, Y.encodeStateVector(doc))
  const way = below(luck, 4)
  Object.assign(person, { online: true, unsent: [] })
  if (way === 0) receive(room, person, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.server)))
  if (way === 1) receive(room, person, Y.encodeStateAsUpdate(doc))
  if (way === 2 && unsent.length > 0) receive(room, person, Y.mergeUpdates(unsent))
  if (way === 3) unsent.forEach((update) => receive(room, person, update))
  Y.applyUpdate(doc, missed, room)
}

/** The page opens anew with what it had kept, under another clientID. */
const reload: Act = (room, person) => {
  const { online, unsent } = person
  const doc = new Y.Doc({ gc: person.doc.gc })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc))
  person.undo.destroy()
  room.people[room.people.indexOf(person)] = Object.assign(arrive(room, person.seat, doc), { online, unsent })
}

/** An act on some note of this person; nothing where there is none. */
function onNote(act: (note: NoteMap, luck: Luck, room: Room, person: Person) => void): Act {
  return (room, person, luck) => {
    const notes = [...notesOf(person.doc).values()] as NoteMap[]
    if (notes.length > 0) act(pick(luck, notes), luck, room, person)
  }
}

function onText(act: (text: Y.Text, luck: Luck) => void): Act {
  return onNote((note, luck) => act(note.get('text') as Y.Text, luck))
}

/** Overwrites a few entries of the small map under a key, which it opens where it is missing. */
function scribble(note: NoteMap, key: string, luck: Luck, value: unknown): void {
  if (!note.has(key)) note.set(key, new Y.Map([['k0', value]]))
  const inner = note.get(key) as NoteMap
  if (luck() < 0.7) inner.set(`k${below(luck, 4)}`, value)
  else inner.delete(`k${below(luck, 4)}`)
}

function respell(text: Y.Text, luck: Luck): void {
  const letters = [...text.toString()]
  letters.splice(below(luck, letters.length + 1), below(luck, 3), pick(luck, WORDS))
  spliceText(text, letters.join(''))
}

function write(doc: Y.Doc, id: string, luck: Luck): void {
  const seed = { id, text: pick(luck, WORDS) + pick(luck, WORDS), order: pick(luck, ['', 'a0', 'a1']) }
  const more = {
    under: `n${below(luck, 9)}`,
    at: [luck(), luck()] as [number, number],
    tone: pick(luck, TONES),
  }
  const most = { ...more, fields: { who: 'z', k1: 3 }, links: { k2: 'because' } }
  doc.transact(() => addNote(doc, { ...seed, ...pick(luck, [{}, more, most]) }))
}

const acts: Record<string, Act> = {
  write: (room, { doc }, luck) =>
    write(doc, luck() < 0.1 ? `same${below(luck, 2)}` : `n${room.made++}`, luck),
  respell: onText(respell),
  respellAgain: onText(respell),
  type: onText((text, luck) => [...pick(luck, WORDS)].forEach((letter) => text.insert(text.length, letter))),
  tone: onNote((note, luck) => note.set('tone', pick(luck, TONES))),
  drag: onNote((note, luck) => WORDS.slice(below(luck, 9)).forEach(() => note.set('at', [luck(), luck()]))),
  order: onNote((note, luck) => note.set('order', `a${below(luck, 9)}`)),
  put: onNote((note, luck) =>
    luck() < 0.5 ? note.delete('under') : note.set('under', `n${below(luck, 9)}`),
  ),
  field: onNote((note, luck) => scribble(note, 'fields', luck, pick(luck, ['v', 5, 0.1]))),
  link: onNote((note, luck) => scribble(note, 'links', luck, pick(luck, WORDS))),
  hide: onNote((note, _, { sort }) => {
    if (sort !== 'board') return
    if (note.has('hidden')) note.delete('hidden')
    else note.set('hidden', true)
  }),
  remove: onNote((note, _luck, _room, { doc }) => notesOf(doc).delete(note._item!.parentSub!)),
  undo: (_, { undo }) => void undo.undo(),
  redo: (_, { undo }) => void undo.redo(),
  version: (_, { doc }) => void doc.getMap('meta').set('v', 1),
  leave: (_, person) => void (person.online = false),
  comeBack,
  comeBackToo: comeBack,
  reload,
  answerLate: (room, person) => {
    if (person.online) receive(room, person, Y.encodeStateAsUpdate(person.doc, room.heard))
    room.heard = Y.encodeStateVector(room.server)
  },
  serverWrites: (room, _, luck) => write(room.server, `s${room.made++}`, luck),
  serverEdits: ({ server, sort }, _, luck) => {
    const note = [...notesOf(server).values()].at(-1) as NoteMap | undefined
    if (note) respell(note.get('text') as Y.Text, luck)
    if (sort === 'board') note?.set('own', true)
  },
}

const step = fc.record({ who: fc.nat(2), act: fc.constantFrom(...Object.keys(acts)), luck: fc.nat() })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function play(sort: Sort, steps: Step[]): Room {
  const room = createRoom(sort)
  for (const { who, act, luck } of steps) acts[act]!(room, room.people[who]!, luckOf(luck))
  for (const person of room.people) comeBack(room, person, luckOf(1))
  return room
}

function leftPending({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

function load(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = 7
  return doc
}

describe('honest people', () => {
  test.each<Sort>(['pad', 'board'])('on a %s are never refused, and all see the same in the end', (sort) => {
    const steps = fc.array(step, { minLength: 120, maxLength: 160, size: 'max' })
    const property = fc.property(steps, (steps) => {
      const { server, people } = play(sort, steps)
      for (const { doc } of people) expect(readNotes(doc)).toEqual(readNotes(server))
    })
    fc.assert(property, { seed: 11, numRuns: 60 })
  })
})

/** Bytes changed, lost, doubled, or taken from another update. */
function scramble(update: Uint8Array, other: Uint8Array, luck: Luck): Uint8Array {
  const bytes = [...update]
  for (let n = 1 + below(luck, 3); n > 0; n--) {
    const at = below(luck, bytes.length)
    const value = bytes[at] ?? 0
    const changes = [
      () => (bytes[at] = below(luck, 256)),
      () => (bytes[at] = value ^ (1 << below(luck, 8))),
      () => (bytes[at] = (value + pick(luck, [1, 255])) & 255),
      () => bytes.splice(at, below(luck, 8)),
      () => bytes.splice(at, 0, below(luck, 256)),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + below(luck, 12))),
      () => bytes.splice(at, below(luck, 8), ...other.slice(at, at + below(luck, 16))),
    ]
    pick(luck, changes)()
  }
  return Uint8Array.from(bytes)
}

const contents = [
  () => new Y.ContentString('ab'),
  () => new Y.ContentString('😀'),
  () => new Y.ContentAny(['ciel']),
  () => new Y.ContentAny([[0, 1]]),
  () => new Y.ContentAny(['a', 'b']),
  () => new Y.ContentDeleted(3),
  () => new Y.ContentType(new Y.Map()),
  () => new Y.ContentType(new Y.Text()),
]

/** A well-formed update whose structs lie somewhere else, or are something else. */
function forge(update: Uint8Array, before: Y.Doc, luck: Luck): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update) as {
    structs: (Y.Item | Y.GC)[]
    ds: ReturnType<typeof Y.createDeleteSet>
  }
  const ids = [...before.store.clients.values()].flatMap((list) =>
    list.map(({ id, length }) => ({ id, length })),
  )
  ids.push(...structs.map(({ id, length }) => ({ id, length })))
  const anyId = () => {
    const { id, length } = pick(luck, ids)
    return Y.createID(id.client, id.clock + below(luck, length + 1))
  }
  for (let n = 1 + below(luck, 3); n > 0 && structs.length > 0; n--) {
    const at = below(luck, structs.length)
    const struct = structs[at]!
    if (struct instanceof Y.GC) struct.length = 1 + below(luck, 5)
    else if (luck() < 0.1) structs[at] = new Y.GC(struct.id, struct.length)
    else twist(struct, anyId, luck)
  }
  if (ids.length > 0 && luck() < 0.2)
    ds.clients.set(anyId().client, [{ clock: below(luck, 20), len: 1 + below(luck, 5) }])
  return encode(structs, ds)
}

function twist(item: Y.Item, anyId: () => Y.ID, luck: Luck): void {
  const near = (id: Y.ID | null) =>
    id && luck() < 0.6 ? Y.createID(id.client, Math.max(0, id.clock + below(luck, 7) - 3)) : anyId()
  const change = below(luck, 5)
  if (change === 0) item.origin = near(item.origin)
  if (change === 1) item.rightOrigin = near(item.rightOrigin)
  if (change === 2)
    Object.assign(item, { origin: null, rightOrigin: null, parent: luck() < 0.2 ? 'notes' : anyId() })
  if (change === 3) item.parentSub = pick(luck, [null, 'text', 'tone', 'at', 'n1', 'fields', '__proto__'])
  if (change === 4) item.content = pick(luck, contents)()
  // Some parent must be written where no neighbour tells it.
  if (!item.origin && !item.rightOrigin) item.parent ??= 'notes' as unknown as Y.ID
}

function encode(structs: (Y.Item | Y.GC)[], ds: ReturnType<typeof Y.createDeleteSet>): Uint8Array {
  const to = new Y.UpdateEncoderV1()
  const uint = (value: number) => encoding.writeVarUint(to.restEncoder, value)
  const clients = Map.groupBy(structs, (struct) => struct.id.client)
  uint(clients.size)
  for (const [client, list] of clients) {
    for (const value of [list.length, client, list[0]!.id.clock]) uint(value)
    for (const struct of list) struct.write(to, 0)
  }
  uint(ds.clients.size)
  for (const [client, ranges] of ds.clients) {
    for (const value of [client, ranges.length, ...ranges.flatMap(({ clock, len }) => [clock, len])])
      uint(value)
  }
  return to.toUint8Array()
}

/**
 * A pair of neighbours that no keyboard makes: the right one comes before the left one, or was written knowing what lies
 * between the two. The undo manager of yjs makes such pairs now and then, and yjs orders them by how the runs of text
 * happen to be cut: letters of that sheet may load in another order.
 */
function isTwisted(doc: Y.Doc, update: Uint8Array): boolean {
  const parts = decode(update)
  if (typeof parts === 'string') return false
  return parts.sections.some(({ structs }) =>
    structs.some(({ origin, right }) => origin && right && !mayBeNeighbours(doc, origin, right)),
  )
}

interface Place {
  client: number
  clock: number
}

function mayBeNeighbours({ store }: Y.Doc, left: Place, right: Place): boolean {
  const itemAt = ({ client, clock }: Place) => Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  const covers = ({ id, length }: Y.Item | Y.GC, { client, clock }: Place) =>
    id.client === client && id.clock <= clock && clock < id.clock + length
  const between: Place[] = []
  const first = itemAt(left)
  for (let clock = left.clock + 1; clock < first.id.clock + first.length; clock++)
    between.push({ client: left.client, clock })
  for (let item = first instanceof Y.Item ? first.right : null; ; item = item.right) {
    if (covers(first, right) && right.clock > left.clock) break
    if (item === null) return false
    if (covers(item, right)) break
    for (let n = 0; n < item.length; n++) between.push({ client: item.id.client, clock: item.id.clock + n })
  }
  const known = new Set<string>()
  for (let at: Place | null = right; at && known.size < 10_000;) {
    const item = itemAt(at)
    const before: Place | null = at.clock > item.id.clock ? { ...at, clock: at.clock - 1 } : originOf(item)
    if (before) known.add(`${before.client}.${before.clock}`)
    at = before
  }
  return !between.some(({ client, clock }) => known.has(`${client}.${clock}`))
}

const originOf = (item: Y.Item | Y.GC): Place | null => (item instanceof Y.Item ? item.origin : null)

/** The same notes, whatever the order of their letters. */
const letters = (notes: Note[]) => notes.map((note) => ({ ...note, text: [...note.text].sort().join('') }))

/** Sends a mutant to the document that its original met: where it passed, all is well after it. */
function survives(
  { before, seat, claims, sort }: Shot,
  mutant: Uint8Array,
): 'refused' | 'passed' | 'twisted' {
  const doc = load(before)
  const known = createClaims(claims)
  const verdict = checkUpdate(
    doc,
    mutant,
    { seat, trusted: sort === 'board' },
    known,
    { bytes: 0, most: 1e9 },
    sort,
  )
  if (!verdict.ok) {
    expect([...known.entries()]).toEqual(claims)
    return 'refused'
  }
  if (verdict.novel) Y.applyUpdate(doc, mutant)
  const again = load(Y.encodeStateAsUpdate(doc))
  expect([leftPending(doc), leftPending(again), doc.share.size <= 2]).toEqual([false, false, true])
  const twisted = isTwisted(doc, mutant)
  if (twisted) expect(letters(readNotes(again))).toEqual(letters(readNotes(doc)))
  else expect([readNotes(again), notesOf(again).toJSON()]).toEqual([readNotes(doc), notesOf(doc).toJSON()])
  return twisted ? 'twisted' : 'passed'
}

describe('mutants', () => {
  const rooms = fc.sample(fc.array(step, { minLength: 100, maxLength: 120, size: 'max' }), {
    seed: 5,
    numRuns: 24,
  })
  const shots = rooms.flatMap((steps, i) => play(i % 2 ? 'board' : 'pad', steps).shots)

  const runs = sized({ short: 12_500, long: 50_000, soak: 250_000 })
  const seed = formOf() === 'short' ? 3 : freshSeed()

  test(`either change nothing, or apply, store and load (seed ${seed})`, { timeout: runs * 10 }, () => {
    const count = { passed: 0, twisted: 0, refused: 0 }
    const property = fc.property(fc.nat(shots.length - 1), fc.nat(), (at, seed) => {
      const luck = luckOf(seed)
      const shot = shots[at]!
      const mutant =
        luck() < 0.35
          ? scramble(shot.update, pick(luck, shots).update, luck)
          : forge(shot.update, load(shot.before), luck)
      count[survives(shot, mutant)]++
    })
    fc.assert(property, { seed, numRuns: runs })
    figure('updates at the gate', { seed, updates: runs, ...count, harm: 0 })
    expect(count.passed, JSON.stringify(count)).toBeGreaterThan(1000)
    expect(count.refused, JSON.stringify(count)).toBeGreaterThan(1000)
  })
})
