// What the cache says after any changes is what a fresh look at the document says, and what did not change stays itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf, readNotes } from '../../shared/board/note.ts'
import { NoteCache } from './noteCache.ts'

const id = fc.nat(12).map((n) => `note-${n}`)
const order = fc.constantFrom('a0', 'a1', 'a2', 'b')
const change = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id, order }),
  fc.record({ kind: fc.constant('order' as const), id, order }),
  fc.record({ kind: fc.constant('at' as const), id, order }),
  fc.record({ kind: fc.constant('remove' as const), id, order }),
)

function make(doc: Y.Doc, { kind, id, order }: { kind: string; id: string; order: string }): void {
  if (kind === 'add') addNote(doc, { id, text: id, order })
  else if (kind === 'remove') notesOf(doc).delete(id)
  else noteMap(doc, id)?.set(kind, kind === 'at' ? [0.25, 0.75] : order)
}

test('after any changes the list is that of the document, in reading order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 6 }), (windows) => {
      const doc = new Y.Doc()
      const cache = new NoteCache(doc, () => {})
      for (const changes of windows) {
        doc.transact(() => {
          for (const one of changes) make(doc, one)
        })
        expect(cache.read()).toEqual(readNotes(doc))
      }
    }),
  )
})

test('a note that did not change stays the same object, and a list without a change the same list', () => {
  const doc = new Y.Doc()
  for (const order of ['a', 'b', 'c']) addNote(doc, { id: `note-${order}`, text: order, order })
  const cache = new NoteCache(doc, () => {})
  const [first, second, third] = cache.read()
  noteMap(doc, 'note-b')!.set('order', 'd')
  const after = cache.read()
  expect(after.map(({ id }) => id)).toEqual(['note-a', 'note-c', 'note-b'])
  expect(after[0]).toBe(first)
  expect(after[1]).toBe(third)
  expect(after[2]).not.toBe(second)
  expect(cache.read()).toBe(after)
})
