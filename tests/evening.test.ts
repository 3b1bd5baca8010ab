// A whole evening over real sockets: write, reveal, arrange, vote, publish, export (contract, sections 2 to 4).
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import {
  clientId,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
} from './support/people.ts'

test('from the first note to the exports', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  expect(made.workshop.code).toMatch(/^[BCDFGHJKMNPQRSTVWXZ23456789]{6}$/)
  const desk = await openDesk(url, made)
  const wall = await openWall(url, made)
  const phones = await Promise.all(['Léa', undefined, 'Omar'].map((name) => joinPhone(url, made, name)))
  expect(wall.session?.now).toBeUndefined()
  await until(() => wall.counts?.present === 3)

  // writing, sealed
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => phones.every((phone) => phone.session?.may.pad === 'sealed'))
  const pads = phones.map((phone) => openDoc(url, made, phone.token, `pad.a1.${phone.session!.now!.writer!}`))
  const board = openDoc(url, made, made.tokens.wall, 'board.a1')
  pads.forEach((pad, i) => pad.write(`note-${i}`, `Idée ${i}`))
  await until(() => wall.counts?.notes === 3)
  expect(board.notes()).toEqual([])

  // reveal: one transaction
  let frames = 0
  board.doc.on('update', () => frames++)
  expect((await desk.do({ kind: 'reveal' })).ok).toBe(true)
  await until(() => board.notes().length === 3)
  expect(frames).toBe(1)
  expect(
    board
      .notes()
      .map((note) => note.text)
      .sort(),
  ).toEqual(['Idée 0', 'Idée 1', 'Idée 2'])
  await until(() => phones[0]!.session?.may.board === 'read')

  // arranging by a phone, where the step allows it
  const [first, second] = board.notes()
  const move = { kind: 'arrange' as const, moves: [{ note: second!.id, under: first!.id }] }
  expect(await phones[0]!.command(move)).toMatchObject({ ok: false, code: 'not-now' })
  await desk.do({ kind: 'step' })
  expect(await phones[0]!.command(move)).toMatchObject({ ok: true })
  await until(() => board.notes().find((note) => note.id === second!.id)?.under === first!.id)

  // the vote: a group counts as one option
  await desk.do({ kind: 'open', activity: 'a2' })
  await until(() => wall.session?.preview?.length === 2)
  await desk.do({ kind: 'step' })
  await until(() => phones.every((phone) => phone.session?.poll?.state === 'open'))
  const options = phones[0]!.session!.poll!.paper.options
  expect(options.map((option) => option.label)).toContain(first!.text)
  expect(options).toHaveLength(2)
  expect(JSON.stringify(phones[1]!.session!.poll!.paper)).toBe(
    JSON.stringify(phones[0]!.session!.poll!.paper),
  )
  const one = options[0]!.id
  const two = options[1]!.id
  expect(await phones[0]!.vote({ [one]: 2, [two]: 1 })).toMatchObject({ ok: true, receipt: 1 })
  expect(await phones[1]!.vote({ [one]: 1 })).toMatchObject({ ok: true, receipt: 1 })
  expect(await phones[1]!.vote({ [two]: 1 })).toMatchObject({ ok: true, receipt: 2 })
  expect(phones[1]!.session?.poll?.mine).toEqual({ [two]: 1 })
  await until(() => wall.counts?.voted === 2)
  expect(wall.counts?.of).toBe(3)

  // closing, then publishing
  await desk.do({ kind: 'pollClose' })
  expect(await phones[2]!.vote({ [one]: 1 })).toMatchObject({ ok: false, code: 'closed' })
  expect(phones[0]!.session?.result).toBeUndefined()
  expect(desk.session?.result).toMatchObject({ totals: { [one]: 2, [two]: 2 } })
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.result !== undefined)
  expect(wall.session?.result).toMatchObject({
    totals: { [one]: 2, [two]: 2 },
    supporters: { [one]: 1, [two]: 2 },
    ranks: { [one]: 2, [two]: 1 },
  })

  // exports equal what was typed and voted
  const report = (format: string) =>
    http(url, 'GET', `/api/workshops/${made.workshop.id}/report.${format}`, { token: made.tokens.desk })
  const json = (await report('json')).json as unknown as {
    v: number
    activities: { id: string; notes: { text: string }[]; result?: unknown }[]
  }
  expect(json.v).toBe(1)
  expect(json.activities[0]!.notes.map((note) => note.text).sort()).toEqual(['Idée 0', 'Idée 1', 'Idée 2'])
  expect(json.activities[1]!.result).toMatchObject({ totals: { [one]: 2, [two]: 2 } })
  for (const format of ['md', 'csv']) {
    const { status, text } = await report(format)
    expect(status).toBe(200)
    for (const idea of ['Idée 0', 'Idée 1', 'Idée 2']) expect(text).toContain(idea)
    expect(text).not.toContain('Léa')
  }

  // the end
  await desk.do({ kind: 'end' })
  await until(() => phones.every((phone) => phone.session?.ended === true))
  expect(await phones[0]!.command({ kind: 'done', on: true })).toMatchObject({ ok: false, code: 'gone' })
  expect((await http(url, 'GET', `/api/workshops/${made.workshop.code}/door`)).status).toBe(404)
  expect((await report('json')).status).toBe(200)
})

test('S4 the same command id and the same ballot id are applied once and answered the same', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  const id = clientId()
  const answer = await desk.command({ kind: 'open', activity: 'a1' }, id)
  expect(await desk.command({ kind: 'open', activity: 'a1' }, id)).toEqual(answer)
  expect(desk.session?.rev).toBe(1)
  const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
  pad.write('n1', 'Une')
  pad.write('n2', 'Deux')
  await until(() => desk.counts?.notes === 2)
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  const [option, other] = phone.session!.poll!.paper.options.map((one) => one.id)
  const ballot = clientId()
  const first = await phone.vote({ [option!]: 1 }, ballot)
  expect(await phone.vote({ [option!]: 1 }, ballot)).toEqual(first)
  expect(await phone.vote({ [other!]: 1 }, ballot)).toMatchObject({ ok: true, receipt: 1 })
  await desk.do({ kind: 'pollClose' })
  expect(await phone.vote({ [option!]: 1 }, ballot)).toMatchObject({ ok: true, receipt: 1 })
  expect(desk.session?.result).toMatchObject({ spent: 1 })
})

test('the answer leaves after the snapshot it caused', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const answer = await desk.do({ kind: 'open', activity: 'a1' })
  expect(desk.session?.rev).toBe((answer as { rev: number }).rev)
  const phone = await joinPhone(url, made)
  const done = await phone.do({ kind: 'done', on: true })
  expect(phone.session?.rev).toBe((done as { rev: number }).rev)
  await until(() => phone.counts?.done === 1)
})
