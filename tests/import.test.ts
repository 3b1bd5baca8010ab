// What was exported comes back: reports, programmes, tables of notes; and what cannot be read is refused with its line.
import { expect, test } from 'vitest'
import { print } from '../server/report/print.ts'
import { jsonReport } from '../shared/report/json.ts'
import { makeReport } from '../shared/report/report.ts'
import { NASTY, note, sample } from '../shared/report/samples.ts'
import { openHouse } from './support/house.ts'
import { EVENING, http, openDesk, openDoc, until, type Made } from './support/people.ts'

async function house() {
  const { url } = await openHouse()
  const send = async (body: string) => {
    const answer = await fetch(`${url}/api/workshops/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }
  const report = async (made: Made, format: string) =>
    http(url, 'GET', `/api/workshops/${made.workshop.id}/report.${format}`, { token: made.tokens.desk })
  return { url, send, report }
}

function played() {
  const input = sample({ summary: 'Ce que la salle demande.' })
  const typed = NASTY.map((text, i) => note(`t${i}`, text, { order: `t${String(i).padStart(3, '0')}` }))
  const action = note('z', 'Recenser', { order: 'z', fields: { owner: 'Nadia', date: '2026-06-12' } })
  input.notes['a1'] = [...input.notes['a1']!, ...typed, action]
  input.notes['decisions'] = [
    note('d1', 'Ouvrir le samedi', { order: 'a', fields: { what: 'decision', from: 'a2' } }),
    note('d2', 'Demander un bail', {
      order: 'b',
      fields: { what: 'action', owner: 'Leïla', date: '2026-06-14' },
    }),
  ]
  return makeReport(input)
}

test('an exported report is a workshop again, note by note and result by result', async () => {
  const { send, report } = await house()
  const given = jsonReport(played())
  const { status, json } = await send(
    Buffer.from((await print({ format: 'json', report: played() }))!).toString(),
  )
  expect(status).toBe(201)
  const made = json as unknown as Made
  expect(made.workshop).toMatchObject({ title: given.workshop.title, language: 'fr' })
  expect(made.links.desk).toContain(made.tokens.desk)
  const back = (await report(made, 'json')).json as unknown as typeof given
  expect(back.activities).toEqual(given.activities)
  expect(back.summary).toBe(given.summary)
  expect((await report(made, 'md')).text).toContain('Nadia')
})

test('a programme is a workshop in which nothing has been played', async () => {
  const { url, send } = await house()
  const { status, json } = await send(JSON.stringify(EVENING))
  expect(status).toBe(201)
  const made = json as unknown as Made
  const { json: programme } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/programme`, {
    token: made.tokens.desk,
  })
  expect(programme).toEqual(EVENING)
})

test('a table of notes is a board; our own export is one too, and its formulas are texts', async () => {
  const { url, send } = await house()
  const boardOf = async (body: unknown) => {
    const { status, json } = await send(JSON.stringify(body))
    expect(status).toBe(201)
    const made = json as unknown as Made
    return notesOf(url, made)
  }
  const csv = '\ufefftexte;couleur;groupe\r\n"Une, avec ""guillemets""";ciel;Lieux\r\n\'=1+1;;Lieux\r\n'
  expect(await boardOf({ title: 'T', csv })).toEqual(['Lieux', 'Une, avec "guillemets"', '=1+1'])
  expect(await boardOf({ title: 'T', csv: 'Une idée\nUne autre\n\n' })).toEqual(['Une idée', 'Une autre'])
  const exported = Buffer.from((await print({ format: 'csv', report: played() }))!).toString()
  const texts = await boardOf({ title: 'T', csv: exported })
  expect(texts).toContain('=cmd|"/C calc"!A0')
  expect(texts).toContain('Qui tient les clés ?')
})

test('what cannot be read is refused, with the line that is wrong', async () => {
  const { send } = await house()
  const report = jsonReport(played())
  const lines = (value: unknown) => JSON.stringify(value, null, 1)
  const changed = (change: (copy: typeof report) => void) => {
    const copy = structuredClone(report)
    change(copy)
    return lines(copy)
  }
  const long = changed((copy) => (copy.activities[0]!.notes[2]!.text = 'x'.repeat(501)))
  const cases: [body: string, line: number][] = [
    ['{"v":1,\n"title":', 2],
    ['[]', 1],
    ['null', 1],
    [long, long.split('\n').findIndex((line) => line.includes('xxxx')) + 1],
    [changed((copy) => (copy.activities[0]!.kind = 'nothing')), 0],
    [changed((copy) => (copy.activities[1]!.result = { totals: 3 })), 0],
    [changed((copy) => copy.activities[0]!.notes.push(copy.activities[0]!.notes[0]!)), 0],
    [`{"a":\n${'['.repeat(100_000)}`, 2],
    [JSON.stringify({ title: 'T', csv: `texte\nbien\n${'x'.repeat(501)}\n` }), 3],
    [JSON.stringify({ title: 'T', csv: 'a;b\n1;2\n' }), 1],
    [JSON.stringify({ title: 'T', csv: '' }), 1],
  ]
  for (const [body, line] of cases) {
    const { status, json } = await send(body)
    expect([body.slice(0, 40), status, json['code']]).toEqual([body.slice(0, 40), 400, 'bad-request'])
    if (line > 0) expect([body.slice(0, 40), json['line']]).toEqual([body.slice(0, 40), line])
    else expect(json['line']).toBeGreaterThan(1)
  }
  expect((await send(`{"v":1,"x":"${'x'.repeat(8 * 1024 * 1024)}"}`)).status).toBe(413)
})

async function notesOf(url: string, made: Made): Promise<string[]> {
  await openDesk(url, made)
  const board = openDoc(url, made, made.tokens.desk, 'board.a1')
  await until(() => board.notes().length > 0)
  return board.notes().map(({ text }) => text)
}
