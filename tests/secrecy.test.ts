// Canaries in sealed pads and in ballots: every byte that every other client receives before the reveal or the closing is searched.
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import * as syncProtocol from 'y-protocols/sync'
import * as encoding from 'lib0/encoding'
import { openHouse } from './support/house.ts'
import {
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  openWall,
  until,
  type Device,
  type Made,
} from './support/people.ts'

/** Code of a line that nobody has closed. */
const BROKEN = 1006

/** Listens raw on a document and keeps all bytes. */
function listen(
  url: string,
  made: Made,
  token: string,
  name: string,
): { bytes: Buffer[]; code: () => number | null } {
  const address = `${url.replace('http', 'ws')}/docs/${made.workshop.code}/${name}`
  const bytes: Buffer[] = []
  let code: number | null = null
  let over = false
  onTestFinished(() => void (over = true))
  const open = () => {
    const socket = new WebSocket(address, ['tablee', token, 'tablee.saved'])
    socket.on('message', (data) => bytes.push(data as Buffer))
    // A house at its limit asks newcomers to try again, as these do.
    socket.on('error', () => undefined)
    socket.on('close', (value) => {
      if (value !== BROKEN) code = value
      else if (!over) setTimeout(open, 200)
    })
    socket.on('open', () => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      syncProtocol.writeSyncStep1(encoder, new Y.Doc())
      socket.send(encoding.toUint8Array(encoder))
    })
  }
  open()
  return { bytes, code: () => code }
}

function everything(devices: Device[], raw: { bytes: Buffer[] }[]): string {
  return (
    JSON.stringify(devices.map((device) => device.heard)) +
    raw.map(({ bytes }) => Buffer.concat(bytes).toString('latin1')).join('')
  )
}

test('S12 what is written in a sealed step reaches nobody before the reveal, the desk included', async () => {
  const { url, lines } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const wall = await openWall(url, made)
  const [writer, other] = [await joinPhone(url, made, 'Léa'), await joinPhone(url, made, 'Omar')]
  await desk.do({ kind: 'open', activity: 'a1' })
  const names = ['board.a1', `pad.a1.${writer.seat}`, `pad.a1.${other.seat}`, 'plan', 'board.a2']
  const raw = [made.tokens.desk, made.tokens.scribe, made.tokens.wall, other.token].flatMap((token) =>
    names.map((name) => listen(url, made, token, name)),
  )
  const pad = openDoc(url, made, writer.token, `pad.a1.${writer.seat}`)
  pad.write('canarynote', 'CANARY-TEXT-1')
  await until(() => wall.counts?.notes === 1)
  await other.do({ kind: 'done', on: true })
  const told = () => everything([desk, wall, other], raw)
  const reports = await Promise.all(
    ['json', 'md', 'csv'].map((format) =>
      http(url, 'GET', `/api/workshops/${made.workshop.id}/report.${format}`, { token: made.tokens.desk }),
    ),
  )
  expect(told()).not.toMatch(/CANARY|canarynote/)
  for (const report of reports) expect(report.text).not.toMatch(/CANARY|canarynote/)
  await desk.do({ kind: 'reveal' })
  await until(() => told().includes('CANARY-TEXT-1'))
  expect(lines.join('\n')).not.toMatch(/CANARY|Léa|Omar|127\.0\.0\.1/)
})

test('a board never tells whose note it is, not even by its ids', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const writer = await joinPhone(url, made, 'Léa')
  await desk.do({ kind: 'open', activity: 'a1' })
  const raw = listen(url, made, made.tokens.wall, 'board.a1')
  openDoc(url, made, writer.token, `pad.a1.${writer.seat}`).write('mynoteid', 'Une idée')
  await until(() => desk.counts?.notes === 1)
  await desk.do({ kind: 'reveal' })
  await until(() => Buffer.concat(raw.bytes).includes('Une idée'))
  expect(Buffer.concat(raw.bytes).toString('latin1')).not.toMatch(/mynoteid|pad\.|L.a/)
})

