// Decisions and actions as a section of the report: decisions on their papers, actions in a table with who and when.
import { expect, test } from 'vitest'
import { sampleNote as note } from '../../tests/support/notes.ts'
import { decisionsSection } from './decisions.ts'

test('nothing noted is no section', () => {
  expect(decisionsSection([], 'fr')).toBeUndefined()
  expect(decisionsSection([note('a', { hidden: true }), note('b', { text: ' ' })], 'fr')).toBeUndefined()
})

test('decisions and actions stand apart, actions with their owner and date in words', () => {
  const action = note('b', { fields: { what: 'action', owner: 'Omar', date: '2026-12-01' } })
  const section = decisionsSection([note('a', { fields: { what: 'decision' } }), action, note('c')], 'en')!
  expect(section.notes).toHaveLength(3)
  const [groups, table] = section.blocks
  expect(groups).toMatchObject({ groups: [{ title: 'Decisions', notes: [{ id: 'a' }, { id: 'c' }] }] })
  expect(table).toMatchObject({ rows: [['b', 'Omar', 'Tuesday, 1 December 2026']] })
})

test('a date in any other form stays as it was typed', () => {
  const soon = note('a', { fields: { what: 'action', date: 'soon' } })
  expect(decisionsSection([soon], 'en')!.blocks).toMatchObject([{ rows: [['a', '', 'soon']] }])
})
