// The structural gate in front of every Yjs update that enters a document (architecture: untrusted hands).
// Called by doc.ts before it applies anything; an update that passes applies without throwing and leaves nothing pending.
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { createCrowd } from './guard-crowd.ts'
import type { Crowd } from './guard-crowd.ts'
import { decode } from './guard-decode.ts'
import type { Decoded, Id, Range, Section, Struct } from './guard-decode.ts'
import { createGround, indexAt, sameLane } from './guard-ground.ts'
import type { Ground, Spot } from './guard-ground.ts'
import { fits, rootPlace } from './guard-shape.ts'
import type { Sort } from './guard-shape.ts'

/** `trusted`: desk or scribe; otherwise somebody on their own pad. */
export interface Writer {
  seat: string
  trusted: boolean
}

export type Why = 'unreadable' | 'gap' | 'foreign-client' | 'shape' | 'too-large' | 'dangling'

/** `novel` is false where the update changes nothing; `bytes` is about what it adds to the encoded document. */
export type Verdict = { ok: true; novel: boolean; bytes: number } | { ok: false; why: Why }

/** Which seat was the first to use a clientID in this document. */
export interface Claims {
  ownerOf(client: number): string | undefined
  claim(client: number, seat: string): void
}

/** What one update is checked against, and what it has been found to add. */
interface Check {
  doc: Y.Doc
  writer: Writer
  claims: Claims
  sort: Sort
  ground: Ground
  crowd: Crowd | null
  bytes: number
  /** Ids claimed as already deleted: they cost no bytes, so they are counted. */
  gone: number
  /** Where the decoded sections end. */
  ends: Map<number, number>
}

/** New clientIDs in one update: a phone that was reloaded many times in a dead spot. */
const MOST_NEWCOMERS = 64
/** A transaction costs time for every clientID a document has seen: 0.6 ms here. */
const MOST_CLIENTS = 1000
/** A hole cut into a run of text makes two more structs in the encoded document. */
const CUT_BYTES = 16

/**
 * Judges one update (V1) completely, before any of it is applied; changes nothing but `claims`, and those only
 * when it passes. `size` is in bytes: of the document now, and the most it may have. `gap` means that it builds
 * on something the document has not got yet; every other `why` is final.
 */
export function checkUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  writer: Writer,
  claims: Claims,
  size: { bytes: number; most: number },
  sort: Sort,
): Verdict {
  if (update.byteLength > LIMITS.update) return no('too-large')
  if (sort === 'plan' && !writer.trusted) return no('shape')
  const parts = decode(update)
  if (typeof parts === 'string') return no(parts)
  const check = startCheck(doc, writer, claims, sort, parts)
  const newcomers = parts.sections.filter((section) => section.end > check.ground.known(section.client))
  const why =
    checkClients(check, newcomers) ?? layAll(check, parts.sections) ?? checkRanges(check, parts.ranges)
  if (why) return no(why)
  const cuts = parts.ranges.filter((range) => deletes(check, range)).length
  const bytes = check.bytes + cuts * CUT_BYTES
  // Taking away may go past the budget, or a full sheet could never be emptied.
  if (size.bytes + bytes > (newcomers.length > 0 ? size.most : 2 * size.most)) return no('too-large')
  for (const { client } of newcomers) claims.claim(client, writer.seat)
  return { ok: true, novel: newcomers.length > 0 || cuts > 0, bytes }
}

/** Claims kept in memory, begun with those already known. */
export function createClaims(
  initial: Iterable<[number, string]> = [],
): Claims & { entries(): IterableIterator<[number, string]> } {
  const owners = new Map(initial)
  return {
    ownerOf: (client) => owners.get(client),
    claim: (client, seat) => void owners.set(client, seat),
    entries: () => owners.entries(),
  }
}

function startCheck(doc: Y.Doc, writer: Writer, claims: Claims, sort: Sort, parts: Decoded): Check {
  const ground = createGround(doc, sort)
  const crowd = writer.trusted ? null : createCrowd(doc, ground)
  const ends = new Map(parts.sections.map((section) => [section.client, section.end]))
  return { doc, writer, claims, sort, ground, crowd, bytes: 0, gone: 0, ends }
}

/** New structs come under the seat's own clientIDs, and from where the document stands. */
function checkClients(check: Check, newcomers: Section[]): Why | null {
  if (newcomers.some(({ client }) => !isOwn(check, client))) return 'foreign-client'
  if (newcomers.some(({ client, start }) => start > check.ground.known(client))) return 'gap'
  if (newcomers.length > MOST_NEWCOMERS) return 'too-large'
  if (check.writer.trusted) return null
  const fresh = newcomers.filter(({ client }) => check.ground.known(client) === 0).length
  return fresh > 0 && check.doc.store.clients.size + fresh > MOST_CLIENTS ? 'too-large' : null
}

