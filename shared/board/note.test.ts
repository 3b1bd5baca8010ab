// Notes on documents: reading never throws, writing is the smallest splice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf, readNotes, spliceText, wasRemoved } from './note.ts'

describe('reading', () => {
  test('a written note is read as it was', () => {
    const doc = new Y.Doc()
    const seed = {
      id: 'n1',
      text: 'Un four à pain',
      tone: 'soleil',
      at: [0.2, 0.8],
      order: 'a0',
      under: 'g1',
      fields: { who: 'Léa', n: 2 },
      links: { n2: 'cause' },
    } as const
    doc.transact(() =>
      addNote(doc, { ...seed, at: [0.2, 0.8], fields: { ...seed.fields }, links: { ...seed.links } }),
    )
    expect(readNotes(doc)).toEqual([seed])
  })
  test('siblings sort by order, then by id', () => {
    const doc = new Y.Doc()
    for (const [id, order] of [
      ['c', 'a1'],
      ['b', 'a1'],
      ['a', 'a2'],
    ] as const)
      addNote(doc, { id, text: id, order })
    expect(readNotes(doc).map((note) => note.id)).toEqual(['b', 'c', 'a'])
  })
  test('foreign content never throws and never gets through', () => {
    const anything = fc.oneof(
      fc.anything({ withBigInt: false }).filter(isStorable),
      fc.constant(new Uint8Array([1])),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anything), fc.string(), (entries, id) => {
        const doc = new Y.Doc()
        const note = new Y.Map<unknown>(Object.entries(entries))
        notesOf(doc).set(id, note)
        notesOf(doc).set('plain', 'not a note')
        for (const read of readNotes(doc)) {
          expect(read.text.length).toBeLessThanOrEqual(500)
          expect(read.at.every((part) => part >= 0 && part <= 1)).toBe(true)
        }
      }),
    )
  })
  test('a removed note is remembered as removed, an unknown one is not', () => {
    const doc = new Y.Doc()
    addNote(doc, { id: 'n1', text: 'x' })
    notesOf(doc).delete('n1')
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
    expect([wasRemoved(again, 'n1'), wasRemoved(again, 'n2')]).toEqual([true, false])
  })
})

describe('splicing', () => {
  test('the text becomes the wanted one, whatever both are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const doc = new Y.Doc()
        addNote(doc, { id: 'n', text: before })
        const shared = noteMap(doc, 'n')!.get('text') as Y.Text
        spliceText(shared, after)
        expect(shared.toString()).toBe(after)
      }),
    )
  })
  test('two hands in one note merge', () => {
    const one = new Y.Doc()
    addNote(one, { id: 'n', text: 'un jardin' })
    const two = new Y.Doc()
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    spliceText(noteMap(one, 'n')!.get('text') as Y.Text, 'un grand jardin')
    spliceText(noteMap(two, 'n')!.get('text') as Y.Text, 'un jardin partagé')
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    expect(readNotes(one)[0]!.text).toBe('un grand jardin partagé')
  })
})

/** Yjs stores JSON-like values; functions and symbols never come over the wire. */
function isStorable(value: unknown): boolean {
  try {
    new Y.Doc().getMap('m').set('k', value)
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}
