// Equal replicas have equal marks whatever the order of their updates; a single changed letter shows.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf } from './note.ts'
import { digestOf } from './digest.ts'

/** Two people on one board, each update told to both in another order. */
function replicas(): [Y.Doc, Y.Doc] {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.transact(() => addNote(a, { id: 'n1', text: 'un', fields: { owner: 'Léa' }, links: { n2: 'vers' } }))
  b.transact(() => addNote(b, { id: 'n2', text: 'deux' }))
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  Y.applyUpdate(a, fromB)
  Y.applyUpdate(b, fromA)
  return [a, b]
}

test('equal content has one mark, also after a reload', () => {
  const [a, b] = replicas()
  expect(digestOf(a)).toBe(digestOf(b))
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(b))
  expect(digestOf(again)).toBe(digestOf(a))
})

test('what differs has another: a letter, a place, a key, a deletion', () => {
  const changes: ((doc: Y.Doc) => void)[] = [
    (doc) => (noteMap(doc, 'n1')!.get('text') as Y.Text).insert(1, 'x'),
    (doc) => noteMap(doc, 'n1')!.set('at', [0.1, 0.2]),
    (doc) => noteMap(doc, 'n1')!.set('under', 'n2'),
    (doc) => notesOf(doc).delete('n2'),
    (doc) => doc.getMap('meta').set('v', 2),
  ]
  const marks = changes.map((change) => {
    const [doc] = replicas()
    change(doc)
    return digestOf(doc)
  })
  expect(new Set([...marks, digestOf(replicas()[0])]).size).toBe(changes.length + 1)
})

test('a root that somebody has looked for is as good as none', () => {
  const [seen, fresh] = [new Y.Doc(), new Y.Doc()]
  seen.getMap('meta').set('v', 1)
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(seen))
  const before = digestOf(fresh)
  expect(notesOf(seen).size).toBe(0)
  expect(digestOf(seen)).toBe(before)
})
