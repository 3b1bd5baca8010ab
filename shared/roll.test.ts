// The roll as people bring it: tables of every language, quotes, blank lines, what is refused.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from './i18n/desk.en.json' with { type: 'json' }
import fr from './i18n/desk.fr.json' with { type: 'json' }
import { faceTexts, LANGUAGES } from './languages.ts'
import { membersSchema, readRollCsv, rollSchema } from './roll.ts'

const read = (csv: string) => membersSchema.parse(readRollCsv(csv))

describe('a table', () => {
  test('French columns, semicolons, a byte order mark, Windows lines, blank lines', () => {
    const csv = '\uFEFFNom;Collège;Voix;Pouvoirs\r\nAda;usagers;3;Cleo | Dan\r\n\r\n;;;\r\nBob;;;\r\n'
    expect(read(csv)).toEqual([
      { name: 'Ada', college: 'usagers', weight: 3, mandates: ['Cleo', 'Dan'] },
      { name: 'Bob', weight: 1, mandates: [] },
    ])
  })
  test.each(LANGUAGES)('the columns that %s advises, and those its table of members has', (language) => {
    const texts = faceTexts('desk', { fr, en }, language)
    const whole = [{ name: 'Ada', college: 'C1', weight: 2, mandates: ['Bob', 'Cleo'] }]
    const example = texts['roll.example']!
    expect(example.split(',')).toHaveLength(4)
    expect(read(`${example}\nAda,C1,2,Bob|Cleo`)).toEqual(whole)
    const head = ['name', 'college', 'weight', 'mandates'].map((field) => texts[`roll.${field}`]!)
    expect(read(`${head.toReversed().join(';').toUpperCase()}\nBob|Cleo;2;C1;Ada`)).toEqual(whole)
    const said = (text: string) => text.toLowerCase().replaceAll('\u00AD', '')
    for (const column of example.split(',')) expect(said(texts['roll.how']!)).toContain(said(column.trim()))
    expect(said(texts['roll.fault.column']!)).toContain(said(example.split(',')[0]!))
  })
  test('an accent may be one sign or two', () => {
    expect(read('nom,colle\u0300ge\nAda,C1')).toEqual([
      { name: 'Ada', college: 'C1', weight: 1, mandates: [] },
    ])
  })
  test('quotes hold separators, line breaks and quotes; unknown columns are passed over', () => {
    const csv = 'name,email,weight\n"Lovelace, ""Ada""",a@example.org,2\n"Two\nlines",,1'
    expect(read(csv).map(({ name, weight }) => [name, weight])).toEqual([
      ['Lovelace, "Ada"', 2],
      ['Two\nlines', 1],
    ])
  })
  test('one column of names is enough, none is not', () => {
    expect(read('name\nAda\nBob').map(({ name }) => name)).toEqual(['Ada', 'Bob'])
    expect(readRollCsv('first,last\nAda,L')).toBeNull()
    expect(readRollCsv('')).toBeNull()
  })
  test.each([
    'name,weight\nAda,half',
    'name,weight\nAda,0',
    'name,weight\nAda,1/0',
    'name,weight\n,2',
    'name',
  ])('%j is no roll', (csv) => expect(membersSchema.safeParse(readRollCsv(csv)).success).toBe(false))
  test('any names come back as they were written, but for the spaces around them', () => {
    const names = fc.array(
      fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).filter((text) => text.trim() !== ''),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(names, fc.constantFrom(',', ';', '\t'), (given, separator) => {
        const rows = given.map((one) => `"${one.replaceAll('"', '""')}"${separator}x`)
        const csv = [`name${separator}college`, ...rows].join('\n')
        expect(read(csv).map(({ name }) => name)).toEqual(given.map((one) => one.trim()))
      }),
    )
  })
})

test('a body is members or a table, never both, never nobody', () => {
  expect(rollSchema.safeParse({ members: [{ name: 'Ada' }] }).success).toBe(true)
  expect(rollSchema.safeParse({ csv: 'name\nAda' }).success).toBe(true)
  for (const body of [
    {},
    { members: [] },
    { members: [{ name: ' ' }] },
    { members: [{ name: 'A' }], csv: '' },
  ])
    expect(rollSchema.safeParse(body).success).toBe(false)
})
