// Drafts that go on from one to two to four to all, reactions as numbers, and names that follow a person (SPEC.md, S43, S70, S71).
import { expect, test } from 'vitest'
import { noteMap } from '../shared/board/note.ts'
import { openHouse } from './support/house.ts'
import {
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
  type Sheet,
} from './support/people.ts'

function take(sheet: Sheet, text: string): void {
  const note = sheet.notes().find((one) => one.text === text)!
  sheet.doc.transact(() =>
    (noteMap(sheet.doc, note.id)!.get('fields') as Map<string, string>).set('draft', ''),
  )
}

test('what people wrote alone lies on the sheet of their pair, then of their four, for nobody else until it is taken up', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'o1', kind: 'one-two-four-all', title: '1-2-4-Tous', settings: {} }]
  const made = await makeWorkshop(url, { v: 1, title: 'Ensemble', activities })
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const names = ['Léa', 'Omar', 'Zoé', 'Paul']
  const phones = await Promise.all(names.map((name) => joinPhone(url, made, name)))
  await desk.do({ kind: 'open', activity: 'o1' })
  await until(() => phones.every((phone) => phone.session?.may.pad === 'sealed'))
  for (const [i, phone] of phones.entries()) {
    const pad = openDoc(url, made, phone.token, `pad.o1.${phone.seat}`)
    pad.write('n1', `Idée de ${names[i]}`, { under: 'one' })
  }
  await until(() => desk.counts?.notes === 4)
  await desk.do({ kind: 'step' })
  await until(() => phones.every((phone) => phone.session?.groups?.mine !== undefined))
  const inPair = (id: string) => names.filter((_, i) => phones[i]!.session!.groups!.mine === id)
  const [pair] = wall.session!.groups!.list
  const writer = phones.find((phone) => phone.session!.groups!.mine === pair!.id)!
  const sheet = openDoc(url, made, writer.token, `pad.o1.${pair!.id}`)
  await until(() => sheet.notes().length === 2)
  const texts = inPair(pair!.id).map((name) => `Idée de ${name}`)
  expect(
    sheet
      .notes()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(texts.toSorted())
  const board = openDoc(url, made, made.tokens.wall, 'board.o1')
  await until(() => board.notes().length === 4)
  expect(desk.counts!.notes).toBe(4)
  take(sheet, texts[0]!)
  await until(() => board.notes().length === 5)
  expect(board.notes().find(({ under }) => under === 'two')).toMatchObject({ text: texts[0] })
  expect(JSON.stringify(board.notes())).not.toContain('draft')

  await desk.do({ kind: 'step' })
  await until(() => wall.session?.now?.step === 'four')
  const four = openDoc(url, made, writer.token, 'pad.o1.fours-1')
  await until(() => four.notes().length === 1)
  expect(four.notes()[0]).toMatchObject({ text: texts[0], under: 'four' })
  take(four, texts[0]!)
  await until(() => board.notes().some(({ under }) => under === 'four'))
  await desk.do({ kind: 'step' })
  await until(() => four.notes().some(({ under }) => under === 'all'))
  await until(() => wall.session?.groups?.plenary === true)
})

test('reactions are numbers on screens, one for each person and note, and stay in the report; a new name goes to one’s notes', async () => {
  const { url } = await openHouse()
  const settings = { authors: 'named', reactions: true }
  const activities = [{ id: 'a1', kind: 'brainstorm', title: 'Idées', settings }]
  const made = await makeWorkshop(url, { v: 1, title: 'T', activities })
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const [lea, omar] = [await joinPhone(url, made, 'Léa'), await joinPhone(url, made, 'Omar')]
  await desk.do({ kind: 'open', activity: 'a1' })
  openDoc(url, made, lea.token, `pad.a1.${lea.seat}`).write('n1', 'Un four')
  await until(() => desk.counts?.notes === 1)
  await desk.do({ kind: 'reveal' })
  const board = openDoc(url, made, omar.token, 'board.a1')
  await until(() => board.notes().length === 1)
  const { id: note } = board.notes()[0]!
  await omar.do({ kind: 'react', note, as: 'dig' })
  await omar.do({ kind: 'react', note, as: 'like' })
  await lea.do({ kind: 'react', note, as: 'like' })
  await until(() => wall.session?.reactions?.counts?.[note]?.like === 2)
  expect(wall.session!.reactions!.counts).toEqual({ [note]: { like: 2 } })
  expect(omar.session!.reactions).toEqual({ mine: { [note]: 'like' }, open: true })
  await desk.do({ kind: 'hide', note })
  expect(await omar.command({ kind: 'react', note, as: null })).toMatchObject({ code: 'unknown-option' })
  await desk.do({ kind: 'undo' })
  for (const [who, code] of [
    [desk, 'not-allowed'],
    [wall, 'not-allowed'],
  ] as const)
    expect(await who.command({ kind: 'react', note, as: 'like' })).toMatchObject({ code })
  expect(await omar.command({ kind: 'react', note, as: 'love' } as never)).toMatchObject({
    code: 'bad-request',
  })

  await desk.do({ kind: 'step' })
  await lea.do({ kind: 'name', name: 'Léa M.' })
  await until(() => board.notes()[0]?.fields?.['by'] === 'Léa M.')
  await desk.do({ kind: 'rename', seat: lea.seat, name: '' })
  await until(() => board.notes()[0]?.fields?.['by'] === undefined)
  const path = `/api/workshops/${made.workshop.id}/report`
  const json = await http(url, 'GET', `${path}.json`, { token: made.tokens.desk })
  expect(JSON.stringify(json.json)).toContain('"reactions":{"like":2}')
  expect((await http(url, 'GET', `${path}.md`, { token: made.tokens.desk })).text).toContain(
    'Je le vis aussi',
  )
})