/** Own, or nobody's yet; this document's own id is the server's whatever the claims say. */
function isOwn(check: Check, client: number): boolean {
  if (client === check.doc.clientID) return false
  return (check.claims.ownerOf(client) ?? check.writer.seat) === check.writer.seat
}

/** Lays all structs in an order in which each finds what it names, as yjs will; no such order, no update. */
function layAll(check: Check, sections: Section[]): Why | null {
  let waiting = sections.map((section) => ({ structs: section.structs, done: 0 }))
  while (waiting.length > 0) {
    let moved = false
    for (const section of waiting) {
      for (let struct; (struct = section.structs[section.done]) && isReady(check, struct); section.done++) {
        const why = lay(check, struct)
        if (why) return why
        moved = true
      }
    }
    waiting = waiting.filter((section) => section.done < section.structs.length)
    const next = waiting.map((section) => section.structs[section.done]!)
    if (!moved && next.length > 0) return whyMissing(check, next)
  }
  return null
}

/** A known struct was ready when it came: what it names must be in the document, not in this update. */
function isReady(check: Check, struct: Struct): boolean {
  const { known, reach } = check.ground
  const have = isKnown(check, struct) ? known : reach
  const has = (id: Id | null) => id === null || id.clock < have(id.client)
  return has(struct.origin) && has(struct.right) && has(struct.parent)
}

function isKnown(check: Check, struct: Struct): boolean {
  return struct.id.clock + struct.length <= check.ground.known(struct.id.client)
}

function references(struct: Struct): Id[] {
  return [struct.origin, struct.right, struct.parent].filter((id) => id !== null)
}

/** A gap when everything absent is something that the seat itself may still send; in a circle nothing is absent. */
function whyMissing(check: Check, structs: Struct[]): Why {
  const late = structs.filter((struct) => references(struct).some((id) => isAbsent(check, id)))
  const mayCome = (struct: Struct) => {
    const others = references(struct).filter((id) => isAbsent(check, id))
    return others.every(({ client }) => client !== struct.id.client && isOwn(check, client))
  }
  const hopeful = late.every((struct) => !isKnown(check, struct) && mayCome(struct))
  return late.length > 0 && hopeful ? 'gap' : 'dangling'
}

/** Neither in the document nor in this update. */
function isAbsent(check: Check, { client, clock }: Id): boolean {
  return clock >= Math.max(check.ground.known(client), check.ends.get(client) ?? 0)
}

function lay(check: Check, struct: Struct): Why | null {
  const { ground, sort } = check
  // yjs opens every root that is named, even by a struct it knows.
  if (struct.root !== null && !rootPlace(sort, struct.root)) return 'shape'
  if (isKnown(check, struct)) return null
  check.bytes += struct.size
  if (!struct.content || struct.content.kind === 'deleted') {
    check.gone += struct.id.clock + struct.length - ground.reach(struct.id.client)
    if (check.gone > LIMITS.update) return 'too-large'
  }
  const found = struct.content ? ground.find(struct) : 'dead'
  if (found !== 'dead' && !mayLie(check, struct, found)) return 'shape'
  ground.lay(struct, found)
  return null
}

function mayLie(check: Check, struct: Struct, spot: Spot): boolean {
  if (!fits(check.sort, spot.place, spot.key, struct.content!)) return false
  // A key has no right neighbour: a new value goes behind the last one.
  if (spot.key !== null && struct.right) return false
  const { client, clock } = struct.id
  const from = check.ground.reach(client)
  if (from === clock) return check.crowd?.enter(spot, struct, struct.origin, struct.right) ?? true
  return mayContinue(check, struct, spot, from)
}

/** The beginning is known: yjs puts the rest directly behind it, so it must lie in the same place. */
function mayContinue(check: Check, struct: Struct, spot: Spot, from: number): boolean {
  const { client, clock } = struct.id
  const left = { client, clock: from - 1 }
  const before = check.ground.findId(left)
  if (before === 'dead' || !sameLane(before, spot)) return false
  const rest = { id: { client, clock: from }, length: clock + struct.length - from }
  return check.crowd?.enter(spot, rest, left, struct.right) ?? true
}

function checkRanges(check: Check, ranges: Range[]): Why | null {
  const beyond = ranges.filter(({ client, clock, length }) => clock + length > check.ground.reach(client))
  if (beyond.length === 0) return null
  return beyond.every(({ client }) => isOwn(check, client)) ? 'gap' : 'dangling'
}

/** True where the range takes away something that is still there. */
function deletes(check: Check, { client, clock, length }: Range): boolean {
  const end = clock + length
  if (end > check.ground.known(client)) return true
  const structs = check.doc.store.clients.get(client)!
  for (let i = indexAt(structs, clock); i < structs.length && structs[i]!.id.clock < end; i++) {
    if (!structs[i]!.deleted) return true
  }
  return false
}

function no(why: Why): Verdict {
  return { ok: false, why }
}
