// Matrices filled in together and a panel in real time over real sockets: who is asked for what, and who learns what when (S18, S41, S42).
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, openWall, until } from './support/people.ts'

const options = ['Loyers', 'Emploi', 'Énergie'].map((label, i) => ({ id: `v${i}`, label }))

test('each phone is asked for its share of the cells, then for what lacks answers', async () => {
  const { url } = await openHouse()
  const activities = [{ id: 'm1', kind: 'micmac', title: 'Matrice', settings: { options, ratings: 1 } }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const phones = [await joinPhone(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'm1' })
  await desk.do({ kind: 'pollOpen' })
  const shareOf = (i: number) => phones[i]!.session?.poll?.share ?? []
  await until(() => shareOf(0).length === 3 && shareOf(1).length === 3)
  expect(new Set([...shareOf(0), ...shareOf(1)]).size).toBe(6)
  const [first, second] = [shareOf(0), shareOf(1)]
  const answers = (ids: readonly string[], level: number) => Object.fromEntries(ids.map((id) => [id, level]))
  expect(await phones[0]!.vote(answers(first, 3))).toMatchObject({ ok: true })
  // The other phone is silent: what it was asked for goes to the one that is through.
  await until(() => shareOf(0).length === 6)
  expect(new Set(shareOf(0).slice(3))).toEqual(new Set(second))
  await until(() => desk.counts?.filled?.enough === 3)
  expect(JSON.stringify(phones[1]!.session)).not.toContain('"mine"')

  await desk.do({ kind: 'pollClose' })
  expect(await phones[0]!.command({ kind: 'look', at: ['matrix'] })).toMatchObject({ code: 'not-allowed' })
  await desk.do({ kind: 'look', at: ['matrix'] })
  const wall = await openWall(url, made)
  expect(wall.session?.poll?.look).toBeUndefined()
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.poll?.look?.[0] === 'matrix')
})

test('in real time a panel is shown to those who have answered, from five answers on', async () => {
  const { url } = await openHouse()
  const settings = { live: true, min: 0, max: 100 }
  const activities = [{ id: 'd1', kind: 'delphi', title: 'Delphi', settings }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const wall = await openWall(url, made)
  const phones = await Promise.all(Array.from({ length: 6 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'd1' })
  if (desk.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  for (const phone of phones.slice(0, 5)) await phone.vote({ value: 42 })
  await until(() => phones[0]!.session?.result !== undefined)
  expect(phones[0]!.session?.result).toMatchObject({ n: 5, median: 42 })
  expect([phones[5]!.session?.result, wall.session?.result]).toEqual([undefined, undefined])
  await phones[5]!.vote({ value: 10 })
  await until(() => (phones[5]!.session?.result as { n?: number } | undefined)?.n === 6)
})

test('in real time the figures of a statement with fewer than five answers leave the house for nobody, open or closed', async () => {
  const { url } = await openHouse()
  const settings = { live: true, min: 0, max: 100, statements: ['Trains', 'Canary'], still: 0 }
  const activities = [{ id: 'd1', kind: 'delphi', title: 'Delphi', settings }]
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const wall = await openWall(url, made)
  const phones = await Promise.all(Array.from({ length: 5 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'd1' })
  if (desk.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.may.ballot === true))
  const canary = { value: 73.31, reason: 'canary argument', first: 64.27 }
  for (const [i, phone] of phones.entries())
    await phone.vote({ s1: { value: 42 }, ...(i < 4 ? { s2: canary } : {}) })
  // The last one did not answer the second statement: their whole snapshot must not have it.
  const seen = () => phones[4]!.session?.result as { n?: number } | undefined
  await until(() => seen()?.n === 5 && desk.session?.result !== undefined)
  const clean = (told: unknown) => expect(JSON.stringify(told)).not.toMatch(/73\.31|64\.27|canary argument/)
  for (const told of [phones[4]!.session, desk.session, wall.session, phones[0]!.session?.result]) clean(told)
  expect(seen()).toMatchObject({ each: { s1: { median: 42 }, s2: { n: 4, median: null } } })

  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.result !== undefined && phones[4]!.session?.poll?.state === 'closed')
  for (const told of [phones[4]!.session, desk.session?.result, wall.session]) clean(told)
  for (const format of ['json', 'csv', 'md']) {
    const headers = { authorization: `Bearer ${made.tokens.desk}` }
    const report = await fetch(`${url}/api/workshops/${made.workshop.id}/report.${format}`, { headers })
    expect(report.status).toBe(200)
    clean(await report.text())
  }
})
