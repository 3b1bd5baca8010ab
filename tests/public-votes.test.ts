// Votes that are not secret through the whole house: who learns who said what, when, and what is left once a person is erased.
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import {
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openWall,
  until,
  type Made,
  type Phone,
} from './support/people.ts'

const plan = (kind: string, settings: object) => ({
  v: 1 as const,
  title: 'Cercle',
  activities: [{ id: 'v', kind, title: 'Proposition', settings: { ...settings } }],
})

async function voted(kind: string, settings: object, choices: Record<string, unknown>) {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan(kind, settings))
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  const phones: Phone[] = []
  for (const [name, choice] of Object.entries(choices)) {
    const phone = await joinPhone(url, made, name)
    await until(() => phone.session?.poll?.state === 'open')
    expect(await phone.vote(choice)).toMatchObject({ ok: true })
    phones.push(phone)
  }
  const heard = () => JSON.stringify([wall, ...phones].map((device) => device.heard))
  return { url, made, desk, wall, phones, heard }
}

const report = (url: string, { workshop, tokens }: Made, query: string) =>
  http(url, 'GET', `/api/workshops/${workshop.id}/report.md${query}`, { token: tokens.desk })

test('of a public vote the wall names who said what once it is published; phones are told nothing of it', async () => {
  const choices = { Ada: { answer: 'consent' }, Omar: { answer: 'objection', reason: 'le coût' } }
  const { url, made, desk, wall, phones, heard } = await voted('consent', {}, choices)
  expect(heard()).not.toContain('"named"')
  await desk.do({ kind: 'pollClose' })
  const lines = [
    { name: 'Ada', choice: choices.Ada },
    { name: 'Omar', choice: choices.Omar },
  ]
  expect(desk.session?.poll?.named).toEqual(lines)
  expect(heard()).not.toContain('"named"')
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.poll?.published === true)
  expect(wall.session?.poll?.named).toEqual(lines)
  await until(() => phones.every(({ session }) => session?.result !== undefined))
  expect(JSON.stringify(phones.map((phone) => phone.heard))).not.toContain('"named"')
  expect((await report(url, made, '')).text).not.toMatch(/Ada|Omar/)
  expect((await report(url, made, '?names=true')).text).toMatch(
    /Qui a répondu quoi[\s\S]*Ada[\s\S]*Omar[\s\S]*le coût/,
  )
  // The circle finds the objection without reasons: said by the desk alone, told to everybody, kept in the report.
  const judge = { kind: 'judge', objection: 'le coût', reason: 'Le budget est voté.' } as const
  expect(await phones[0]!.command(judge)).toMatchObject({ ok: false, code: 'not-allowed' })
  await desk.do(judge)
  expect(await desk.command(judge)).toMatchObject({ ok: false, code: 'unknown-option' })
  const { objection, reason } = judge
  const told = { outcome: 'adopted', objections: [], unreasoned: [{ objection, reason }] }
  await until(() => (wall.session?.result as { outcome?: string }).outcome === 'adopted')
  expect(wall.session?.result).toMatchObject(told)
  expect((await report(url, made, '')).text).toContain('Le budget est voté.')
  // Whoever leaves takes the name along; what was said stays, as a sealed ballot does.
  const gone = await http(url, 'DELETE', `/api/workshops/${made.workshop.id}/seats/${phones[1]!.seat}`, {
    token: phones[1]!.token,
  })
  expect(gone.status).toBe(204)
  await desk.do({ kind: 'wall', night: true })
  await until(() => wall.session?.poll?.named?.[1]?.name === undefined)
  expect(wall.session?.poll?.named).toEqual([lines[0], { choice: choices.Omar }])
  expect((await report(url, made, '?names=true')).text).not.toContain('Omar')
})

test('of a confidential vote the desk alone learns it, of a secret one nobody', async () => {
  const choices = { Ada: 'for', Omar: 'against' }
  const hidden = await voted('resolution', { secrecy: 'facilitator' }, choices)
  await hidden.desk.do({ kind: 'pollClose' })
  await hidden.desk.do({ kind: 'publish' })
  expect(hidden.desk.session?.poll?.named).toEqual([
    { name: 'Ada', choice: 'for' },
    { name: 'Omar', choice: 'against' },
  ])
  await until(() => hidden.wall.session?.poll?.published === true)
  expect(hidden.heard()).not.toContain('"named"')
  const secret = await voted('resolution', {}, choices)
  await secret.desk.do({ kind: 'pollClose' })
  await secret.desk.do({ kind: 'publish' })
  expect(secret.desk.session?.poll).not.toHaveProperty('named')
  expect((await report(secret.url, secret.made, '?names=true')).text).not.toMatch(/Ada|Omar/)
})

test('a circle knows who left, who came and whose answer is missing; a latecomer answers for nobody else', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, plan('consent', {}))
  const [desk, wall] = [await openDesk(url, made), await openWall(url, made)]
  const join = async (name: string) => {
    const phone = await joinPhone(url, made, name)
    await until(() => desk.desk?.people.some((person) => person.name === name && person.online) === true)
    return phone
  }
  const [ada, bea] = [await join('Ada'), await join('Béa')]
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  const answer = async (phone: Phone) => {
    const { id } = desk.session!.poll!
    await until(() => phone.session?.poll?.id === id)
    expect(await phone.vote({ answer: 'consent' })).toMatchObject({ ok: true })
  }
  await answer(ada)
  await answer(bea)
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({ outcome: 'adopted', missing: 0 })
  bea.socket.close()
  await until(() => desk.desk?.people.every(({ name, online }) => name !== 'Béa' || !online) === true)
  await join('Cem')
  await desk.do({ kind: 'pollOpen' })
  await answer(ada)
  await answer(await join('Dora'))
  await desk.do({ kind: 'enterBallots', poll: desk.session!.poll!.id, ballots: [{ answer: 'consent' }] })
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({ outcome: 'pending', n: 3, missing: 1 })
  const named = (...names: string[]) => ({ names, nameless: 0 })
  const circle = { missing: named('Cem'), left: named('Béa'), joined: named('Cem', 'Dora') }
  expect(desk.session?.poll?.circle).toEqual(circle)
  expect(wall.session?.poll).not.toHaveProperty('circle')
  await desk.do({ kind: 'publish' })
  await until(() => wall.session?.poll?.circle !== undefined)
  expect(wall.session?.poll?.circle).toEqual(circle)
  expect(JSON.stringify(ada.heard)).not.toMatch(/"circle"|Béa|Cem/)
  const nameless = (await report(url, made, '')).text
  expect(nameless).toContain('Tour 2\u00a0: 1 personne a quitté le cercle.')
  expect(nameless).not.toMatch(/Béa|Cem/)
  expect((await report(url, made, '?names=true')).text).toContain('Tour 2, a quitté le cercle\u00a0: Béa')
})
