// Votes of an assembly through the whole house: quorum, roll, slips, mandates, ballots by hand, options that leave.
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
  openWall,
  until,
  type Made,
} from './support/people.ts'

const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))

function plan(kind: string, settings: object): Programme {
  return {
    v: 1,
    title: 'Assemblée',
    activities: [{ id: 'v', kind, title: 'Vote', settings: { ...settings } }],
  }
}

const giveRoll = (url: string, made: Made, body: unknown, token = made.tokens.desk) =>
  http(url, 'POST', `/api/workshops/${made.workshop.id}/roll`, { body, token })

async function slipsOf(url: string, made: Made, body: unknown): Promise<Record<string, string>> {
  const { status, json } = await giveRoll(url, made, body)
  expect(status).toBe(201)
  const { slips } = json as unknown as { slips: { name: string; slip: string }[] }
  return Object.fromEntries(slips.map(({ name, slip }) => [name, slip]))
}

const takeSeat = (url: string, made: Made, body: object, token?: string) =>
  http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body, ...(token ? { token } : {}) })

async function joinWithSlip(url: string, made: Made, slip: string): Promise<Device> {
  const { status, json } = await takeSeat(url, made, { slip })
  expect(status).toBe(201)
  return new Device(url, (json as unknown as { token: string }).token).ready()
}

test('without a quorum an activity opens, its poll does not; with it, it does', async () => {
  const { url } = await openHouse()
  const quorum = { num: 1, den: 10, minAbsolute: 0 }
  const made = await makeWorkshop(url, plan('resolution', { registered: 20, quorum }))
  const desk = await openDesk(url, made)
  await joinPhone(url, made)
  const refusal = { ok: false, code: 'not-now', params: { reason: 'quorum', needed: 2, counted: 1 } }
  await until(() => desk.counts?.present === 1)
  expect(await desk.command({ kind: 'open', activity: 'v' })).toMatchObject({ ok: true })
  expect(await desk.command({ kind: 'pollOpen' })).toEqual(refusal)
  await desk.do({ kind: 'step' })
  expect(await desk.command({ kind: 'step' })).toEqual(refusal)
  expect(desk.session?.now?.step).toBe('discuss')
  const gathered = { registered: 20, needed: 2, counted: 2, reached: true }
  const second = await joinPhone(url, made)
  await until(() => desk.counts?.present === 2)
  expect(desk.counts?.gathering).toEqual(gathered)
  expect(desk.session?.gathering).toMatchObject({ counted: 1, reached: false })
  expect(await desk.command({ kind: 'step' })).toMatchObject({ ok: true, warning: 'few-voters' })
  await until(() => second.session?.poll?.state === 'open')
  expect(await second.vote('for')).toMatchObject({ ok: true })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({ indicative: true, quorum: { counted: 2, needed: 2 } })
})

test('a roll is given by the desk, in JSON or as a table; slips are 128 bits and stored only as hashes', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, plan('resolution', { slips: 'required' }))
  const phone = await joinPhone(url, made)
  expect((await giveRoll(url, made, { members: [{ name: 'Ada' }] }, phone.token)).status).toBe(403)
  expect((await giveRoll(url, made, { members: [] })).status).toBe(400)
  expect((await giveRoll(url, made, { csv: 'first\nAda' })).json).toMatchObject({ field: 'csv' })
  const unknown = { members: [{ name: 'Ada', mandates: ['Zoé'] }] }
  expect((await giveRoll(url, made, unknown)).json).toMatchObject({ field: '0.mandates' })
  const first = await slipsOf(url, made, { members: [{ name: 'Ada' }, { name: 'Bob' }] })
  for (const slip of Object.values(first)) expect(slip).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(JSON.stringify(await store.roll.list(made.workshop.id))).not.toContain(first['Ada'])
  const second = await slipsOf(url, made, { csv: 'Nom;Collège;Voix;Pouvoirs\nAda;usagers;3;Bob\nBob;;;' })
  expect((await takeSeat(url, made, { slip: first['Ada'] })).status).toBe(403)
  expect((await takeSeat(url, made, { slip: second['Ada'] })).status).toBe(201)
  const list = await http(url, 'GET', `/api/workshops/${made.workshop.id}/roll`, { token: made.tokens.desk })
  expect(list.json).toEqual({
    members: [
      { name: 'Ada', college: 'usagers', weight: 3, mandates: 1, arrived: true, online: false, seat: 's2' },
      { name: 'Bob', weight: 1, mandates: 0, arrived: false, online: false },
    ],
  })
  expect(list.text).not.toContain(second['Ada'])
})

