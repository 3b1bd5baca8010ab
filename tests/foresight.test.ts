// Foresight over real sockets: a wheel that grows from the phones, and a panel that estimates twice (contract, sections 2 to 4).
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { addNote, noteMap } from '../shared/board/note.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import { handClock } from './support/clock.ts'
import { openHouse } from './support/house.ts'
import {
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
} from './support/people.ts'

test('people learn the places of a board, and what they write lies in them', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'p1', kind: 'pestel', title: 'Balayage', settings: { frame: 'steep' } }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made, 'Léa')
  const wall = await openWall(url, made)

  await desk.do({ kind: 'open', activity: 'p1' })
  await until(() => phone.session?.may.pad === 'sealed')
  const { layout, writer } = phone.session!.now!
  expect(layout?.zones.map(({ id }) => id)).toEqual([
    'political',
    'economic',
    'social',
    'technological',
    'environmental',
  ])
  expect(wall.session?.now?.layout).toEqual(layout)

  const pad = openDoc(url, made, phone.token, `pad.p1.${writer!}`)
  pad.write('n1', 'Les loyers doublent')
  pad.doc.transact(() => noteMap(pad.doc, 'n1')!.set('under', 'economic'))
  const board = openDoc(url, made, made.tokens.wall, 'board.p1')
  await until(() => wall.counts?.notes === 1)
  await desk.do({ kind: 'reveal' })
  await until(() => board.notes().length === 1)
  expect(board.notes()[0]).toMatchObject({ text: 'Les loyers doublent', under: 'economic' })
})

test('the change of a wheel lies on the board before anybody writes, and phones tie notes to it', async () => {
  const { url } = await openHouse()
  const activities = [
    { id: 'w1', kind: 'futures-wheel', title: 'Roue', settings: { centre: 'Trains gratuits' } },
  ]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made, 'Léa')
  const wall = await openWall(url, made)
  await desk.do({ kind: 'open', activity: 'w1' })
  await until(() => phone.session?.may.pad === 'sealed')
  expect(phone.session!.now!.asks).toEqual({ order: 1, zones: ['centre'] })
  const board = openDoc(url, made, made.tokens.wall, 'board.w1')
  const pad = openDoc(url, made, phone.token, `pad.w1.${phone.session!.now!.writer!}`)
  pad.write('n1', 'Moins de voitures')
  pad.write('n2', 'Des rues calmes')
  await until(() => wall.counts?.notes === 3 && board.notes().length === 1)
  expect(board.notes().map(({ id }) => id)).toEqual(['centre'])
  await desk.do({ kind: 'reveal' })
  await until(() => board.notes().length === 3 && phone.session?.may.arrange === true)
  const idOf = (text: string) => board.notes().find((note) => note.text === text)!.id
  const [one, two] = [idOf('Moins de voitures'), idOf('Des rues calmes')]
  expect(idOf('Trains gratuits')).toBe('centre')
  const moves = [
    { note: one, under: 'centre' },
    { note: two, under: one },
  ]
  expect(await phone.command({ kind: 'arrange', moves })).toMatchObject({ ok: true })
  await until(() => board.notes().find((note) => note.id === two)?.under === one)

  await desk.do({ kind: 'step', to: 'weigh' })
  await until(() => phone.session?.poll?.state === 'open')
  expect(phone.session!.poll!.paper.options.map(({ id }) => id)).toEqual([one])
  expect(await phone.vote([one])).toMatchObject({ ok: true })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'step' })
  await until(() => wall.session?.result !== undefined)
  expect(wall.session!.result).toMatchObject({ counts: { [one]: 1 } })
})

