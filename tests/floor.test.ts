// The floor and questions from the room over real sockets: durable, fair, and silent about what is hidden (contract, section 3).
import { expect, test } from 'vitest'
import type { Programme } from '../shared/programme.ts'
import { createMemoryStore } from '../server/store/memory.ts'
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
} from './support/people.ts'

const PROGRAMME: Programme = {
  v: 1,
  title: 'Parler',
  activities: [
    { id: 't1', kind: 'speaking-queue', title: 'Tour de parole', settings: { groups: ['Lille', 'Paris'] } },
    { id: 'q1', kind: 'questions', title: 'Questions', settings: { moderated: true } },
  ],
}

test('S35 to S38 hands wait over a restart, time is counted, and phones learn no name', async () => {
  const store = createMemoryStore({ clock: Date.now })
  const secret = Buffer.alloc(32, 7)
  const first = await openHouse({ store, secret })
  const made = await makeWorkshop(first.url, PROGRAMME)
  const [desk, wall] = [await openDesk(first.url, made), await openWall(first.url, made)]
  const [lea, omar] = [await joinPhone(first.url, made, 'Léa'), await joinPhone(first.url, made, 'Omar')]
  await desk.do({ kind: 'open', activity: 't1' })
  await lea.do({ kind: 'hand', up: true, group: 'group-1' })
  await omar.do({ kind: 'hand', up: true, group: 'group-2' })
  expect(omar.session?.floor).toMatchObject({ place: 2, waiting: 2, group: 'group-2' })
  await until(() => wall.session?.floor?.queue?.length === 2)
  expect(wall.session!.floor!.queue!.map(({ name }) => name)).toEqual(['Léa', 'Omar'])
  await desk.do({ kind: 'giveFloor' })
  await until(() => lea.session?.floor?.speaking?.mine === true)
  expect(JSON.stringify(omar.heard)).not.toContain('Léa')
  expect(await omar.command({ kind: 'giveFloor' })).toMatchObject({ code: 'not-allowed' })
  await first.close()

  const { url } = await openHouse({ store, secret })
  const again = await new Device(url, omar.token).ready()
  expect(again.session?.floor).toMatchObject({ place: 1, waiting: 1 })
  const desk2 = await openDesk(url, made)
  await desk2.do({ kind: 'enlist', name: 'Mamie Jeanne' })
  await desk2.do({ kind: 'giveFloor' })
  await until(() => again.session?.floor?.speaking?.mine === true)
  expect(desk2.session?.floor?.people).toMatchObject([{ who: lea.seat, name: 'Léa', turns: 1 }])
  expect(desk2.session?.floor?.groups[0]).toMatchObject({ label: 'Lille', turns: 1 })
  await desk2.do({ kind: 'giveFloor', who: null })
  const { text } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(text).toContain('Lille')
})

test('S39 S40 a question is read first, supported once by each, answered; a hidden one reaches nobody', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const [lea, omar] = [await joinPhone(url, made, 'Léa'), await joinPhone(url, made, 'Omar')]
  await desk.do({ kind: 'open', activity: 'q1' })
  await until(() => lea.session?.now?.activity === 'q1')
  const pad = openDoc(url, made, lea.token, `pad.q1.${lea.seat}`)
  pad.write('n1', 'Qui décide ?')
  pad.write('n2', 'HIDDEN-QUESTION')
  await until(() => desk.desk?.queue.length === 2)
  const [one, two] = ['Qui décide ?', 'HIDDEN-QUESTION'].map(
    (text) => desk.desk!.queue.find((waiting) => waiting.text === text)!.note,
  )
  const board = openDoc(url, made, omar.token, 'board.q1')
  expect(await omar.command({ kind: 'upvote', note: two!, on: true })).toMatchObject({
    code: 'unknown-option',
  })
  await desk.do({ kind: 'approve', note: one! })
  await until(() => board.notes().length === 1)
  await omar.do({ kind: 'upvote', note: one!, on: true })
  await omar.do({ kind: 'upvote', note: one!, on: true })
  await until(() => wall.session?.upvotes?.counts[one!] === 1)
  expect(omar.session?.upvotes?.mine).toEqual([one])
  expect(lea.session?.upvotes?.mine).toEqual([])
  expect(await desk.command({ kind: 'upvote', note: one!, on: true })).toMatchObject({ code: 'not-allowed' })
  expect(await omar.command({ kind: 'mark', note: one!, as: 'answered' })).toMatchObject({
    code: 'not-allowed',
  })
  await desk.do({ kind: 'mark', note: one!, as: 'answered' })
  await until(() => board.notes()[0]?.fields?.['state'] === 'answered')
  await desk.do({ kind: 'hide', note: one! })
  expect(await omar.command({ kind: 'upvote', note: one!, on: false })).toMatchObject({
    code: 'unknown-option',
  })
  await desk.do({ kind: 'hide', note: one!, on: false })
  expect(JSON.stringify([wall.heard, omar.heard, board.notes()])).not.toMatch(/HIDDEN-QUESTION/)
  const { text } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(text).toContain('répondue')
  expect(text).not.toContain('HIDDEN-QUESTION')
})