test('one slip, one seat: the same device may repeat, another may not, a removed seat gives it back', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('resolution', { slips: 'required' }))
  const desk = await openDesk(url, made)
  const slips = await slipsOf(url, made, { members: [{ name: 'Ada' }, { name: 'Bob' }] })
  const slip = slips['Ada']!
  const phone = await joinPhone(url, made)
  for (let again = 0; again < 2; again++) {
    const { status, json } = await takeSeat(url, made, { slip }, phone.token)
    expect([status, json]).toMatchObject([201, { seat: { id: phone.seat }, token: phone.token }])
  }
  expect((await takeSeat(url, made, { slip })).json).toMatchObject({ status: 409, field: 'slip' })
  expect((await takeSeat(url, made, { slip: slips['Bob'] }, phone.token)).status).toBe(409)
  const rivals = await Promise.all([1, 2, 3].map(() => takeSeat(url, made, { slip: slips['Bob'] })))
  expect(rivals.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  await desk.do({ kind: 'remove', seat: phone.seat })
  const { status, json } = await takeSeat(url, made, { slip })
  expect(status).toBe(201)
  // Whoever leaves takes their name along; the assembly keeps its number of members.
  const { seat, token } = json as unknown as { seat: { id: string }; token: string }
  const path = `/api/workshops/${made.workshop.id}`
  expect((await http(url, 'DELETE', `${path}/seats/${seat.id}`, { token })).status).toBe(204)
  const list = await http(url, 'GET', `${path}/roll`, { token: made.tokens.desk })
  expect(list.json).toMatchObject({ members: [{ name: '', arrived: false }, { name: 'Bob' }] })
})

test('only slips vote, with the voices of the roll as it was at the opening; after a restart too', async () => {
  const store = createMemoryStore()
  const secret = Buffer.alloc(32, 7)
  const first = await openHouse({ store, secret })
  const settings = { slips: 'required', base: 'voices', quorum: { num: 1, den: 2, minAbsolute: 0 } }
  const made = await makeWorkshop(first.url, plan('resolution', settings))
  let desk = await openDesk(first.url, made)
  await desk.do({ kind: 'open', activity: 'v' })
  expect(await desk.command({ kind: 'pollOpen' })).toMatchObject({ params: { reason: 'roll' } })
  const slips = await slipsOf(first.url, made, {
    members: [
      { name: 'Ada', weight: 3, mandates: ['Cleo'] },
      { name: 'Bob' },
      { name: 'Cleo', weight: 2 },
      { name: 'Dan' },
    ],
  })
  const ada = await joinWithSlip(first.url, made, slips['Ada']!)
  const guest = await joinPhone(first.url, made)
  await desk.do({ kind: 'pollOpen' })
  await until(() => ada.session?.poll?.state === 'open' && guest.session?.poll?.state === 'open')
  expect(ada.session?.poll).toMatchObject({ slips: true, voices: [3, 2] })
  expect(ada.session?.poll?.paper).toMatchObject({ room: { registered: 7, present: 3, represented: 2 } })
  expect(guest.session?.may.ballot).toBe(false)
  await until(() => desk.counts?.of === 1 && desk.counts.present === 2)
  expect(await guest.vote('against')).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await guest.vote(null)).toMatchObject({ ok: false, code: 'not-allowed' })
  // Bob comes after the opening: he votes in the next round. No roll takes the place of this one any more.
  const bob = await joinWithSlip(first.url, made, slips['Bob']!)
  expect(bob.session?.may.ballot).toBe(false)
  expect(await bob.vote('for')).toMatchObject({ ok: false, code: 'not-allowed' })
  expect((await giveRoll(first.url, made, { members: [{ name: 'Eve' }] })).status).toBe(409)
  expect(await ada.vote({ voices: ['for'] })).toMatchObject({ ok: false, code: 'bad-request' })
  expect(await ada.vote({ voices: ['for', 'maybe'] })).toMatchObject({ ok: false, code: 'unknown-option' })
  expect(await ada.vote('against')).toMatchObject({ ok: true, receipt: 1 })
  expect(await ada.vote({ voices: ['for', 'against'] })).toMatchObject({ ok: true, receipt: 2 })
  expect(ada.session?.poll?.mine).toEqual({ voices: ['for', 'against'] })
  expect(await desk.command({ kind: 'enterBallots', poll: 'v.1', ballots: ['for'] })).toMatchObject({
    code: 'not-allowed',
  })
  for (const one of [desk, ada, bob, guest]) one.socket.close()
  await first.close()

  const { url } = await openHouse({ store, secret })
  desk = await openDesk(url, made)
  const back = await new Device(url, bob.token).ready()
  expect(back.session?.may.ballot).toBe(false)
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({
    counts: { for: 3, against: 2, abstain: 0, blank: 0 },
    persons: { for: 1, against: 1 },
    outcome: 'adopted',
  })
  expect(desk.session?.result).not.toHaveProperty('indicative')
  expect(desk.session?.poll).toMatchObject({ voted: 1, of: 1, slips: true })
  expect(await store.ballots.all(made.workshop.id, 'v.1')).toEqual(['against', 'for'])
  // Second round: Bob is on the roll now, Ada is away, so the quorum is not there.
  const again = await desk.command({ kind: 'pollOpen' })
  expect(again).toMatchObject({ ok: false, params: { reason: 'quorum', needed: 4, counted: 1 } })
  const adaAgain = await new Device(url, ada.token).ready()
  await until(() => desk.counts?.present === 2)
  await desk.do({ kind: 'pollOpen' })
  await until(() => back.session?.may.ballot === true && adaAgain.session?.poll?.id === 'v.2')
  expect(back.session?.poll).toMatchObject({ id: 'v.2', voices: [1] })
  await store.close()
})

