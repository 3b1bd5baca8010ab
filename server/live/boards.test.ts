// What arrange commands may do to a board.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readNotes } from '../../shared/board/note.ts'
import { arrange } from './boards.ts'

test('a link joins two notes of the board; one to a made-up id leaves nothing behind', () => {
  const doc = new Y.Doc()
  for (const id of ['a', 'b']) addNote(doc, { id, text: id })
  arrange(doc, [
    { note: 'a', link: { to: 'b', label: 'cause' } },
    { note: 'b', link: { to: 'nowhere', label: '' } },
  ])
  expect(readNotes(doc).map((note) => note.links)).toEqual([{ b: 'cause' }, undefined])
})

test('what one note is needed for cannot be needed for that note in its turn', () => {
  const doc = new Y.Doc()
  for (const id of ['a', 'b', 'c']) addNote(doc, { id, text: id })
  const needed = (note: string, to: string) => ({ note, link: { to, label: 'needed' } })
  arrange(doc, [needed('a', 'b'), needed('b', 'c'), needed('c', 'a'), needed('c', 'c')])
  const links = () => Object.fromEntries(readNotes(doc).map((note) => [note.id, note.links]))
  expect(links()).toEqual({ a: { b: 'needed' }, b: { c: 'needed' }, c: undefined })
  arrange(doc, [{ note: 'b', unlink: 'c' }, needed('c', 'a')])
  expect(links()).toMatchObject({ b: {}, c: { a: 'needed' } })
})
