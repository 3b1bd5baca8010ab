// What the report's formats make of votes by grade and by level: every figure under its name, once for each option.
import { ballotTypeOf } from '../activities/activity.ts'
import { expect, test } from 'vitest'
import { activityOf } from '../activities/index.ts'
import { newSession, type Session } from '../session/state.ts'
import { renderReport } from './render.ts'
import { makeReport } from './report.ts'
import { sample, START } from './samples.ts'

/** A report of one closed vote with these ballots. */
function reportOf(kind: string, settings: Record<string, unknown>, ballots: unknown[]) {
  const activity = activityOf(kind)!
  const parsed = activity.settings.parse(settings)
  const paper = activity.poll!.paper([], parsed, (key) => key)
  const round: Session['rounds'][string][number] = {
    id: 'p1',
    activity: 'v',
    type: ballotTypeOf(activity.poll!, paper),
    secrecy: activity.poll!.secrecy(parsed),
    state: 'closed',
    paper,
    published: true,
    result: activity.poll!.count(paper, ballots),
    voted: ballots.length,
    of: ballots.length,
  }
  const played = { v: { openedAt: START, spent: 0, step: 2 } }
  const session: Session = { ...newSession(), rev: 3, played, rounds: { v: [round] } }
  const activities = [{ id: 'v', kind, title: 'Vote', settings }]
  return makeReport(sample({ programme: { v: 1, title: 'Vote', activities }, session, notes: {} }))
}

const options = [
  { id: 'a', label: 'Une | charte' },
  { id: 'b', label: 'Un local' },
]
const judgment = reportOf('majority-judgment', { options, grades: 5 }, [
  { a: 0, b: 4 },
  { a: 2, b: 3 },
  { a: 2, b: 3 },
])
const lines = (format: 'md' | 'csv', report: typeof judgment) =>
  renderReport(format, report).body.split(/\r?\n/)

test('Markdown: a table of grades, the best first', () => {
  const table = lines('md', judgment)
    .filter((line) => line.startsWith('|'))
    .slice(0, 4)
  expect(table).toEqual([
    '| Rang | Proposition | Mention | À rejeter | Insuffisant | Passable | Bien | Très bien |',
    '| --: | --- | --- | --: | --: | --: | --: | --: |',
    expect.stringMatching(/^\| 1 \| Un local \| Bien \S+ \| 0 \| 0 \| 0 \| 2 \| 1 \|$/),
    expect.stringMatching(/^\| 2 \| Une \S+ charte \| Passable \S+ \| 1 \| 0 \| 2 \| 0 \| 0 \|$/),
  ])
})

test('CSV: rank, gauge and grades of each option', () => {
  const rows = lines('csv', judgment).map((line) => line.replaceAll('"', '').split(';'))
  const column = (name: string) => rows.slice(1, 3).map((row) => row[rows[0]!.indexOf(name)])
  expect(column('texte')).toEqual(['Une | charte', 'Un local'])
  expect(column('rang')).toEqual(['2', '1'])
  expect(column('median')).toEqual(['2', '3'])
  expect(column('Passable')).toEqual(['2', '0'])
  expect(column('Bien')).toEqual(['0', '2'])
})

test('CSV: a scale has a row for each of its levels', () => {
  const rows = lines('csv', reportOf('roti', { min: 0 }, [4, 4, 1])).map((line) =>
    line.replaceAll('"', '').split(';'),
  )
  const votes = rows[0]!.indexOf('voix')
  expect(rows.slice(1, -1).map((row) => [row[0], row[6], row[votes]])).toEqual([
    ['niveau', '0', '0'],
    ['niveau', '1', '1'],
    ['niveau', '2', '0'],
    ['niveau', '3', '0'],
    ['niveau', '4', '2'],
  ])
})

test('a score vote, which has a lowest score too, has rows for its options alone', () => {
  const rows = lines('csv', reportOf('score', { options }, [{ a: 5, b: 1 }])).filter(Boolean)
  expect(rows).toHaveLength(3)
})