test('options leave the paper or become one: ballots follow, their voters learn it, the count is that of the paper', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(
    url,
    plan('dot-vote', { options: OPTIONS, dotsPerPerson: 4, maxPerItem: 2 }),
  )
  const desk = await openDesk(url, made)
  const [one, two] = await Promise.all([joinPhone(url, made), joinPhone(url, made)])
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => [one, two].every((phone) => phone.session?.poll?.state === 'open'))
  await one.vote({ a: 2, b: 2 })
  const id = 'ab'.repeat(16)
  await two.vote({ c: 2, a: 1 }, id)
  expect(await desk.command({ kind: 'removeOption', option: 'nope' })).toMatchObject({
    code: 'unknown-option',
  })
  await desk.do({ kind: 'mergeOptions', from: 'b', into: 'a' })
  await until(() => one.session?.poll?.paper.rev === 2)
  expect(one.session?.poll).toMatchObject({ mine: { a: 2 }, paper: { options: [OPTIONS[0], OPTIONS[2]] } })
  expect(two.session?.poll?.mine).toEqual({ c: 2, a: 1 })
  expect(await one.vote({ b: 1 })).toMatchObject({ ok: false, code: 'unknown-option' })
  await desk.do({ kind: 'removeOption', option: 'c' })
  await until(() => two.session?.poll?.paper.rev === 3)
  expect(two.session?.poll?.mine).toEqual({ a: 1 })
  // The same ballot again, its answer lost on the way, is answered as it was; it changes nothing.
  expect(await two.vote({ c: 2, a: 1 }, id)).toMatchObject({ ok: true, receipt: 1 })
  expect(await two.vote({ c: 2, a: 1 })).toMatchObject({ ok: false, code: 'unknown-option' })
  expect(await desk.command({ kind: 'removeOption', option: 'a' })).toMatchObject({ code: 'not-now' })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({ totals: { a: 3 }, spent: 3, unspent: 5 })
})

