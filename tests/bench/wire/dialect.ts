// How each server wants its frames: the y-websocket protocol as it is, or behind a document name (Hocuspocus).
// Called by the benchmark's clients.
import * as encoding from 'lib0/encoding'
import { step1Frame, step2Frame, updateFrame } from '../../../server/docs/frames.ts'
import { encodeFrame } from './socket.ts'

export interface Dialect {
  /** What a client says first, before its step 1. */
  hello: Buffer[]
  frame(message: Uint8Array): Buffer
  /** Where the message begins in a received frame. */
  start(payload: Buffer): number
}

const SYNC = 0
const STEP1 = 0
const STEP2 = 1
const PRESENCE = 1
const AUTH = 2

/** The y-websocket protocol. */
export const plain: Dialect = {
  hello: [],
  frame: (message) => encodeFrame(message),
  start: () => 0,
}

/** Hocuspocus: every message behind the document's name, a token first. */
export function named(doc: string): Dialect {
  const prefix = encoding.encode((to) => encoding.writeVarString(to, doc))
  const auth = encoding.encode((to) => {
    encoding.writeVarUint(to, AUTH)
    encoding.writeVarUint(to, 0)
    encoding.writeVarString(to, 'token')
  })
  const frame = (message: Uint8Array) => encodeFrame(Buffer.concat([prefix, message]))
  return { hello: [frame(auth)], frame, start: () => prefix.length }
}

export const isStep1 = (payload: Buffer, at: number) => payload[at] === SYNC && payload[at + 1] === STEP1
export const isStep2 = (payload: Buffer, at: number) => payload[at] === SYNC && payload[at + 1] === STEP2

const NOTHING = Uint8Array.of(0, 0)
/** What a client with an empty document asks, and how it answers. */
export const ASK = step1Frame(Uint8Array.of(0))
export const NOTHING_TO_TELL = step2Frame(NOTHING)
export const update = updateFrame

/** Presence of one client, as the stock provider sends it. */
export function presence(client: number, clock: number, state: object): Uint8Array {
  const states = encoding.encode((to) => {
    encoding.writeVarUint(to, 1)
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    encoding.writeVarString(to, JSON.stringify(state))
  })
  return encoding.encode((to) => {
    encoding.writeVarUint(to, PRESENCE)
    encoding.writeVarUint8Array(to, states)
  })
}
