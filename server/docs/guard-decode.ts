// The bytes of one Yjs update (V1), read completely into plain structs before anything is applied.
// Called by guard.ts only; reads with lib0 like yjs itself, but knows nothing that we do not allow.
import * as decoding from 'lib0/decoding'

export interface Id {
  client: number
  clock: number
}

/** `ref` of a type is the one of yjs: 0 array, 1 map, 2 text. */
export type Content =
  | { kind: 'deleted' }
  | { kind: 'string' }
  | { kind: 'type'; ref: number }
  | { kind: 'any'; values: unknown[] }

/** One struct of an update; `content` is null for a GC, `size` is in encoded bytes. */
export interface Struct {
  id: Id
  length: number
  size: number
  content: Content | null
  origin: Id | null
  right: Id | null
  root: string | null
  parent: Id | null
  key: string | null
}

/** The structs of one clientID, without a hole from `start` to `end`. */
export interface Section {
  client: number
  start: number
  end: number
  structs: Struct[]
}

export interface Range {
  client: number
  clock: number
  length: number
}

export interface Decoded {
  sections: Section[]
  ranges: Range[]
}

/** Far beyond every honest update of 256 KB; a count above is refused before it costs anything. */
const MOST_STRUCTS = 20_000
const MOST_RANGES = 100_000
const MOST_CLOCK = 2 ** 31 - 1
/** A place on the board has two numbers; nothing has more. */
const MOST_PARTS = 8

/** Contents that yjs knows and we do not: JSON, bytes, embedded things, formats, sub-documents. */
const FOREIGN = [2, 3, 5, 6, 9]
const BLANK = {
  length: 0,
  size: 0,
  content: null,
  origin: null,
  right: null,
  root: null,
  parent: null,
  key: null,
}

/** Leaves the reading from any depth, as lib0 does at the end of the bytes; decode() turns both into a value. */
class Unfit extends Error {
  readonly why: 'unreadable' | 'shape'
  constructor(why: 'unreadable' | 'shape') {
    super(why)
    this.why = why
  }
}

/** Every struct and every deleted range of an update, or why it cannot be one of ours. */
export function decode(update: Uint8Array): Decoded | 'unreadable' | 'shape' {
  const from = decoding.createDecoder(update)
  try {
    const sections = readSections(from)
    const ranges = readRanges(from)
    return decoding.hasContent(from) ? 'unreadable' : { sections, ranges }
  } catch (error) {
    return error instanceof Unfit ? error.why : 'unreadable'
  }
}

function readSections(from: decoding.Decoder): Section[] {
  const sections: Section[] = []
  const clients = new Set<number>()
  let structs = 0
  for (let left = atMost(decoding.readVarUint(from), MOST_STRUCTS); left > 0; left--) {
    const section = readSection(from)
    structs += section.structs.length
    // Of two sections for one client yjs keeps only the second.
    if (structs > MOST_STRUCTS || clients.has(section.client)) throw new Unfit('unreadable')
    clients.add(section.client)
    sections.push(section)
  }
  return sections
}

function readSection(from: decoding.Decoder): Section {
  const header = from.pos
  const count = atLeastOne(atMost(decoding.readVarUint(from), MOST_STRUCTS))
  const client = readClient(from)
  const start = readClock(from)
  const structs: Struct[] = []
  let end = start
  let at = header
  for (let i = 0; i < count; i++) {
    const struct = readStruct(from, { client, clock: end })
    struct.size = from.pos - at
    at = from.pos
    end = atMost(end + atLeastOne(struct.length), MOST_CLOCK)
    structs.push(struct)
  }
  return { client, start, end, structs }
}

function readStruct(from: decoding.Decoder, id: Id): Struct {
  const info = decoding.readUint8(from)
  const struct: Struct = { id, ...BLANK }
  if (info === 0) {
    struct.length = decoding.readVarUint(from)
    return struct
  }
  if (info & 0x80) struct.origin = readId(from)
  if (info & 0x40) struct.right = readId(from)
  if (!(info & 0xc0)) readParent(from, info, struct)
  readContent(from, info & 0x1f, struct)
  return struct
}

