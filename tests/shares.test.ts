// The shared report: a key of its own, an end, only what the room has seen; the summary; what phones are given.
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { addNote } from '../shared/board/note.ts'
import { openHouse } from './support/house.ts'
import { sampleNote } from './support/notes.ts'
import { clientId, http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

test('a report is read by its link until that is taken back, and shows nothing unpublished', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made, 'Ysolde')
  const path = `/api/workshops/${made.workshop.id}`
  const token = made.tokens.desk
  await desk.do({ kind: 'open', activity: 'a1' })
  openDoc(url, made, phone.token, `pad.a1.${phone.seat}`).write('n1', 'Une idée')
  await until(() => desk.counts?.notes === 1)
  const shared = await http(url, 'POST', `${path}/shares`, { token, body: { phones: true } })
  expect(shared.status).toBe(201)
  const { link, share } = shared.json as unknown as { link: string; share: { id: string } }
  const key = new URL(link).hash.slice(1)
  expect(new URL(link).pathname).toBe(`/r/${made.workshop.id}`)
  const read = (format: string, query = '') =>
    http(url, 'GET', `${path}/report.${format}${query}`, { token: key })
  expect((await read('md')).text).not.toContain('Une idée')

  await desk.do({ kind: 'reveal' })
  await until(() => desk.counts?.notes === 1)
  expect((await read('md')).text).toContain('Une idée')
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  await phone.vote({ [phone.session!.poll!.paper.options[0]!.id]: 2 }, clientId())
  await desk.do({ kind: 'pollClose' })
  expect(JSON.stringify((await read('json')).json)).not.toContain('totals')
  await desk.do({ kind: 'publish' })
  expect(JSON.stringify((await read('json')).json)).toContain('totals')
  for (const query of ['?names=true', '?ballots=true']) expect((await read('json', query)).status).toBe(403)
  for (const other of ['session', 'programme', 'roll'])
    expect((await http(url, 'GET', `${path}/${other}`, { token: key })).status).toBe(401)

  const given = await http(url, 'GET', `${path}/shares`, { token: phone.token })
  expect(given.json).toMatchObject({ shares: [{ link }] })
  expect((await http(url, 'DELETE', `${path}/shares/${share.id}`, { token })).status).toBe(204)
  expect((await read('md')).status).toBe(401)
  expect((await http(url, 'GET', `${path}/shares`, { token: phone.token })).json).toEqual({ shares: [] })
  expect((await http(url, 'DELETE', `${path}/shares/${share.id}`, { token })).status).toBe(404)
})

test('a card that is not to be quoted stays with the desk', async () => {
  const { url } = await openHouse()
  const activities = [
    { id: 'r', kind: 'rex', title: 'Retours', settings: {} },
    { id: 'd', kind: 'dot-vote', title: 'Leçons', settings: {} },
  ]
  const made = await makeWorkshop(url, { v: 1, title: 'Retours', activities })
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  await desk.do({ kind: 'open', activity: 'r' })
  await until(() => phone.session?.may.pad === 'open')
  const pad = openDoc(url, made, phone.token, `pad.r.${phone.seat}`)
  await until(() => pad.provider.synced)
  const tell = (id: string, consent: string) =>
    addNote(pad.doc, { ...sampleNote(id), text: `Récit ${id}`, under: 'facts', fields: { consent } })
  pad.doc.transact(() => [tell('n1', 'À ne pas citer'), tell('n2', 'Citable en interne'), tell('n3', '')])
  await until(() => desk.counts?.notes === 3)
  const path = `/api/workshops/${made.workshop.id}`
  const token = made.tokens.desk
  const { json } = await http(url, 'POST', `${path}/shares`, { token, body: {} })
  const key = new URL((json as unknown as { link: string }).link).hash.slice(1)
  const told = async (token: string) => {
    const { text } = await http(url, 'GET', `${path}/report.json`, { token })
    return ['n1', 'n2', 'n3'].filter((id) => text.includes(`Récit ${id}`))
  }
  expect(await told(token)).toEqual(['n1', 'n2', 'n3'])
  expect(await told(key)).toEqual(['n2', 'n3'])
  // Nor is it put to a vote, whose options stand in every report.
  await desk.do({ kind: 'open', activity: 'd' })
  await until(() => desk.session?.preview !== undefined)
  expect(desk.session!.preview!.map(({ label }) => label).toSorted()).toEqual(['Récit n2', 'Récit n3'])
  // Whoever changes their mind after the vote is still counted, and not told.
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  const chosen = phone.session!.poll!.paper.options.find(({ label }) => label === 'Récit n2')!.id
  await phone.vote({ [chosen]: 1 }, clientId())
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  expect(await told(key)).toEqual(['n2', 'n3'])
  await desk.do({ kind: 'open', activity: 'r' })
  const board = openDoc(url, made, token, 'board.r')
  await until(() => board.provider.synced)
  board.doc.transact(() => {
    const fields = (board.doc.getMap('notes').get(chosen) as Y.Map<unknown>).get('fields') as Y.Map<string>
    fields.set('consent', 'À ne pas citer')
  })
  await until(async () => !(await told(key)).includes('n2'))
  const { json: left } = await http(url, 'GET', `${path}/report.json`, { token: key })
  expect(JSON.stringify(left)).toContain('Une contribution non publiée')
  expect(JSON.stringify(left)).toContain(`"${chosen}":1`)
})

test('a share ends by itself, is not given to phones unless it was meant for them, and there are not too many', async () => {
  let now = Date.parse('2026-05-05T16:00:00Z')
  const clock = { now: () => now, after: () => () => undefined }
  const { url } = await openHouse({ clock })
  const made = await makeWorkshop(url)
  const path = `/api/workshops/${made.workshop.id}`
  const token = made.tokens.desk
  const share = (body: unknown) => http(url, 'POST', `${path}/shares`, { token, body })
  const { json } = await share({ until: '2026-05-06T16:00:00Z' })
  const key = new URL((json as unknown as { link: string }).link).hash.slice(1)
  const read = () => http(url, 'GET', `${path}/report.blocks`, { token: key })
  expect((await read()).status).toBe(200)
  now += 25 * 3_600_000
  expect((await read()).status).toBe(401)
  expect((await share({ until: '2026-05-06' })).status).toBe(400)
  expect((await share({ until: 'tomorrow' })).status).toBe(400)
  expect((await share({ names: true })).status).toBe(400)
  const more = await Promise.all(Array.from({ length: 25 }, () => share({})))
  expect(more.filter(({ status }) => status === 201)).toHaveLength(19)
  expect(more.filter(({ status }) => status === 409)).toHaveLength(6)
})

test('the summary is in the report and in its files, as it was written', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const path = `/api/workshops/${made.workshop.id}`
  const token = made.tokens.desk
  const text = 'La salle *demande* un bail.\nEt des <outils>.'
  expect((await http(url, 'PUT', `${path}/summary`, { token, body: { text } })).json).toEqual({ text })
  expect((await http(url, 'GET', `${path}/report.blocks`, { token })).json).toMatchObject({ summary: text })
  expect((await http(url, 'GET', `${path}/report.md`, { token })).text).toContain(
    'La salle \\*demande\\* un bail.',
  )
  expect(
    (await http(url, 'PUT', `${path}/summary`, { token, body: { text: 'x'.repeat(4001) } })).status,
  ).toBe(400)
  await http(url, 'PUT', `${path}/summary`, { token, body: { text: ' ' } })
  expect((await http(url, 'GET', `${path}/report.blocks`, { token })).json).not.toHaveProperty('summary')
})
