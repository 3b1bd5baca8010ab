// Ways in: links that the desk takes back, a closed door, a crowd behind one address, and a guesser in its midst.
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import {
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
  type Made,
} from './support/people.ts'

const keyOf = (link: string) => link.split('#')[1]!

async function renew(url: string, made: Made, role: 'wall' | 'scribe'): Promise<string> {
  const path = `/api/workshops/${made.workshop.id}/links/${role}`
  const { status, json } = await http(url, 'POST', path, { body: {}, token: made.tokens.desk })
  expect(status).toBe(201)
  return (json as unknown as { link: string }).link
}

test.each(['wall', 'scribe'] as const)(
  'a new link of the %s: the old one is out within two seconds, on every channel',
  async (role) => {
    const { url, house, store } = await openHouse()
    const made = await makeWorkshop(url)
    const desk = await openDesk(url, made)
    await desk.do({ kind: 'open', activity: 'a1' })
    const phone = await joinPhone(url, made)
    const old = await new Device(url, made.tokens[role]).ready()
    const board = openDoc(url, made, made.tokens[role], 'board.a1')
    await until(() => board.provider.synced)

    const began = performance.now()
    const link = await renew(url, made, role)
    await until(() => !old.socket.connected && board.closes.includes(4401))
    expect(performance.now() - began).toBeLessThan(2000)
    const path = `/api/workshops/${made.workshop.id}/session`
    expect((await http(url, 'GET', path, { token: made.tokens[role] })).status).toBe(401)
    expect((await new Device(url, made.tokens[role]).ready()).refused).toBe('not-your-seat')
    const again = openDoc(url, made, made.tokens[role], 'board.a1')
    await until(() => again.closes.includes(4401))

    expect((await new Device(url, keyOf(link)).ready()).session?.seat.role).toBe(role)
    await until(() => desk.session?.links?.[role] === link)
    expect(phone.socket.connected && desk.socket.connected).toBe(true)
    expect(keyOf(await renew(url, made, role))).not.toBe(keyOf(link))
    // What is stored is a hash: the link can be made again only with the installation's secret.
    const seats = await store.seats.list(made.workshop.id)
    expect(JSON.stringify(seats)).not.toContain(keyOf(link))
    expect(house.origin()).toBe(new URL(link).origin)
  },
)

test('a wall that is renewed while it shakes hands does not slip in', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const walls = Array.from({ length: 12 }, () => new Device(url, made.tokens.wall))
  const out = walls.map(
    ({ socket }) =>
      new Promise<void>(
        (done) => void socket.on('disconnect', () => done()).on('connect_error', () => done()),
      ),
  )
  await renew(url, made, 'wall')
  await Promise.all(out)
  const desk = await openDesk(url, made)
  await until(() => desk.desk?.walls === 0)
})

test('a closed door: nobody new, by code or by QR; who is in stays and comes back', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, phone, wall] = [
    await openDesk(url, made),
    await joinPhone(url, made),
    await openWall(url, made),
  ]
  await desk.do({ kind: 'door', open: false })
  expect(desk.session?.door).toBe('closed')
  const seats = `/api/workshops/${made.workshop.code}/seats`
  for (const body of [{}, { invite: keyOf(made.links.join) }]) {
    const { status, json } = await http(url, 'POST', seats, { body })
    expect([status, json.code]).toEqual([409, 'closed'])
  }
  expect((await new Device(url, phone.token).ready()).session?.seat.id).toBe(phone.seat)
  expect(wall.session).not.toHaveProperty('door')
  await desk.do({ kind: 'door', open: true })
  expect(desk.session).not.toHaveProperty('door')
  expect((await http(url, 'POST', seats, { body: {} })).status).toBe(201)
})

test('300 phones behind one address, one code in five mistyped, and somebody there who guesses: all get in', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const join = (code: string) => http(url, 'POST', `/api/workshops/${code}/seats`, { body: {} })
  const guess = () => http(url, 'GET', '/api/workshops/BBBBBB/door')
  const guesses = Array.from({ length: 200 }, guess)
  const phones = Array.from({ length: 300 }, async (_, i) => {
    if (i % 5 === 0) await join('CCCCCC')
    return (await join(made.workshop.code)).status
  })
  expect(new Set(await Promise.all(phones))).toEqual(new Set([201]))
  const slowed = (await Promise.all(guesses)).filter(({ status }) => status === 429)
  expect(slowed.length).toBeGreaterThan(50)
  const { json } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, {
    token: made.tokens.desk,
  })
  expect(json).toMatchObject({ workshop: { code: made.workshop.code } })
})
