// One laptop in a room: the desk chooses the address that codes name, and shows the room's Wi-Fi, to walls alone.
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { http, joinPhone, makeWorkshop, openDesk, openWall, until } from './support/people.ts'

test('the desk chooses among the addresses of the house; codes and links follow, strangers to the house do not count', async () => {
  const { url } = await openHouse({ env: { HOST: '0.0.0.0', MDNS_NAME: 'tablee' } })
  const made = await makeWorkshop(url)
  const [desk, wall, phone] = [
    await openDesk(url, made),
    await openWall(url, made),
    await joinPhone(url, made),
  ]
  const addresses = desk.session!.links!.addresses!
  const named = `http://tablee.local:${new URL(url).port}`
  expect(addresses.at(-1)).toBe(named)
  expect(new URL(desk.session!.links!.join).origin).toBe(addresses[0])
  await desk.do({ kind: 'wall', address: named })
  await until(() => wall.session!.links!.join.startsWith(`${named}/j/${made.workshop.code}#`))
  for (const link of ['join', 'wall', 'scribe', 'outline'] as const)
    expect(desk.session!.links![link]).toMatch(new RegExp(`^${named}/`))
  await desk.do({ kind: 'wall', address: 'http://evil.example' })
  await until(() => wall.session!.links!.join.startsWith(addresses[0]!))
  await desk.do({ kind: 'wall', address: named })
  await desk.do({ kind: 'wall', address: null })
  await until(() => wall.session!.links!.join.startsWith(addresses[0]!))
  expect(wall.session!.links).not.toHaveProperty('addresses')
  expect(phone.session!.links).toBeUndefined()

  const fixed = await openHouse({ env: { PUBLIC_URL: 'https://atelier.example', HOST: '0.0.0.0' } })
  const other = await openDesk(fixed.url, await makeWorkshop(fixed.url))
  expect(other.session!.links!.addresses).toEqual(['https://atelier.example'])
})

test('the Wi-Fi of the room is for the desk and the walls: no phone, no export and no log has it', async () => {
  const { url, lines } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, wall, phone] = [
    await openDesk(url, made),
    await openWall(url, made),
    await joinPhone(url, made),
  ]
  const wifi = { name: 'Salle des fêtes', password: 'sesame-ouvre-toi' }
  await desk.do({ kind: 'wall', wifi })
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => wall.session?.now?.activity === 'a1' && phone.session?.now?.activity === 'a1')
  expect([wall.session!.wall, desk.session!.wall]).toEqual([{ wifi }, { wifi }])
  expect(JSON.stringify(phone.heard)).not.toContain('sesame')
  const token = made.tokens.desk
  for (const path of ['report.json', 'report.md', 'report.blocks', 'film', 'programme'])
    expect(
      (await http(url, 'GET', `/api/workshops/${made.workshop.id}/${path}`, { token })).text,
    ).not.toContain('sesame')
  expect(lines.join('')).not.toContain('sesame')
  const long = await desk.command({ kind: 'wall', wifi: { name: 'x'.repeat(33) } })
  expect(long).toMatchObject({ ok: false, code: 'bad-request' })
  await desk.do({ kind: 'wall', wifi: null })
  await until(() => wall.session!.wall?.wifi === undefined)
})
