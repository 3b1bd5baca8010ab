// What the desk says of people and walls reaches those it is for, and nobody else (S43, S44).
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'

test('a seat is renamed and walls change their look, over a restart too', async () => {
  const first = await openHouse()
  const made = await makeWorkshop(first.url)
  const desk = await openDesk(first.url, made)
  const wall = await openWall(first.url, made)
  const [lea, omar] = [await joinPhone(first.url, made, 'Lea'), await joinPhone(first.url, made, 'Omar')]
  expect(await desk.do({ kind: 'rename', seat: lea.seat, name: 'Léa M.' })).toMatchObject({ ok: true })
  await until(() => lea.session?.seat.name === 'Léa M.')
  await until(() => desk.desk?.people.some(({ name }) => name === 'Léa M.') === true)
  expect(await desk.do({ kind: 'wall', night: true, text: 'large' })).toMatchObject({ ok: true })
  await desk.do({ kind: 'wall', sound: 'soft' })
  await until(() => wall.session?.wall?.sound === 'soft')
  expect(wall.session?.wall).toEqual({ night: true, text: 'large', sound: 'soft' })
  await desk.do({ kind: 'rename', seat: lea.seat, name: '' })
  await until(() => lea.session !== null && lea.session.seat.name === undefined)
  expect(JSON.stringify(omar.heard)).not.toMatch(/Léa|"wall"/)

  await first.close()
  const again = await openHouse({ store: first.store })
  const later = await openDesk(again.url, made)
  expect(later.session?.wall).toEqual({ night: true, text: 'large', sound: 'soft' })
})

test('what is put aside lasts through the workshop, is in the report, and reaches no phone', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  const parking = openDoc(url, made, made.tokens.desk, 'board.parking')
  const outside = [openDoc(url, made, phone.token, 'board.parking')]
  await until(() => outside.every(({ closes }) => closes.includes(4403)))
  await desk.do({ kind: 'open', activity: 'a1' })
  parking.write('p1', 'La question du bail')
  const report = async () =>
    (await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, { token: made.tokens.desk })).text
  await until(async () => (await report()).includes('La question du bail'))
  await desk.do({ kind: 'open', activity: 'a2' })
  expect(await report()).toMatch(/Parking à idées[\s\S]*La question du bail/)
  expect(JSON.stringify(phone.heard)).not.toContain('bail')
})
