// A vote that is withdrawn, while open or after its count, through the whole house: what becomes of its ballots, who is told why, what is kept.
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openWall, until } from './support/people.ts'

const options = [
  { id: 'x', label: 'Ouvrir le samedi' },
  { id: 'y', label: 'Ouvrir le dimanche' },
]
const plan = {
  v: 1 as const,
  title: 'Cercle',
  activities: [{ id: 'v', kind: 'single-choice', title: 'Vote', settings: { options } }],
}

test('its ballots are gone, its reason is told to everybody, and the vote held instead is the only one with figures', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, plan)
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const phone = await joinPhone(url, made, 'Ada')
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  expect(await phone.vote('x')).toMatchObject({ ok: true })
  const cancel = { kind: 'pollCancel', reason: 'Une réponse manquait.' } as const
  expect(await phone.command(cancel)).toMatchObject({ ok: false, code: 'not-allowed' })
  await desk.do(cancel)
  await until(() => [wall, phone].every(({ session }) => session?.poll?.cancelled === cancel.reason))
  expect(await phone.vote('y')).toMatchObject({ ok: false, code: 'closed' })
  expect(await store.ballots.all(made.workshop.id, 'v.1')).toEqual([])
  expect(await desk.command({ kind: 'publish' })).toMatchObject({ ok: false, code: 'not-now' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.id === 'v.2')
  expect(await phone.vote('y')).toMatchObject({ ok: true })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.result !== undefined)
  expect(wall.session).not.toHaveProperty('earlier')
  const report = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(report.text).toContain('Une réponse manquait.')
  expect(report.text).not.toContain('n’a pas été dépouillé')
})

test('withdrawn once published: nobody is shown its result any more, the file of the desk alone keeps it', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan)
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const phone = await joinPhone(url, made)
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.may.ballot === true)
  await phone.vote('x')
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await until(() => [wall, phone].every(({ session }) => session?.result !== undefined))
  await desk.do({ kind: 'pollCancel', reason: 'Deux salles avaient un autre texte.' })
  await until(() => [desk, wall, phone].every(({ session }) => session?.poll?.cancelled !== undefined))
  for (const { session } of [desk, wall, phone]) expect(session).not.toHaveProperty('result')
  expect(await desk.command({ kind: 'pollCancel', reason: 'x' })).toMatchObject({ code: 'not-now' })
  const path = `/api/workshops/${made.workshop.id}`
  const token = made.tokens.desk
  const read = async (file: string, key = token) =>
    (await http(url, 'GET', `${path}/${file}`, { token: key })).text
  const shared = await http(url, 'POST', `${path}/shares`, { token, body: {} })
  const key = new URL((shared.json as unknown as { link: string }).link).hash.slice(1)
  const seen = await read('report.json', key)
  expect(seen).toContain('Deux salles avaient un autre texte.')
  expect(JSON.parse(seen).activities[0].withdrawn[0]).not.toHaveProperty('result')
  const [own, text] = [JSON.parse(await read('report.json')), await read('report.md')]
  expect(own.activities[0].withdrawn).toMatchObject([
    { reason: 'Deux salles avaient un autre texte.', participation: { voted: 1 }, result: { voters: 1 } },
  ])
  expect(own.activities[0]).not.toHaveProperty('result')
  expect(text).toContain('Deux salles avaient un autre texte.')
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.id === 'v.2')
})
