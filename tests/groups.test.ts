// Pairs and tables over real sockets: one shared sheet for each, for nobody else, and phones that learn no name (SPEC.md, S45 to S47).
import { expect, test } from 'vitest'
import { noteMap } from '../shared/board/note.ts'
import { openHouse } from './support/house.ts'
import { Device, joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'

test('two people write one sheet together, and it lies on the board in its place', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'o1', kind: 'one-two-four-all', title: '1-2-4-Tous', settings: {} }]
  const made = await makeWorkshop(url, { v: 1, title: 'Ensemble', activities })
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const names = ['Léa', 'Omar', 'Zoé', 'Paul']
  const phones = await Promise.all(names.map((name) => joinPhone(url, made, name)))
  await desk.do({ kind: 'open', activity: 'o1' })
  await until(() => phones.every((phone) => phone.session?.may.pad === 'sealed'))
  expect(phones.map((phone) => phone.session!.now!.writer)).toEqual(phones.map((phone) => phone.seat))
  await desk.do({ kind: 'step' })
  await until(() => phones.every((phone) => phone.session?.groups?.mine !== undefined))
  const [first] = wall.session!.groups!.list
  expect(first!.people!.map(({ name }) => names.includes(name!))).toEqual([true, true])
  const pair = phones.filter((phone) => phone.session!.groups!.mine === first!.id)
  const other = phones.find((phone) => !pair.includes(phone))!
  expect(pair).toHaveLength(2)
  expect(JSON.stringify(other.heard)).not.toContain(pair[0]!.session!.seat.name)

  const name = `pad.o1.${first!.id}`
  const [one, two] = pair.map((phone) => openDoc(url, made, phone.token, name))
  one!.write('n1', 'Une cantine')
  one!.doc.transact(() => noteMap(one!.doc, 'n1')!.set('under', 'two'))
  await until(() => two!.notes().length === 1)
  two!.write('n2', 'Un four')
  const board = openDoc(url, made, made.tokens.wall, 'board.o1')
  await until(() => board.notes().length === 2)
  expect(board.notes().find(({ text }) => text === 'Une cantine')?.under).toBe('two')
  const stranger = openDoc(url, made, other.token, name)
  await until(() => stranger.closes.includes(4403))

  const late = await joinPhone(url, made, 'Inès')
  expect(late.session?.groups?.mine).toBeUndefined()
  await late.do({ kind: 'joinGroup' })
  expect(late.session?.groups?.mine).toBeDefined()
  expect(late.session?.now?.writer).toBe(late.session?.groups?.mine)
  expect(await late.command({ kind: 'joinGroup', seat: other.seat })).toMatchObject({ code: 'not-allowed' })
  await desk.do({ kind: 'step' })
  await until(() => wall.session?.groups?.list.length === 1)
})

test('a screen follows one table or the plenary, and reads what that table wrote', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'b1', kind: 'breakouts', title: 'Tables', settings: { tables: 2 } }]
  const made = await makeWorkshop(url, { v: 1, title: 'Ensemble', activities })
  const desk = await openDesk(url, made)
  const plenary = await openWall(url, made)
  const atTable = await new Device(url, made.tokens.wall, ['websocket'], {
    screen: 'w-two',
    group: 2,
  }).ready()
  const phones = await Promise.all(['Léa', 'Omar'].map((name) => joinPhone(url, made, name)))
  await desk.do({ kind: 'open', activity: 'b1' })
  await desk.do({ kind: 'step' })
  await until(() => phones.every((phone) => phone.session?.may.pad === 'open'))
  expect([plenary.session!.follows, atTable.session!.follows]).toEqual([undefined, 2])
  await until(() => desk.desk?.screens.length === 1)
  expect(desk.desk!.screens).toEqual([{ id: 'w-two', follows: 2 }])
  for (const phone of phones) {
    const { writer } = phone.session!.now!
    openDoc(url, made, phone.token, `pad.b1.${writer}`).write('n1', `De la ${writer}`)
  }
  const second = openDoc(url, made, made.tokens.wall, 'board.b1.tables-2')
  await until(() => second.notes().length === 1)
  expect(second.notes()[0]!.text).toBe('De la tables-2')
  const board = openDoc(url, made, made.tokens.wall, 'board.b1')
  await until(() => board.notes().length === 2)
  expect(board.notes().map(({ id }) => id)).toContain(second.notes()[0]!.id)
  const stranger = phones.find((phone) => phone.session!.groups!.mine === 'tables-1')!
  const refused = openDoc(url, made, stranger.token, 'board.b1.tables-2')
  await until(() => refused.closes.includes(4403))
  await desk.do({ kind: 'wall', screen: 'w-two', follow: null })
  await until(() => atTable.session?.follows === undefined)
  expect(desk.session!.wall).toBeUndefined()
  expect(await desk.command({ kind: 'wall', follow: 1 })).toMatchObject({ ok: false, code: 'bad-request' })
})
