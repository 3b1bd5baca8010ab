// The cache says what readNotes() says, whatever happened to the document.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf, readNotes } from '../../shared/board/note.ts'
import { NoteCache } from './note-cache.ts'

const id = fc.constantFrom('a', 'b', 'c', 'bad id', '__proto__')
const change = fc.oneof(
  fc.tuple(fc.constant('add' as const), id, fc.constantFrom('x', 'y')),
  fc.tuple(fc.constant('drop' as const), id, fc.constant('')),
  fc.tuple(fc.constant('text' as const), id, fc.constantFrom('p', 'q')),
  fc.tuple(fc.constant('order' as const), id, fc.constantFrom('a1', 'a2', 'a3')),
  fc.tuple(fc.constant('field' as const), id, fc.constantFrom('k', 'l')),
  fc.tuple(fc.constant('junk' as const), id, fc.constant('')),
)

function apply(doc: Y.Doc, [kind, id, value]: [string, string, string]): void {
  const note = noteMap(doc, id)
  if (kind === 'add') addNote(doc, { id, text: value, fields: { n: 1 } })
  if (kind === 'drop') notesOf(doc).delete(id)
  if (kind === 'junk') notesOf(doc).set(id, 'not a note')
  if (kind === 'text') (note?.get('text') as Y.Text | undefined)?.insert(0, value)
  if (kind === 'order') note?.set('order', value)
  if (kind === 'field') (note?.get('fields') as Y.Map<unknown> | undefined)?.set(value, 2)
}

describe('the note cache', () => {
  it('always equals a fresh reading', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 8 }), (rounds) => {
        const doc = new Y.Doc()
        addNote(doc, { id: 'c', text: 'from before' })
        const cache = new NoteCache(doc)
        for (const changes of rounds) {
          doc.transact(() => changes.forEach((one) => apply(doc, one)))
          expect(cache.all()).toEqual(readNotes(doc))
        }
      }),
    )
  })

  it('reads nothing again while nothing changes', () => {
    const doc = new Y.Doc()
    addNote(doc, { id: 'a', text: 'one' })
    addNote(doc, { id: 'b', text: 'two' })
    const cache = new NoteCache(doc)
    const before = cache.all()
    expect(cache.all()).toBe(before)
    noteMap(doc, 'b')!.set('at', [0, 0])
    expect(cache.all()[0]).toBe(before[0])
    expect(cache.all()[1]).not.toBe(before[1])
  })
})
