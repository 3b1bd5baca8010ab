// Frames: what the stock protocol writes we read, what we write it reads, and nothing else throws.
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as presence from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import {
  HEARTBEAT,
  parseFrame,
  presenceFrame,
  readPresence,
  savedFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts'

const doc = new Y.Doc()
doc.getText('t').insert(0, 'hello')

function stock(kind: number, write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder()
  encoding.writeVarUint(to, kind)
  write(to)
  return encoding.toUint8Array(to)
}

describe('frames', () => {
  it('reads what the stock protocol writes', () => {
    const step1 = parseFrame(stock(0, (to) => sync.writeSyncStep1(to, doc)))
    expect(step1).toEqual({ kind: 'step1', vector: Y.encodeStateVector(doc) })
    const step2 = parseFrame(stock(0, (to) => sync.writeSyncStep2(to, doc)))
    expect(step2).toEqual({ kind: 'step2', update: Y.encodeStateAsUpdate(doc) })
    const update = parseFrame(stock(0, (to) => sync.writeUpdate(to, Y.encodeStateAsUpdate(doc))))
    expect(update).toEqual({ kind: 'update', update: Y.encodeStateAsUpdate(doc) })
    expect(parseFrame(stock(3, () => undefined))).toEqual({ kind: 'askPresence' })
  })

  it('writes what the stock protocol reads', () => {
    const whole = Y.encodeStateAsUpdate(doc)
    for (const frame of [step2Frame(whole), updateFrame(whole)]) {
      const from = decoding.createDecoder(frame)
      expect(decoding.readVarUint(from)).toBe(0)
      const copy = new Y.Doc()
      sync.readSyncMessage(from, encoding.createEncoder(), copy, null)
      expect(copy.getText('t').toString()).toBe('hello')
    }
    expect(step1Frame(Y.encodeStateVector(doc))).toEqual(stock(0, (to) => sync.writeSyncStep1(to, doc)))
  })

  it('carries presence both ways; the heartbeat is presence of nobody', () => {
    const peer = new presence.Awareness(doc)
    peer.setLocalState({ cursor: [0.1, 0.2] })
    const bytes = presence.encodeAwarenessUpdate(peer, [doc.clientID])
    const states = readPresence(bytes)!
    expect(states).toEqual([{ client: doc.clientID, clock: 1, state: '{"cursor":[0.1,0.2]}' }])
    expect(parseFrame(presenceFrame(states))).toEqual({ kind: 'presence', states: bytes })
    expect(presenceFrame([])).toEqual(HEARTBEAT)
    peer.destroy()
  })

  it('writes kind 100 for what is saved', () => {
    const frame = savedFrame(Y.encodeStateVector(doc))
    expect(frame[0]).toBe(100)
    expect(parseFrame(frame)).toEqual({ kind: 'saved', vector: Y.encodeStateVector(doc) })
  })

  it('takes one message per frame: cut, continued or of unknown kind is unreadable', () => {
    const frame = updateFrame(Y.encodeStateAsUpdate(doc))
    expect(parseFrame(frame.subarray(0, frame.length - 1))).toBe('unreadable')
    expect(parseFrame(Uint8Array.of(...frame, 0))).toBe('unreadable')
    for (const kind of [2, 4, 99, 101]) expect(parseFrame(Uint8Array.of(kind, 0))).toBe('unreadable')
    expect(parseFrame(Uint8Array.of(0, 3, 0))).toBe('unreadable')
    expect(parseFrame(new Uint8Array())).toBe('unreadable')
  })

  it('never throws, and never reads beyond the frame in a shared buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(20), (bytes, before) => {
        const shared = new Uint8Array(200).fill(7)
        shared.set(bytes, before)
        const frame = parseFrame(shared.subarray(before, before + bytes.length))
        if (frame === 'unreadable' || frame.kind === 'askPresence') return
        const body =
          'update' in frame ? frame.update : 'vector' in frame ? frame.vector : (frame.states ?? null)
        expect(body.byteOffset + body.length).toBeLessThanOrEqual(before + bytes.length)
        if (frame.kind === 'presence') readPresence(frame.states)
      }),
      { numRuns: 5000 },
    )
  })
})
