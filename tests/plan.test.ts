// The plan over real sockets: several trusted hands, one programme, and what has been played stays (contract, sections 2 and 4).
import { expect, test } from 'vitest'
import type { Programme } from '../shared/programme.ts'
import { readDraft } from '../shared/plan/draft.ts'
import { addEntry, removeEntry, setText } from '../shared/plan/edit.ts'
import { openHouse } from './support/house.ts'
import { EVENING, http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

test('the document and the programme are one truth', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  const [one, two] = [made.tokens.desk, made.tokens.scribe].map((token) => openDoc(url, made, token, 'plan'))
  const titles = (doc = one!.doc) => readDraft(doc).activities.map(({ title }) => title)
  const path = `/api/workshops/${made.workshop.id}/programme`
  const read = async () =>
    (await http(url, 'GET', path, { token: made.tokens.desk })).json as unknown as Programme

  // The first who opens it finds the programme there.
  await until(() => titles().length === 2 && titles(two!.doc).length === 2)
  expect(await read()).toEqual(EVENING)

  // Two hands at once: both are kept, and the desk is told.
  one!.doc.transact(() => setText(one!.doc, 'a2', 'title', 'Gommettes du soir'))
  two!.doc.transact(() => {
    setText(two!.doc, 'a2', 'question', 'Lesquelles ?')
    addEntry(two!.doc, { id: 'a3', kind: 'roti', title: 'Sortie', notes: 'Merci', settings: {} }, 2)
  })
  await until(() => desk.session?.programme?.activities.length === 3)
  await until(async () => (await read()).activities[1]!.title === 'Gommettes du soir')
  expect((await read()).activities[1]).toMatchObject({ question: 'Lesquelles ?' })
  expect((await read()).activities[2]).toMatchObject({ kind: 'roti', notes: 'Merci' })

  // The route writes into the document.
  const wanted = { ...(await read()), title: 'Autre soirée' }
  wanted.activities = [...wanted.activities].reverse()
  expect((await http(url, 'PUT', path, { token: made.tokens.desk, body: wanted })).status).toBe(200)
  await until(() => titles(two!.doc)[0] === 'Sortie' && readDraft(two!.doc).title === 'Autre soirée')

  // What has been played comes back; private parts of it may change.
  await desk.do({ kind: 'open', activity: 'a1' })
  one!.doc.transact(() => {
    setText(one!.doc, 'a1', 'title', 'Trop tard')
    setText(one!.doc, 'a1', 'say', 'Bienvenue')
  })
  await until(() => titles().includes('Remue-méninges'))
  await until(async () => (await read()).activities.some(({ say }) => say === 'Bienvenue'))
  two!.doc.transact(() => removeEntry(two!.doc, 'a1'))
  await until(() => titles().includes('Remue-méninges'))
  expect((await read()).activities.map(({ id }) => id)).toContain('a1')

  // Nothing of it reaches a phone.
  expect(JSON.stringify(phone.heard)).not.toMatch(/Gommettes du soir|Bienvenue|Merci|Sortie|Trop tard/)
})

test('a plan is there again after a restart, with the last word that was acknowledged', async () => {
  const first = await openHouse()
  const made = await makeWorkshop(first.url)
  await openDesk(first.url, made)
  const plan = openDoc(first.url, made, made.tokens.desk, 'plan')
  await until(() => readDraft(plan.doc).activities.length === 2)
  const path = `/api/workshops/${made.workshop.id}/programme`
  const body = { ...EVENING, title: 'Après' }
  expect((await http(first.url, 'PUT', path, { token: made.tokens.desk, body })).status).toBe(200)
  await first.close()
  const again = await openHouse({ store: first.store })
  const reopened = openDoc(again.url, made, made.tokens.desk, 'plan')
  await until(() => readDraft(reopened.doc).title === 'Après')
  const { json } = await http(again.url, 'GET', path, { token: made.tokens.desk })
  expect(json).toMatchObject({ title: 'Après' })
})

test('the read-only link shows the programme without private notes, and nothing else', async () => {
  const { url } = await openHouse()
  const programme: Programme = {
    ...EVENING,
    start: '18:30',
    activities: [
      { ...EVENING.activities[0]!, say: 'secret-say', notes: 'secret-notes', material: 'secret-things' },
    ],
  }
  const made = await makeWorkshop(url, programme)
  const desk = await openDesk(url, made)
  const link = new URL(desk.session!.links!.outline!)
  expect(link.pathname).toBe(`/outline/${made.workshop.id}`)
  const token = link.hash.slice(1)
  const path = `/api/workshops/${made.workshop.id}/outline`
  const { status, json, text } = await http(url, 'GET', path, { token })
  expect(status).toBe(200)
  expect(json).toMatchObject({ programme: { start: '18:30', activities: [{ title: 'Remue-méninges' }] } })
  expect(text).not.toContain('secret-')
  for (const other of ['session', 'programme', 'report.json'])
    expect((await http(url, 'GET', path.replace('outline', other), { token })).status).toBe(401)
  const elsewhere = await makeWorkshop(url)
  expect((await http(url, 'GET', `/api/workshops/${elsewhere.workshop.id}/outline`, { token })).status).toBe(
    401,
  )
  expect((await http(url, 'GET', '/api/workshops/nothing/outline', { token })).status).toBe(401)
})
