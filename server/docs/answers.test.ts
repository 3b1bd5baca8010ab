// Answers to a step 1: whoever asks, with whatever it has, ends with the whole document, and cheaply.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, readNotes } from '../../shared/board/note.ts'
import { Answers } from './answers.ts'
import { parseFrame } from './frames.ts'

function bench() {
  const doc = new Y.Doc()
  const answers = new Answers(doc)
  doc.on('update', (update: Uint8Array) => answers.add(update))
  const add = (id: string) => addNote(doc, { id, text: `text of ${id}`.repeat(20) })
  /** A peer's document after the answer, checking that only the last frame is a step 2. */
  const answer = (peer: Y.Doc) => {
    const frames = answers.to(Y.encodeStateVector(peer))!.map((bytes) => parseFrame(bytes))
    frames.forEach((frame, i) => {
      if (frame === 'unreadable' || !('update' in frame)) throw new Error('not content')
      expect(frame.kind).toBe(i === frames.length - 1 ? 'step2' : 'update')
      Y.applyUpdate(peer, frame.update)
    })
    return readNotes(peer).length
  }
  return { doc, answers, add, answer }
}

describe('answers', () => {
  it('give newcomers everything, from the same bytes while nothing changes', () => {
    const { answers, add, answer } = bench()
    add('a')
    expect(answer(new Y.Doc())).toBe(1)
    add('b')
    expect(answer(new Y.Doc())).toBe(2)
    const empty = Uint8Array.of(0)
    expect(answers.to(empty)).toBe(answers.to(empty))
    for (let i = 0; i < 400; i++) add(`n${i}`)
    expect(answer(new Y.Doc())).toBe(402)
  })

  it('give everything to a peer that has only things of its own', () => {
    const { add, answer } = bench()
    add('a')
    const peer = new Y.Doc()
    addNote(peer, { id: 'own', text: 'own' })
    expect(answer(peer)).toBe(2)
  })

  it('give those who come back only what they miss', () => {
    const { answers, add, answer } = bench()
    for (let i = 0; i < 50; i++) add(`n${i}`)
    const peer = new Y.Doc()
    answer(peer)
    add('new')
    const [diff] = answers.to(Y.encodeStateVector(peer))!
    expect(diff!.length).toBeLessThan(600)
    expect(answer(peer)).toBe(51)
  })

  it('refuse what is no state vector', () => {
    const { answers } = bench()
    for (const bytes of [[], [1], [5, 1, 1], [255, 255, 255, 255, 255, 255, 255, 255, 255]])
      expect(answers.to(Uint8Array.from(bytes))).toBe(null)
  })
})
