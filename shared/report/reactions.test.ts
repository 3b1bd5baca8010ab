// Thumbs of a lean coffee in the report: a row for each time the room was asked, in numbers, in tables and in the JSON.
import { expect, test } from 'vitest'
import { leanCoffee } from '../activities/lean-coffee/activity.ts'
import type { Note } from '../board/note.ts'
import { createTranslate } from '../i18n/translate.ts'
import { newSession } from '../session/state.ts'
import { touchBlocks, touchPart } from './reactions.ts'

const note = (id: string, text: string): Note => ({ id, text, tone: 'craie', at: [0, 0], order: id })
const notes = [note('n1', 'Le bail'), note('n2', 'Les clés')]
const t = createTranslate('fr', leanCoffee.messages.fr)
const session = {
  ...newSession(),
  thumbed: { n1: [{ up: 3, side: 1, down: 0 }] },
  thumbs: { note: 'n1', times: 2, open: true, by: { s1: 'down', s2: 'side' } as const },
}

test('each question is a row, the one in hand included; a note of another exercise is none', () => {
  expect(touchBlocks(notes, session, 'a1', t)).toEqual([
    {
      type: 'table',
      title: 'On continue ce sujet\u00a0?',
      head: ['Sujet', 'Question n°', 'Continuer', 'Comme vous voulez', 'Passer au suivant'],
      rows: [
        ['Le bail', 1, 3, 1, 0],
        ['Le bail', 2, 0, 1, 1],
      ],
    },
  ])
  expect(touchBlocks([notes[1]!], session, 'a1', t)).toEqual([])
})

test('the numbers stand at the note, never whose they are', () => {
  const told = touchPart(notes, session, 'a1')
  expect(told).toEqual({
    thumbs: {
      n1: [
        { up: 3, side: 1, down: 0 },
        { up: 0, side: 1, down: 1 },
      ],
    },
  })
  expect(touchPart(notes, newSession(), 'a1')).toEqual({})
})
