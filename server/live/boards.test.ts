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
