// What a writing step asks for, the note a draft becomes, and where a note says it is.
import { describe, expect, it } from 'vitest'
import { byOrder, type Note } from '../../shared/board/note.ts'
import { createTranslate } from '../../shared/i18n/translate.ts'
import { isStanding, noteFrom, sentenceOf, stateOf, writingOf, type Draft } from './writing.ts'

const draft: Draft = { text: '  une idée \n', tone: 'ciel', under: null, fields: {} }
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
    expect(writingOf({ settings: {} })).toEqual({
      kinds: [{ tone: 'craie' }],
      columns: [],
      choice: 'board',
      fixed: null,
      places: [],
      locks: false,
      lines: [],
      fields: [],
      noteLength: 500,
      moderated: false,
    })
  })

  it('name the columns as the board’s zones are named', () => {
    expect(writingOf({ settings: { columns: ['Pour', 'Contre'] } }).columns).toEqual([
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
    const writing = writingOf({ settings: { columns: ['Pour'], kinds: [{ tone: 'craie' }] }, layout })
    expect(writing).toMatchObject({ columns: layout.zones, kinds: layout.kinds })
  })
})

describe('a place', () => {
  const layout = {
    kind: 'groups' as const,
    zones: [
      { id: 'red', label: 'Rouge' },
      { id: 'blue', label: 'Bleu' },
    ],
  }

  it('must be chosen where the step says so, and none is by itself', () => {
    expect(writingOf({ settings: {}, layout, asks: { must: true } })).toMatchObject({
      choice: 'must',
      fixed: null,
      columns: layout.zones,
    })
  })

  it('that the step is not about keeps what was written there', () => {
    const standing = (locks: boolean, under?: string) =>
      isStanding(
        writingOf({ settings: {}, layout, asks: { zones: ['blue'], ...(locks ? { locks } : {}) } }),
        note(under === undefined ? {} : { under }),
      )
    expect([standing(true, 'red'), standing(true), standing(true, 'blue'), standing(false, 'red')]).toEqual([
      ...[true, true, false, false],
    ])
  })
})

describe('a card that is one sentence', () => {
  const texts = { 'sentence.lesson': 'When: {when}. Do: {do}.' }
  it('is made of its lines, where the step has such a sentence', () => {
    const lesson = sentenceOf('lesson', createTranslate('en', texts))
    expect(lesson?.({ when: ' it rains ', do: 'go in' })).toBe('When: it rains. Do: go in.')
    expect(sentenceOf('tell', createTranslate('en', texts))).toBeNull()
  })
})

describe('the step', () => {
  const zones = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))
  const fields = [
    { key: 'owner', label: 'Qui', most: 40 },
    { key: 'date', label: 'Quand', most: 7 },
  ]
  const layout = {
    kind: 'groups' as const,
    zones: [...zones, { id: 'd', label: 'D', desk: true as const }],
    fields,
  }

  it('offers its own places, and asks nobody where there is one', () => {
    const asked = (...asks: string[]) => writingOf({ settings: {}, layout, asks: { zones: asks } })
    expect(asked('c', 'a')).toMatchObject({ choice: 'step', columns: [zones[2], zones[0]], fixed: null })
    expect(asked('b')).toMatchObject({ columns: [zones[1]], fixed: 'b' })
    expect(writingOf({ settings: {}, layout })).toMatchObject({ choice: 'board', columns: zones })
  })

  it('asks for some lines of the card, and a line left empty is not written', () => {
    expect(writingOf({ settings: {}, layout, asks: { fields: ['date'] } }).fields).toEqual([fields[1]])
    expect(noteFrom({ ...draft, fields: { owner: ' Léa ', date: ' ' } }, 'n', []).fields).toEqual({
      owner: 'Léa',
    })
  })

  it('takes the names that the board gives to its places', () => {
    const named = { kind: 'groups' as const, zones: [{ id: 'a', label: 'haut', titled: 'name-a' }] }
    const board = [note({ id: 'name-a', text: ' La ville atelier ' })]
    expect(writingOf({ settings: {}, layout: named }, board).columns[0]!.label).toBe('La ville atelier')
    expect(writingOf({ settings: {}, layout: named }).columns[0]!.label).toBe('haut')
  })

  it('of a tree offers the notes that are one nearer to the root, and none that is full', () => {
    const tree = { kind: 'groups' as const, zones: [], tree: true as const, maxChildren: 1 }
    const board = [
      note({ id: 'root', fields: { group: 1 } }),
      note({ id: 'x', text: 'X', under: 'root', order: 'a' }),
      note({ id: 'y', text: 'Y', under: 'root', order: 'b' }),
      note({ id: 'z', text: 'Z', under: 'y' }),
      note({ id: 'lost', text: 'perdue' }),
    ]
    expect(writingOf({ settings: {}, layout: tree, asks: { order: 2 } }, board)).toMatchObject({
      choice: 'parent',
      columns: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y', full: true },
      ],
    })
    const first = writingOf({ settings: {}, layout: tree, asks: { order: 1, zones: ['root'] } }, board)
    expect(first).toMatchObject({ fixed: 'root', columns: [] })
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