test('a single choice that has left the paper is to be done again, and is not counted as blank', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('single-choice', { options: OPTIONS }))
  const desk = await openDesk(url, made)
  const [one, two] = await Promise.all([joinPhone(url, made), joinPhone(url, made)])
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => [one, two].every((phone) => phone.session?.poll?.state === 'open'))
  await one.vote('a')
  await two.vote('b')
  await desk.do({ kind: 'removeOption', option: 'a' })
  await until(() => one.session?.poll?.paper.rev === 2 && desk.counts?.voted === 1)
  expect(one.session?.poll?.mine).toBeUndefined()
  expect(await one.vote('c')).toMatchObject({ ok: true, receipt: 3 })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.poll).toMatchObject({ voted: 2 })
  // The second round keeps the paper; what was published before stays beside it.
  await desk.do({ kind: 'publish' })
  const shown = desk.session?.result
  await desk.do({ kind: 'pollOpen' })
  await until(() => one.session?.poll?.id === 'v.2')
  expect(one.session?.poll?.paper).toMatchObject({ options: [OPTIONS[1], OPTIONS[2]], rev: 2 })
  expect(one.session?.earlier).toEqual([shown])
  expect(one.session?.result).toBeUndefined()
})

test('ballots while options leave: every one is answered, and the count is of those that stand', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('single-choice', { options: OPTIONS }))
  const desk = await openDesk(url, made)
  const phones = await Promise.all(Array.from({ length: 12 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.poll?.state === 'open'))
  const casts = phones.map((phone, i) => phone.vote(['a', 'b', 'c'][i % 3]))
  const removed = desk.do({ kind: 'removeOption', option: 'a' })
  const answers = await Promise.all(casts)
  await removed
  for (const [i, answer] of answers.entries())
    if (i % 3 !== 0) expect(answer).toMatchObject({ ok: true })
    else if (!answer.ok) expect(answer.code).toBe('unknown-option')
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.poll).toMatchObject({ voted: 8 })
  expect(desk.session?.result).toMatchObject({ counts: { b: 4, c: 4 } })
})

test('ballots by hand are checked, counted with the others, and told as their own number', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, plan('single-choice', { options: OPTIONS }))
  const desk = await openDesk(url, made)
  const wall = await openWall(url, made)
  const phone = await joinPhone(url, made)
  await desk.do({ kind: 'open', activity: 'v' })
  expect(await desk.command({ kind: 'pollOpen' })).toMatchObject({ ok: true, warning: 'few-voters' })
  await until(() => phone.session?.poll?.state === 'open')
  await phone.vote('a')
  const enter = (...ballots: unknown[]) => desk.command({ kind: 'enterBallots', poll: 'v.1', ballots })
  expect(await phone.command({ kind: 'enterBallots', poll: 'v.1', ballots: ['a'] })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await enter('b', 'x')).toMatchObject({ code: 'unknown-option', params: { ballot: 2 } })
  expect(await enter('c', 'c', 'c')).toMatchObject({ ok: true })
  expect(await enter('b', 'b', 'a')).toMatchObject({ ok: true })
  await until(() => wall.session?.poll?.byHand === 3)
  expect(desk.session?.poll?.pile).toEqual(['b', 'b', 'a'])
  expect(JSON.stringify(wall.heard)).not.toContain('pile')
  await desk.do({ kind: 'mergeOptions', from: 'a', into: 'b' })
  expect(desk.session?.poll?.pile).toEqual(['b', 'b', 'b'])
  await desk.do({ kind: 'removeOption', option: 'c' })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.poll).toMatchObject({ voted: 4, of: 4, byHand: 3 })
  expect(desk.session?.poll).not.toHaveProperty('pile')
  expect(desk.session?.result).toMatchObject({ counts: { b: 4 } })
  expect(await store.ballots.all(made.workshop.id, 'v.1')).toEqual(['b', 'b', 'b', 'b'])
  const report = (format: string) =>
    http(url, 'GET', `/api/workshops/${made.workshop.id}/report.${format}`, { token: made.tokens.desk })
  expect((await report('json')).json).toMatchObject({
    activities: [{ participation: { voted: 4, of: 4, byHand: 3 } }],
  })
  expect((await report('md')).text).toContain('3 ont été remis sur papier')
})

test('five people make a secret vote, and nobody is warned', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('single-choice', { options: OPTIONS }))
  const desk = await openDesk(url, made)
  await Promise.all(Array.from({ length: 5 }, () => joinPhone(url, made)))
  await until(() => desk.counts?.present === 5)
  await desk.do({ kind: 'open', activity: 'v' })
  expect(await desk.command({ kind: 'pollOpen' })).not.toHaveProperty('warning')
})

