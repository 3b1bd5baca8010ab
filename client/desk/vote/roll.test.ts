// What is wrong with a table of members is said with its line; files of spreadsheets are read as they are.
import { expect, test } from 'vitest'
import { decodeTable, faultOf, lineOf } from './roll.ts'

test('lines count the column names and blank rows; a quoted cell may hold line breaks', () => {
  expect(lineOf('nom;voix\nAda;1\nBob;2', 1)).toBe(3)
  expect(lineOf('nom;voix\r\n\r\nAda;1\r\n;;\r\nBob;2', 1)).toBe(5)
  expect(lineOf('nom;voix\n"Ada\nla première";1\nBob;2', 1)).toBe(4)
  expect(lineOf('nom\nAda', 7)).toBeNull()
})

test.each([
  [{ status: 0 }, { key: 'roll.fault.offline' }],
  [{ status: 409 }, { key: 'roll.fault.fixed' }],
  [{ status: 500 }, { key: 'roll.fault.failed' }],
  [{ status: 400, field: 'csv' }, { key: 'roll.fault.column' }],
  [{ status: 400, field: '' }, { key: 'roll.fault.members' }],
  [
    { status: 400, field: '1.weight' },
    { key: 'roll.fault.weight', line: 3 },
  ],
  [
    { status: 400, field: '0.mandates' },
    { key: 'roll.fault.mandates', line: 2 },
  ],
  [
    { status: 400, field: '0.mandates.3' },
    { key: 'roll.fault.mandates', line: 2 },
  ],
])('%j is said as %j', (problem, said) => {
  expect(faultOf(problem, 'nom\nAda\nBob')).toEqual({ fault: true, ...said })
})

test('bytes are UTF-8, else windows-1252', () => {
  expect(decodeTable(new TextEncoder().encode('Zoé').buffer)).toBe('Zoé')
  expect(decodeTable(new Uint8Array([0x5a, 0x6f, 0xe9]).buffer)).toBe('Zoé')
})
