// A vote that is withdrawn while open, through the whole house: what becomes of its ballots, who is told why, what is kept.
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
