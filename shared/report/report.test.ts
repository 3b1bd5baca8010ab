// The model of the report and its JSON form: nothing is lost, nothing hidden or private gets in.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '../board/note.ts'
import type { Block } from './blocks.ts'
import { jsonReport } from './json.ts'
import { renderReport } from './render.ts'
import { makeReport } from './report.ts'
import { dotRound, note, sample, START } from './samples.ts'

const shownTexts = (blocks: Block[]) =>
  blocks.flatMap((block) =>
    block.type === 'notes' ? block.groups.flatMap((g) => [g.title, ...g.notes.map((n) => n.text)]) : [],
  )

describe('makeReport', () => {
  it('has one section for each opened activity, in the order of the programme', () => {
    const report = makeReport(sample())
    expect(report.sections.map(({ id, kind }) => [id, kind])).toEqual([
      ['a1', 'brainstorm'],
      ['a2', 'dot-vote'],
    ])
    expect(report.sections[1]).toMatchObject({
      participation: { voted: 3, of: 5 },
      title: 'Les idées à creuser',
    })
    expect(report).toMatchObject({ revision: 12, startedAt: '2026-05-05T16:00:00.000Z' })
  })

  it('leaves out a first name that the wall shows on a note', () => {
    const signed = note('n1', 'Un banc', { fields: { by: 'Ysolde', kind: 'fact' } })
    const report = makeReport(sample({ notes: { a1: [signed] } }))
    expect(JSON.stringify(report)).not.toContain('Ysolde')
    expect(report.sections[0]!.notes[0]!.fields).toEqual({ kind: 'fact' })
  })

  it('writes the figures of the workshop', () => {
    const { figures } = makeReport(sample())
    expect(figures.map(({ text, label }) => `${text} ${label}`)).toEqual([
      '34 personnes',
      '3 contributions',
      '6 gommettes',
      '3 bulletins',
      '1\u00a0h\u00a032 ensemble',
    ])
  })

  it('writes them in English, and large ones without U+202F', () => {
    const english = makeReport(sample({ language: 'en', people: { seats: 1 } })).figures
    expect(english[0]).toEqual({ id: 'people', text: '1', label: 'person' })
    const many = makeReport(sample({ people: { seats: 1234 } })).figures
    expect(many[0]!.text).toBe('1\u00a0234')
  })

  it('says nothing of a time that is not over, nor of what was not done', () => {
    const input = sample()
    const session = { ...input.session, ended: null, rounds: {} }
    const { figures, ...report } = makeReport({ ...input, session, notes: {} })
    expect(figures.map((figure) => figure.id)).toEqual(['people'])
    expect(report.endedAt).toBeUndefined()
    expect(report.sections[1]!.blocks).toEqual([{ type: 'text', text: 'Rien n’a encore été recueilli ici.' }])
  })

  it('keeps place and date, in words', () => {
    const { workshop } = sample()
    const about = { ...workshop, place: 'Bordeaux', date: '2026-06-05' }
    const subtitle = (language: 'fr' | 'en', change: object) =>
      makeReport(sample({ workshop: { ...workshop, ...change }, language })).subtitle
    expect(subtitle('fr', about)).toBe('Restitution de l’atelier. Bordeaux, vendredi 5 juin 2026.')
    expect(subtitle('en', { date: about.date })).toMatch(/^Report of the workshop\. Friday,? 5 June 2026\.$/)
    expect(subtitle('en', { place: 'Lille', date: 'next spring' })).toBe(
      'Report of the workshop. Lille, next spring.',
    )
    expect(subtitle('fr', { date: '2026-99-99' })).toBe('Restitution de l’atelier. 2026-99-99.')
  })

  it('holds no hidden note, no private note of the facilitation, and nothing else of the row', () => {
    const input = sample()
    input.programme.activities[0]!.notes = 'CANARY of the desk'
    Object.assign(input.workshop, { key: 'CANARY of the store' })
    const report = makeReport({ ...input, names: { n4: 'CANARY of a name', n1: 'Nadia' } })
    const everything =
      JSON.stringify(report) + renderReport('md', report).body + renderReport('csv', report).body
    expect(everything).not.toMatch(/CANARY|retiré par l’animation/)
    expect(report.names).toEqual({ n1: 'Nadia' })
  })

  it('shows every visible note, whatever lies under what', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const board = fc.array(
      fc.record({
        under: fc.option(fc.constantFrom(...ids, 'col-1', 'gone'), { nil: undefined }),
        hidden: fc.boolean(),
        group: fc.boolean(),
        text: fc.string({ unit: 'grapheme' }),
      }),
      { maxLength: ids.length },
    )
    fc.assert(
      fc.property(board, (seeds) => {
        const notes = seeds.map(({ under, hidden, group, text }, i): Note => {
          const more: Partial<Note> = group ? { fields: { group: 1 } } : {}
          if (under !== undefined && under !== ids[i]) more.under = under
          if (hidden) more.hidden = true
          return note(ids[i]!, text, more)
        })
        const section = makeReport(sample({ notes: { a1: notes } })).sections[0]!
        const texts = shownTexts(section.blocks)
        for (const { text, hidden } of notes) if (!hidden && text.trim()) expect(texts).toContain(text)
        expect(section.notes).toEqual(notes.filter((one) => !one.hidden))
      }),
    )
  })

  it('shows the notes of an exercise that this version does not have', () => {
    const input = sample()
    input.programme.activities[0]!.kind = 'unheard-of'
    const section = makeReport(input).sections[0]!
    expect(section.exercise).toBe('unheard-of')
    expect(shownTexts(section.blocks)).toContain('Qui tient les clés ?')
  })

  it('takes the last round that was counted', () => {
    const input = sample()
    const again = dotRound({ id: 'p2', voted: 4 })
    const { result: _none, voted: _voted, ...open } = dotRound({ id: 'p3', state: 'open' })
    input.session.rounds = { a2: [dotRound(), again, open] }
    expect(makeReport(input).sections[1]).toMatchObject({ result: again.result, participation: { voted: 4 } })
    input.session.rounds = { a2: [open] }
    const section = makeReport(input).sections[1]!
    expect(section.paper).toEqual(open.paper)
    expect(section).not.toHaveProperty('result')
    expect(section).not.toHaveProperty('participation')
  })
})

