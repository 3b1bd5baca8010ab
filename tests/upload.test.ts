// An evening run on a laptop goes to another house in one step: as a workshop, or as a stop of a tour.
import { expect, test } from 'vitest'
import { upload } from '../server/upload.ts'
import { openHouse } from './support/house.ts'
import { EVENING, http, joinPhone, makeWorkshop, openDesk, until } from './support/people.ts'

const OPTIONS = ['jardin', 'four', 'atelier'].map((label, i) => ({ id: `o${i}`, label }))
const VOTE = { ...EVENING, activities: [{ ...EVENING.activities[1]!, settings: { options: OPTIONS } }] }

/** An evening with one published vote, and the link of its desk. */
async function evening(url: string): Promise<string> {
  const made = await makeWorkshop(url, VOTE)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  await phone.vote({ o0: 2 })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  return made.links.desk
}

test('as a workshop of the other house, with what was counted', async () => {
  const [laptop, coop] = [await openHouse(), await openHouse({ env: { CREATE_KEY: 'the-key-to-create' } })]
  const desk = await evening(laptop.url)
  await expect(upload(desk, coop.url, {})).rejects.toThrow(/401 unauthorized; nothing was changed/)
  const said = await upload(desk, coop.url, { createKey: 'the-key-to-create' })
  const link = new URL(/http\S+$/.exec(said)![0])
  const path = `/api/workshops/${link.pathname.split('/').pop()}/report.json`
  const { status, json } = await http(coop.url, 'GET', path, { token: link.hash.slice(1) })
  const [activity] = (json as unknown as { activities: { result: { totals: object } }[] }).activities
  expect([status, JSON.stringify(activity!.result)]).toEqual([200, expect.stringContaining('2')])
})

test('as a stop of a tour; a link that is none is told', async () => {
  const [laptop, coop] = [await openHouse(), await openHouse()]
  const desk = await evening(laptop.url)
  const made = await http(coop.url, 'POST', '/api/tours', { body: { title: 'Tour', programme: VOTE } })
  const { links, tour, token } = made.json as unknown as {
    links: { tour: string }
    tour: { id: string }
    token: string
  }
  expect(await upload(desk, links.tour, { town: 'Lille' })).toContain('Lille is a stop')
  const { json } = await http(coop.url, 'GET', `/api/tours/${tour.id}`, { token })
  expect((json as unknown as { stops: unknown[] }).stops).toMatchObject([{ town: 'Lille' }])
  await expect(upload('http://x/desk/w1', coop.url, {})).rejects.toThrow(/not the private link of a desk/)
  await expect(upload(desk, 'http://127.0.0.1:9', {})).rejects.toThrow(
    /cannot be reached; nothing was changed/,
  )
})
