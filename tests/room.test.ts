// What the desk says of people and walls reaches those it is for, and nobody else (S43, S44).
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, openWall, until } from './support/people.ts'

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