/** Only a struct without neighbours says where it lies; the others lie where their neighbours do. */
function readParent(from: decoding.Decoder, info: number, struct: Struct): void {
  if (decoding.readVarUint(from) === 1) struct.root = decoding.readVarString(from)
  else struct.parent = readId(from)
  if (info & 0x20) struct.key = decoding.readVarString(from)
}

function readContent(from: decoding.Decoder, ref: number, struct: Struct): void {
  switch (ref) {
    case 1:
      struct.length = decoding.readVarUint(from)
      struct.content = { kind: 'deleted' }
      return
    case 4:
      struct.length = decoding.readVarString(from).length
      struct.content = { kind: 'string' }
      return
    case 7:
      struct.length = 1
      struct.content = { kind: 'type', ref: readTypeRef(from) }
      return
    case 8:
      struct.length = atMost(decoding.readVarUint(from), MOST_STRUCTS)
      struct.content = { kind: 'any', values: readValues(from, struct.length, readValue) }
      return
    default:
      throw new Unfit(FOREIGN.includes(ref) ? 'shape' : 'unreadable')
  }
}

function readTypeRef(from: decoding.Decoder): number {
  const ref = decoding.readVarUint(from)
  if (!(ref <= 2)) throw new Unfit('shape')
  return ref
}

function readValues(
  from: decoding.Decoder,
  count: number,
  read: (from: decoding.Decoder) => unknown,
): unknown[] {
  const values: unknown[] = []
  for (let i = 0; i < count; i++) values.push(read(from))
  return values
}

/** A scalar, or one list of scalars. */
function readValue(from: decoding.Decoder): unknown {
  if (from.arr[from.pos] !== 117) return readScalar(from)
  from.pos++
  const count = decoding.readVarUint(from)
  if (!(count <= MOST_PARTS)) throw new Unfit('shape')
  return readValues(from, count, readScalar)
}

/** The numbers are the tags of lib0's `any` encoding. */
function readScalar(from: decoding.Decoder): unknown {
  const tag = decoding.readUint8(from)
  if (tag === 119) return decoding.readVarString(from)
  if (tag === 120 || tag === 121) return tag === 120
  if (tag === 123) return decoding.readFloat64(from)
  if (tag === 124) return decoding.readFloat32(from)
  if (tag === 125) return decoding.readVarInt(from)
  if (tag === 126) return null
  // undefined, big integers, objects, nested lists and bytes; below, no value at all
  throw new Unfit(tag >= 116 && tag <= 127 ? 'shape' : 'unreadable')
}

/** The delete set; ranges of a client come sorted and apart, so that looking at them walks each struct once. */
function readRanges(from: decoding.Decoder): Range[] {
  const ranges: Range[] = []
  const clients = new Set<number>()
  for (let left = atMost(decoding.readVarUint(from), MOST_RANGES); left > 0; left--) {
    const client = readClient(from)
    if (clients.has(client)) throw new Unfit('unreadable')
    clients.add(client)
    let free = 0
    for (let count = atMost(decoding.readVarUint(from), MOST_RANGES); count > 0; count--) {
      const clock = readClock(from)
      const length = atLeastOne(decoding.readVarUint(from))
      if (clock < free || ranges.length === MOST_RANGES) throw new Unfit('unreadable')
      free = atMost(clock + length, MOST_CLOCK)
      ranges.push({ client, clock, length })
    }
  }
  return ranges
}

function readId(from: decoding.Decoder): Id {
  return { client: readClient(from), clock: readClock(from) }
}

function readClient(from: decoding.Decoder): number {
  return atMost(decoding.readVarUint(from), Number.MAX_SAFE_INTEGER)
}

function readClock(from: decoding.Decoder): number {
  return atMost(decoding.readVarUint(from), MOST_CLOCK)
}

function atMost(value: number, most: number): number {
  // Not `value > most`: an endless run of 0x80 reads as NaN.
  if (!(value <= most)) throw new Unfit('unreadable')
  return value
}

function atLeastOne(value: number): number {
  if (!(value >= 1)) throw new Unfit('unreadable')
  return value
}