test('S10 nothing that anybody receives before the closing depends on what is in a ballot', async () => {
  const settings = {
    options: [
      { id: 'yes-option', label: 'Oui' },
      { id: 'no-option', label: 'Non' },
    ],
  }
  const programme = {
    v: 1 as const,
    title: 'T',
    activities: [{ id: 'v', kind: 'dot-vote', title: 'V', settings }],
  }

  /** What the others hear while one ballot is cast, changed and withdrawn, ids and times taken off. */
  async function heard(choice: Record<string, number>, then: Record<string, number>): Promise<string> {
    const { url } = await openHouse()
    const made = await makeWorkshop(url, programme)
    const desk = await openDesk(url, made)
    const wall = await openWall(url, made)
    const voter = await joinPhone(url, made)
    const other = await joinPhone(url, made)
    await desk.do({ kind: 'open', activity: 'v' })
    await desk.do({ kind: 'step' })
    await until(() => voter.session?.poll?.state === 'open')
    await until(() => other.counts?.present === 2)
    await until(() => desk.desk?.people.filter(({ online }) => online).length === 2 && desk.desk.walls === 1)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const from = [desk, wall, other].map((device) => device.heard.length)
    await voter.vote(choice)
    await until(() => wall.counts?.voted === 1)
    await voter.vote(then)
    await new Promise((resolve) => setTimeout(resolve, 600))
    const report = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.json`, {
      token: made.tokens.desk,
    })
    const messages = [desk, wall, other].map((device, i) => device.heard.slice(from[i]))
    return JSON.stringify(messages) + JSON.stringify((report.json as { activities?: unknown }).activities)
  }

  const one = await heard({ 'yes-option': 1 }, { 'yes-option': 2 })
  const two = await heard({ 'no-option': 2 }, { 'no-option': 1, 'yes-option': 1 })
  expect(one).toBe(two)
})

test('BL5 a ballot is in no document, neither while its poll is open nor after it', async () => {
  const { url, store } = await openHouse()
  const options = [{ id: 'o1', label: 'Ouvrir' }]
  const made = await makeWorkshop(url, {
    v: 1,
    title: 'T',
    activities: [
      { id: 'a1', kind: 'brainstorm', title: 'B', settings: {} },
      { id: 'v', kind: 'consent', title: 'V', settings: { options } },
    ],
  })
  const desk = await openDesk(url, made)
  const [voter, other] = [await joinPhone(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  const pad = openDoc(url, made, voter.token, `pad.a1.${voter.seat}`)
  pad.write('n1', 'une note')
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  const names = [
    'board.a1',
    'board.v',
    'board.parking',
    'plan',
    `pad.a1.${voter.seat}`,
    `pad.v.${voter.seat}`,
  ]
  const tokens = [made.tokens.desk, made.tokens.scribe, made.tokens.wall, other.token, voter.token]
  const raw = tokens.flatMap((token) => names.map((name) => listen(url, made, token, name)))
  await until(() => voter.session?.poll?.state === 'open')
  expect(await voter.vote({ answer: 'objection', reason: 'CANARY-REASON' })).toMatchObject({ ok: true })
  const inDocuments = async () => {
    const { id } = made.workshop
    const kept = await Promise.all((await store.docs.names(id)).map((name) => store.docs.load(id, name)))
    const rows = kept.flatMap(({ snapshot, updates }) => [...(snapshot ? [snapshot] : []), ...updates])
    return everything([], raw) + rows.map((row) => Buffer.from(row).toString('latin1')).join('')
  }
  await until(() => raw.every(({ bytes, code }) => bytes.length > 0 || code() !== null))
  await until(async () => (await inDocuments()).includes('une note'))
  expect(await inDocuments()).not.toMatch(/CANARY|objection/)
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await until(() => JSON.stringify(other.session?.result ?? null).includes('CANARY-REASON'))
  expect(await inDocuments()).not.toMatch(/CANARY|objection/)
})