test('a lot is drawn once, told with its seed, and kept in the report; a second round is held between those that go on', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('single-choice', { options: OPTIONS, rule: 'absolute' }))
  const desk = await openDesk(url, made)
  const phones = await Promise.all(Array.from({ length: 4 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every((phone) => phone.session?.poll?.state === 'open'))
  await Promise.all(phones.map((phone, i) => phone.vote(['a', 'a', 'b', 'b'][i])))
  const draw = { kind: 'drawLots' as const, seed: 'AG-2018-06-18', among: ['a', 'b'] }
  expect(await desk.command(draw)).toMatchObject({ code: 'not-now' })
  await desk.do({ kind: 'pollClose' })
  expect(await phones[0]!.command(draw)).toMatchObject({ code: 'not-allowed' })
  await desk.do(draw)
  expect(await desk.command({ ...draw, seed: 'x' })).toMatchObject({ params: { reason: 'drawn' } })
  expect(phones[0]!.session?.poll).not.toHaveProperty('lots')
  await desk.do({ kind: 'publish' })
  const [lot] = desk.session!.poll!.lots!
  expect(lot).toMatchObject({ seed: 'AG-2018-06-18' })
  await until(() => phones[0]!.session?.poll?.lots !== undefined)
  expect(phones[0]!.session?.poll?.lots).toEqual([lot])
  const report = (format: string) =>
    http(url, 'GET', `/api/workshops/${made.workshop.id}/report.${format}`, { token: made.tokens.desk })
  expect((await report('json')).json).toMatchObject({ activities: [{ lots: [lot] }] })
  expect((await report('md')).text).toContain('AG-2018-06-18')
  await desk.do({ kind: 'step' })
  const among = (ids: string[]) => ids.map((id) => ({ id, label: id }))
  expect(await desk.command({ kind: 'pollOpen', options: among(['a', 'x']) })).toMatchObject({
    code: 'unknown-option',
  })
  await desk.do({ kind: 'pollOpen', options: among(['b', 'a']) })
  expect(desk.session?.now?.step).toBe('vote')
  expect(desk.session?.poll?.paper.options).toEqual(OPTIONS.slice(0, 2))
})

test('an assembly by colleges: exact voices, a mandate that does not stand is told to its holder, quorum at the opening', async () => {
  const { url } = await openHouse()
  const settings = { colleges: ['Salariés 40', 'Usagers 60'], base: 'voices', quorum: { num: 1, den: 2 } }
  const made = await makeWorkshop(url, plan('resolution', settings))
  const desk = await openDesk(url, made)
  const slips = await slipsOf(url, made, {
    csv: 'Nom;Collège;Voix;Pouvoirs\nAda;Salariés;0,5;\nBob;Usagers;3/2;Cleo|Ada\nCleo;Usagers;1;',
  })
  const ada = await joinWithSlip(url, made, slips['Ada']!)
  await desk.do({ kind: 'open', activity: 'v' })
  expect(desk.session?.gathering).toEqual({ registered: 3, counted: '1/2', needed: '3/2', reached: false })
  expect(await desk.command({ kind: 'pollOpen' })).toMatchObject({ params: { reason: 'quorum' } })
  const bob = await joinWithSlip(url, made, slips['Bob']!)
  await desk.do({ kind: 'pollOpen' })
  await until(() => bob.session?.poll?.state === 'open')
  expect(bob.session?.poll).toMatchObject({
    voices: ['3/2', 1],
    givers: ['Cleo'],
    refused: [{ name: 'Ada', fault: 'giver-present' }],
  })
  expect(JSON.stringify(ada.heard)).not.toContain('Cleo')
  await ada.vote('for')
  await bob.vote({ voices: ['for', 'against'] })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({
    counts: { for: 2, against: 1 },
    colleges: { weightFor: '76', adopted: true },
  })
  const list = await http(url, 'GET', `/api/workshops/${made.workshop.id}/roll`, { token: made.tokens.desk })
  expect(list.json).toMatchObject({
    members: [{ weight: '1/2' }, { refused: [{ name: 'Ada', fault: 'giver-present' }] }, { name: 'Cleo' }],
  })
})
