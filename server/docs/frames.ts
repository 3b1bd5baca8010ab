// The y-websocket protocol, one message per frame, both ways: bytes in, typed frames out, and back.
// Called by doc.ts and presence.ts; nothing here throws on foreign bytes.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { CHECK_KIND, SAVED_KIND } from '../../shared/wire.ts'

export type Frame =
  | { kind: 'step1'; vector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; states: Uint8Array }
  | { kind: 'askPresence' }
  | { kind: 'saved'; vector: Uint8Array }
  | { kind: 'check'; vector: Uint8Array; digest: string; again: boolean }

/** What one peer says of itself: `state` is JSON as it came, `clock` its own count. */
export interface PresenceState {
  client: number
  clock: number
  state: string
}

const SYNC = 0
const PRESENCE = 1
const ASK_PRESENCE = 3
const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

/** Presence of nobody: the stock client counts it as a sign of life. */
export const HEARTBEAT: Uint8Array = Uint8Array.of(PRESENCE, 1, 0)

/** One whole frame. What it holds points into `bytes`. */
export function parseFrame(bytes: Uint8Array): Frame | 'unreadable' {
  const from = decoding.createDecoder(bytes)
  try {
    const frame = readFrame(from)
    return decoding.hasContent(from) ? 'unreadable' : frame
  } catch {
    return 'unreadable'
  }
}

function readFrame(from: decoding.Decoder): Frame | 'unreadable' {
  switch (decoding.readVarUint(from)) {
    case SYNC:
      return readSync(from)
    case PRESENCE:
      return { kind: 'presence', states: decoding.readVarUint8Array(from) }
    case ASK_PRESENCE:
      return { kind: 'askPresence' }
    case SAVED_KIND:
      return { kind: 'saved', vector: decoding.readVarUint8Array(from) }
    case CHECK_KIND:
      return readCheck(from)
    default:
      return 'unreadable'
  }
}

function readSync(from: decoding.Decoder): Frame | 'unreadable' {
  switch (decoding.readVarUint(from)) {
    case STEP1:
      return { kind: 'step1', vector: decoding.readVarUint8Array(from) }
    case STEP2:
      return { kind: 'step2', update: decoding.readVarUint8Array(from) }
    case UPDATE:
      return { kind: 'update', update: decoding.readVarUint8Array(from) }
    default:
      return 'unreadable'
  }
}

function readCheck(from: decoding.Decoder): Frame {
  const vector = decoding.readVarUint8Array(from)
  const digest = decoding.readVarString(from)
  return { kind: 'check', vector, digest, again: decoding.readVarUint(from) > 0 }
}

/** Asks for everything beyond this state vector. */
export function step1Frame(vector: Uint8Array): Uint8Array {
  return framed([SYNC, STEP1], vector)
}

/** Answers a step 1. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return framed([SYNC, STEP2], update)
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return framed([SYNC, UPDATE], update)
}

/** Tells the state vector that is durably stored. */
export function savedFrame(vector: Uint8Array): Uint8Array {
  return framed([SAVED_KIND], vector)
}

/** Says that a replica is not what is stored. */
export function differsFrame(): Uint8Array {
  return framed([CHECK_KIND], new Uint8Array())
}

export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, states.length)
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    encoding.writeVarString(to, state)
  }
  return framed([PRESENCE], encoding.toUint8Array(to))
}

/** The states of a presence frame, or null where they are not well-formed. */
export function readPresence(states: Uint8Array): PresenceState[] | null {
  const from = decoding.createDecoder(states)
  const found: PresenceState[] = []
  try {
    for (let left = decoding.readVarUint(from); left > 0; left--) {
      const client = decoding.readVarUint(from)
      const clock = decoding.readVarUint(from)
      found.push({ client, clock, state: decoding.readVarString(from) })
    }
    return decoding.hasContent(from) ? null : found
  } catch {
    return null
  }
}

function framed(kinds: readonly number[], body: Uint8Array): Uint8Array {
  const to = encoding.createEncoder()
  for (const kind of kinds) encoding.writeVarUint(to, kind)
  encoding.writeVarUint8Array(to, body)
  return encoding.toUint8Array(to)
}
