// The table of notes that an export writes is read again, whatever the language of its workshop.
import { expect, test } from 'vitest'
import { LANGUAGES } from '../languages.ts'
import { writeCsv } from './csv.ts'
import { readNotesTable } from './import-csv.ts'
import { makeReport } from './report.ts'
import { note, sample } from './samples.ts'

test.each(LANGUAGES)(
  'an export in %s is read again: texts, colours and groups, its other rows left out',
  (language) => {
    const group = note('g', 'Outils', { tone: 'craie', fields: { group: 1 } })
    const notes = { a1: [group, note('n1', 'Une perceuse', { tone: 'ciel', under: 'g' })] }
    const report = makeReport({ ...sample(), language, notes })
    const csv = writeCsv(report)
    const read = readNotesTable({ title: 'Encore', csv, language: 'fr' })
    const texts = 'notes' in read ? read.notes['a1']!.map(({ text, tone }) => [text, tone]) : read
    expect(texts).toEqual([
      ['Outils', 'craie'],
      ['Une perceuse', 'ciel'],
    ])
  },
)

const read = (csv: string) => {
  const told = readNotesTable({ title: 'T', csv, language: 'fr' })
  return 'notes' in told ? told.notes['a1']!.map(({ text }) => text) : told
}

test('a quotation mark within a text is text, and one that is never closed is told by its line', () => {
  expect(read('Le plan "B"\nUn écran de 24" au mur\nUne autre')).toEqual([
    'Le plan "B"',
    'Un écran de 24" au mur',
    'Une autre',
  ])
  expect(read('texte;couleur\n"Le ""plan"" ; B";ciel')).toEqual(['Le "plan" ; B'])
  expect(read('texte\nUne note\n"sans fin\nUne autre')).toEqual({
    fault: 'a quotation mark is opened and not closed',
    line: 3,
  })
  expect(read('texte\nUne note\nPK\u0003\u0000\u0000')).toEqual({ fault: 'not a text', line: 3 })
})
