// One phone for a table, a helper who enters for others, and two devices that turn out to be one person, over real sockets (SPEC.md, S60 and S61).
import { expect, test } from 'vitest'
import { createMemoryStore } from '../server/store/memory.ts'
import { LIMITS } from '../shared/limits.ts'
import { openHouse } from './support/house.ts'
import {
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  until,
  type Made,
} from './support/people.ts'

const VOTE = {
  v: 1 as const,
  title: 'Une table, un téléphone',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} },
    {
      id: 'a2',
      kind: 'single-choice',
      title: 'Choix',
      settings: {
        options: [
          { id: 'oui', label: 'Oui' },
          { id: 'non', label: 'Non' },
        ],
      },
    },
  ],
}

async function beside(url: string, made: Made, token: string | undefined, name?: string) {
  const body = { beside: true, ...(name ? { name } : {}) }
  const options = token === undefined ? { body } : { body, token }
  const { status, json } = await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, options)
  return { status, ...(json as unknown as { token: string; seat: { id: string } }) }
}

test('each person of a shared phone has a seat, a sheet and a ballot; the report tells the sources apart', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, VOTE)
  const desk = await openDesk(url, made)
  const [own, phone] = [await joinPhone(url, made, 'Omar'), await joinPhone(url, made, 'Léa')]
  const zoe = await beside(url, made, phone.token, 'Zoé')
  const paul = await beside(url, made, made.tokens.scribe, 'Paul')
  expect([zoe.status, paul.status]).toEqual([201, 201])
  for (const [token, status] of [
    [undefined, 401],
    [made.tokens.wall, 403],
    [made.tokens.desk, 403],
  ] as const)
    expect((await beside(url, made, token)).status).toBe(status)
  await desk.do({ kind: 'open', activity: 'a1' })
  openDoc(url, made, zoe.token, `pad.a1.${zoe.seat.id}`).write('n1', 'Un four')
  openDoc(url, made, paul.token, `pad.a1.${paul.seat.id}`).write('n1', 'Une cantine')
  openDoc(url, made, own.token, `pad.a1.${own.seat}`).write('n1', 'Un jardin')
  await until(() => desk.counts?.notes === 3)
  // Zoé is here while the phone that she shares is: she is counted, and told from people with a phone of their own.
  await until(() => desk.desk?.people.find(({ name }) => name === 'Zoé')?.online === true)
  expect(desk.desk!.people.map(({ name, source }) => [name, source])).toEqual([
    ['Omar', undefined],
    ['Léa', 'table'],
    ['Zoé', 'table'],
    ['Paul', 'scribe'],
  ])
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  for (const token of [own.token, phone.token, zoe.token, paul.token]) {
    const device = await new Device(url, token).ready()
    await until(() => device.session?.poll?.state === 'open')
    expect(await device.vote('oui')).toMatchObject({ ok: true, receipt: 1 })
  }
  await desk.do({ kind: 'pollClose' })
  expect(desk.session!.poll!.sources).toEqual({ phone: 1, table: 2, scribe: 1 })
  const report = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.json`, {
    token: desk.token,
  })
  const [ideas, choice] = (
    report.json as unknown as {
      activities: { notes?: { text: string; source?: string }[]; participation?: unknown }[]
    }
  ).activities
  expect(Object.fromEntries(ideas!.notes!.map((n) => [n.text, n.source]))).toEqual({
    'Un four': 'table',
    'Une cantine': 'scribe',
    'Un jardin': undefined,
  })
  expect(choice!.participation).toMatchObject({ voted: 4, sources: { phone: 1, table: 2, scribe: 1 } })
})

test('two devices of one person: both sheets are theirs, the later ballot stands, the other token is the same seat', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, VOTE)
  const desk = await openDesk(url, made)
  const [first, second, other] = [
    await joinPhone(url, made),
    await joinPhone(url, made, 'Léa'),
    await joinPhone(url, made),
  ]
  await desk.do({ kind: 'open', activity: 'a1' })
  openDoc(url, made, first.token, `pad.a1.${first.seat}`).write('n1', 'Un four')
  await until(() => desk.counts?.notes === 1)
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => [first, second, other].every((one) => one.session?.poll?.state === 'open'))
  await second.vote('non')
  await first.vote('oui')
  await other.vote('non')
  for (const [from, into, code] of [
    [first.seat, first.seat, 'bad-request'],
    [first.seat, 'nobody', 'unknown-option'],
    ['w1', second.seat, 'not-allowed'],
  ] as const)
    expect(await desk.command({ kind: 'merge', from, into })).toMatchObject({ ok: false, code })
  await desk.do({ kind: 'merge', from: first.seat, into: second.seat })
  await until(() => first.session?.seat.id === second.seat && second.session?.poll?.mine === 'oui')
  expect(first.session!.seat.name).toBe('Léa')
  await until(() => desk.counts?.present === 2 && desk.counts.voted === 2)
  await desk.do({ kind: 'pollClose' })
  expect(desk.session!.result).toMatchObject({ counts: { oui: 1, non: 1 } })
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => second.session?.now?.activity === 'a1')
  expect(second.session!.now!.also).toEqual([first.seat])
  const sheet = openDoc(url, made, second.token, `pad.a1.${first.seat}`)
  await until(() => sheet.notes().some(({ text }) => text === 'Un four'))
  const stranger = openDoc(url, made, other.token, `pad.a1.${first.seat}`)
  await until(() => stranger.closes.includes(4403))
  await desk.do({ kind: 'remove', seat: second.seat })
  expect((await new Device(url, first.token).ready()).refused).toBe('not-your-seat')
})

test('however many ask at the same moment, a device holds no more people than it may', async () => {
  const store = createMemoryStore()
  const { commit } = store.workshops
  let free: Promise<unknown> = Promise.resolve()
  store.workshops.commit = (...given) => free.then(() => commit(...given))
  const { url } = await openHouse({ store })
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  // The workshop is busy with a command for as long as they all come in.
  const busy = Promise.withResolvers<void>()
  free = busy.promise
  const opened = desk.do({ kind: 'open', activity: 'a1' })
  const asked = Array.from({ length: LIMITS.seatsPerDevice + 10 }, () =>
    beside(url, made, made.tokens.scribe),
  )
  await new Promise((done) => setTimeout(done, 500))
  busy.resolve()
  await opened
  const answers = (await Promise.all(asked)).map(({ status }) => status)
  expect(answers.filter((status) => status === 201)).toHaveLength(LIMITS.seatsPerDevice)
})