describe('the JSON report', () => {
  it('has exactly the form of the contract, with the result as it was counted', () => {
    const json = jsonReport(makeReport(sample()))
    expect(json.activities[0]).toEqual({
      id: 'a1',
      kind: 'brainstorm',
      title: 'Ce que nous pourrions partager',
      question: sample().programme.activities[0]!.question,
      settings: {},
      notes: [
        { id: 'g1', text: 'Des lieux', tone: 'soleil', fields: { group: 1 } },
        { id: 'n1', text: 'Rouvrir les rez-de-chaussée', tone: 'soleil', under: 'g1' },
        { id: 'n2', text: 'Qui tient les clés ?', tone: 'lilas', under: 'g1' },
        { id: 'n3', text: 'Une camionnette à se prêter', tone: 'menthe' },
      ],
    })
    const { id, kind, ...vote } = json.activities[1]!
    expect([id, kind]).toEqual(['a2', 'dot-vote'])
    expect(vote.result).toEqual(dotRound().result)
    expect(vote.paper).toEqual(dotRound().paper)
    expect(json.workshop).toEqual({ ...sample().workshop, createdAt: new Date(START).toISOString() })
    expect([json.v, json.revision]).toEqual([1, 12])
  })

  it('gives places where they mean something, and names where they were asked for', () => {
    const input = sample({ names: { n3: 'Yann' } })
    input.programme.activities[0]!.settings = { layout: 'free' }
    const { notes } = jsonReport(makeReport(input)).activities[0]!
    expect(notes.every((one) => one.at?.length === 2)).toBe(true)
    expect(notes.filter((one) => one.name).map((one) => one.id)).toEqual(['n3'])
  })

  it('says the same after a round trip through text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const report = makeReport(sample({ notes: { a1: [note('n1', text)] } }))
        expect(JSON.parse(renderReport('json', report).body)).toEqual(jsonReport(report))
      }),
    )
  })
})
