// What a writing step asks for, the note a draft becomes, and where a note says it is.
import { describe, expect, it } from 'vitest'
import { byOrder, type Note } from '../../shared/board/note.ts'
import { noteFrom, stateOf, writingOf, type Draft } from './writing.ts'

const draft: Draft = { text: '  une idée \n', tone: 'ciel', under: null }
const note = (part: Partial<Note>): Note => ({
  id: 'n',
  text: 't',
  tone: 'craie',
  at: [0.5, 0.5],
  order: '',
  ...part,
})

describe('settings', () => {
  it('have defaults for an activity that says nothing about writing', () => {
    expect(writingOf({})).toEqual({
      kinds: [{ tone: 'craie' }],
      columns: [],
      noteLength: 500,
      moderated: false,
    })
  })

  it('name the columns as the board’s zones are named', () => {
    expect(writingOf({ columns: ['Pour', 'Contre'] }).columns).toEqual([
      { id: 'col-1', label: 'Pour' },
      { id: 'col-2', label: 'Contre' },
    ])
  })

  it('give way to the places and kinds that the board itself names', () => {
    const layout = {
      kind: 'groups' as const,
      zones: [{ id: 'now', label: 'Maintenant' }],
      kinds: [{ tone: 'ciel' as const, label: 'action' }],
    }
    const writing = writingOf({ columns: ['Pour'], kinds: [{ tone: 'craie' }] }, layout)
    expect(writing).toMatchObject({ columns: layout.zones, kinds: layout.kinds })
  })
})

describe('a dropped draft', () => {
  it('is trimmed, keeps its kind, and lies under its column', () => {
    expect(noteFrom(draft, 'n1', [])).toMatchObject({ id: 'n1', text: 'une idée', tone: 'ciel' })
    expect(noteFrom(draft, 'n1', [])).not.toHaveProperty('under')
    expect(noteFrom({ ...draft, under: 'col-2' }, 'n1', [])).toHaveProperty('under', 'col-2')
  })

  it('comes after all earlier ones, also where their order is not ours', () => {
    const notes: Note[] = [note({ id: 'x', order: '!' })]
    for (let i = 0; i < 100; i++) notes.push(note(noteFrom(draft, `n${i}`, notes)))
    const ours = notes.slice(1).map((one) => one.id)
    expect([...notes.slice(1)].sort(byOrder).map((one) => one.id)).toEqual(ours)
  })
})

describe('the state of a note', () => {
  const unsaved = new Set(['n'])
  it.each([
    ['on the server’s disk', note({}), { unsaved: new Set<string>(), status: 'live' }, 'in'],
    ['under way', note({}), { unsaved, status: 'live' }, 'sending'],
    ['in a dead spot', note({}), { unsaved, status: 'offline' }, 'kept'],
    [
      'longer than the room is shown',
      note({ text: 'x'.repeat(141) }),
      { unsaved, status: 'live' },
      'tooLong',
    ],
  ])('%s', (_name, one, sheet, state) => {
    expect(stateOf(one, sheet, 140)).toBe(state)
  })
})
