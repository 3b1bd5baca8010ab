// A dot vote whose figures are shown live, through the whole house: from how many ballots on, to whom, and as options change.
import { expect, test } from 'vitest'
import type { DotResult } from '../shared/activities/dot-vote/count.ts'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openWall, until, type Device } from './support/people.ts'

const options = ['x', 'y', 'z'].map((id) => ({ id, label: `Idée ${id}` }))
const settings = { options, live: true, dotsPerPerson: 3, maxPerItem: 2 }
const activities = [{ id: 'v', kind: 'dot-vote', title: 'Vote', settings }]

const totals = ({ session }: Device) => (session?.result as DotResult | undefined)?.totals

test('live dots are shown from five ballots on, follow options that go, and take a latecomer’s', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, { v: 1, title: 'Cercle', activities })
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const phones = await Promise.all(Array.from({ length: 5 }, () => joinPhone(url, made)))
  const last = phones[4]!
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.may.ballot === true))
  for (const phone of phones.slice(0, 4)) expect(await phone.vote({ x: 2 })).toMatchObject({ ok: true })
  await until(() => wall.counts?.voted === 4)
  expect(await last.vote({ y: 1, z: 2 })).toMatchObject({ ok: true })
  await until(() => [desk, wall, ...phones].every((device) => totals(device)?.['z'] === 2))
  expect(totals(wall)).toEqual({ x: 8, y: 1, z: 2 })
  // Four secret ballots were never told: the first figures that anybody heard are those of five.
  const firstTold = wall.heard.map(({ payload }) => (payload as { result?: DotResult }).result).find(Boolean)
  expect(firstTold?.spent).toBe(11)

  await desk.do({ kind: 'mergeOptions', from: 'y', into: 'z' })
  await until(() => totals(wall)?.['y'] === undefined)
  expect(totals(wall), 'at most two on one option').toEqual({ x: 8, z: 2 })
  await until(() => JSON.stringify(last.session?.poll?.mine) === '{"z":2}')
  const late = await joinPhone(url, made)
  await until(() => totals(late) !== undefined)
  expect(await late.vote({ y: 1 })).toMatchObject({ ok: false, code: 'unknown-option' })
  expect(await late.vote({ z: 1 })).toMatchObject({ ok: true })
  await until(() => totals(wall)?.['z'] === 3)

  const w = { id: 'w', label: 'Idée tarvide' }
  expect(await late.command({ kind: 'addOption', option: w })).toMatchObject({ code: 'not-allowed' })
  await desk.do({ kind: 'addOption', option: w })
  expect(await desk.command({ kind: 'addOption', option: w })).toMatchObject({ code: 'bad-request' })
  await desk.do({ kind: 'rewordOption', option: 'w', label: 'Idée tardive' })
  await until(() => late.session?.poll?.paper.options.at(-1)?.label === 'Idée tardive')
  expect(late.session?.poll?.mine, 'a ballot given before says nothing of it').toEqual({ z: 1 })
  expect(await late.vote({ z: 1, w: 2 })).toMatchObject({ ok: true })
  await until(() => totals(wall)?.['w'] === 2)
  await desk.do({ kind: 'pollClose' })
  await until(() => desk.session?.poll?.state === 'closed' && totals(desk)?.['z'] === 3)
  await until(() => wall.session?.poll?.state === 'closed')
  expect(totals(wall), 'what was counted waits for its publication').toBeUndefined()
  await desk.do({ kind: 'publish' })
  await until(() => phones.every((phone) => totals(phone)?.['z'] === 3))
  const report = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(report.text).toContain('« Idée tarvide » a été corrigée en « Idée tardive »')
})