test('a panel estimates, reads, and estimates again', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, {
    v: 1,
    title: 'Prospective',
    activities: [{ id: 'd1', kind: 'delphi', title: 'Delphi', settings: {} }],
  })
  const desk = await openDesk(url, made)
  const phones = await Promise.all(['Léa', 'Omar', 'Zoé'].map((name) => joinPhone(url, made, name)))
  await desk.do({ kind: 'open', activity: 'd1' })
  if (phones[0]!.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  const round = async (values: number[]) => {
    for (const [i, value] of values.entries())
      expect(await phones[i]!.vote({ value, reason: `raison ${value}` })).toMatchObject({ ok: true })
    await desk.do({ kind: 'pollClose' })
    await desk.do({ kind: 'step' })
    await until(() => phones[0]!.session?.result !== undefined)
    return phones[0]!.session!.result
  }
  expect(await round([1, 4, 5])).toMatchObject({ n: 3, median: 4, consensus: false })
  await desk.do({ kind: 'step' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  expect(await round([4, 4, 5])).toMatchObject({ n: 3, median: 4, iqr: 0.5, consensus: true })
})

test('who of a panel said what is told to nobody, at no time: not to the desk, not in a report with names', async () => {
  const { url, store } = await openHouse()
  const activities = [{ id: 'd1', kind: 'delphi', title: 'Delphi', settings: { max: 99 } }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const phones = await Promise.all(['Léa', 'Omar', 'Zoé'].map((name) => joinPhone(url, made, name)))
  await desk.do({ kind: 'open', activity: 'd1' })
  if (phones[0]!.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  for (const [i, phone] of phones.entries())
    expect(await phone.vote({ value: 41 + i, reason: `CANARY-${phone.session!.seat.name!}` })).toMatchObject({
      ok: true,
    })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.result !== undefined && phones[0]!.session?.result !== undefined)
  expect(desk.session?.poll).toMatchObject({ secrecy: 'secret', state: 'closed' })
  for (const device of [desk, wall, phones[0]!, phones[2]!]) {
    const told = JSON.stringify(device.heard)
    expect(told).not.toContain('"named"')
    // Read by all: the argument from outside of the middle half, beside its estimate and nothing else.
    expect(told).toContain('{"reason":"CANARY-Léa","value":41}')
    expect(told).not.toContain('CANARY-Omar')
  }
  const kept = JSON.stringify((await store.workshops.get(made.workshop.id))!.session)
  for (const { seat } of phones) expect(kept).not.toContain(`"seat":"${seat}","choice"`)
  for (const format of ['json', 'md', 'csv']) {
    const path = `/api/workshops/${made.workshop.id}/report.${format}?names=true`
    const { text } = await http(url, 'GET', path, { token: made.tokens.desk })
    expect(text.replaceAll(/CANARY-(Léa|Zoé)/g, '')).not.toMatch(/Léa|Omar|Zoé/)
  }
})

test('a panel in real time goes on waiting when the server comes back, and closes by itself', async () => {
  const clock = handClock(1_700_000_000_000)
  const [store, secret] = [createMemoryStore({ clock: clock.now }), randomBytes(32)]
  const before = await openHouse({ store, secret, clock })
  const settings = { live: true, still: 90 }
  const activities = [{ id: 'd1', kind: 'delphi', title: 'Delphi', settings }]
  const made = await makeWorkshop(before.url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(before.url, made)
  const names = ['Léa', 'Omar', 'Zoé', 'Ida', 'Paul']
  const phones = await Promise.all(names.map((name) => joinPhone(before.url, made, name)))
  await desk.do({ kind: 'open', activity: 'd1' })
  if (phones[0]!.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  for (const [i, phone] of phones.entries())
    expect(await phone.vote({ value: i + 1 })).toMatchObject({ ok: true })
  await clock.wind(60_000)
  await before.close()
  const after = await openHouse({ store, secret, clock })
  const back = await new Device(after.url, phones[0]!.token).ready()
  expect(back.session?.poll).toMatchObject({ state: 'open' })
  await clock.wind(89_000)
  expect(back.session?.poll).toMatchObject({ state: 'open' })
  await clock.wind(2000)
  await until(() => back.session?.poll?.state === 'closed')
  expect(back.session!.poll).toMatchObject({ voted: 5 })
})

test('phones tie milestones while they walk back; what would run in a circle is left out', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'b1', kind: 'backcasting', title: 'Vers 2035', settings: {} }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  await desk.do({ kind: 'open', activity: 'b1' })
  const board = openDoc(url, made, made.tokens.desk, 'board.b1')
  await until(() => board.provider.synced)
  for (const id of ['vision', 'law', 'vote']) addNote(board.doc, { id: `n-${id}`, text: id })
  const needed = (note: string, to: string) => ({
    note: `n-${note}`,
    link: { to: `n-${to}`, label: 'needed' },
  })
  expect(await phone.command({ kind: 'arrange', moves: [needed('law', 'vision')] })).toMatchObject({
    ok: false,
  })
  await desk.do({ kind: 'step', to: 'back' })
  await until(() => phone.session?.may.arrange === true)
  await until(async () => (await phone.command({ kind: 'arrange', moves: [needed('law', 'vision')] })).ok)
  const moves = [needed('vote', 'law'), needed('vision', 'vote')]
  expect(await phone.command({ kind: 'arrange', moves })).toMatchObject({ ok: true })
  const links = () => Object.fromEntries(board.notes().map(({ id, links }) => [id, links]))
  await until(() => links()['n-vote'] !== undefined)
  expect(links()).toEqual({ 'n-law': { 'n-vision': 'needed' }, 'n-vote': { 'n-law': 'needed' } })
})
