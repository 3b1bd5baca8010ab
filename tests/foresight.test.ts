// Foresight over real sockets: a wheel that grows from the phones, and a panel that estimates twice (contract, sections 2 to 4).
import { expect, test } from 'vitest'
import { addNote, noteMap } from '../shared/board/note.ts'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'

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
