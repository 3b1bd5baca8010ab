// Who is put out, or removes themselves, during a vote: what had counted under their name counts no more (S65).
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { clientId, http, joinPhone, makeWorkshop, openDesk, until } from './support/people.ts'

const OPTIONS = ['x', 'y'].map((id) => ({ id, label: id.toUpperCase() }))
const PROGRAMME = {
  v: 1 as const,
  title: 'Départs',
  activities: [
    { id: 'v', kind: 'single-choice', title: 'Vote', settings: { options: OPTIONS, secrecy: 'public' } },
  ],
}

test('S65 the open ballot of a person who leaves is withdrawn by the server, whoever their client is', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await openDesk(url, made)
  const [out, leaves, stays] = [
    await joinPhone(url, made),
    await joinPhone(url, made),
    await joinPhone(url, made),
  ]
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => [out, leaves, stays].every(({ session }) => session?.poll?.state === 'open'))
  const poll = stays.session!.poll!.id
  for (const [phone, choice] of [
    [out, 'x'],
    [leaves, 'x'],
    [stays, 'y'],
  ] as const)
    expect(await phone.vote(choice)).toMatchObject({ ok: true })
  await until(() => desk.counts?.voted === 3)

  await desk.do({ kind: 'remove', seat: out.seat })
  await until(() => desk.counts?.voted === 2)
  const path = `/api/workshops/${made.workshop.id}/seats/${leaves.seat}`
  expect((await http(url, 'DELETE', path, { token: leaves.token })).status).toBe(204)
  await until(() => desk.counts?.voted === 1)
  expect(await store.ballots.hands(made.workshop.id, poll)).toEqual([{ seat: stays.seat, choice: 'y' }])

  await desk.do({ kind: 'pollClose' })
  await until(() => desk.session?.result !== undefined)
  expect(desk.session!.poll).toMatchObject({ voted: 1 })
  expect(desk.session!.result).toMatchObject({ counts: { x: 0, y: 1 } })
})

test('S65 a ballot that comes while its hand is put out is either withdrawn or refused', async () => {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await openDesk(url, made)
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  for (let n = 0; n < 8; n++) {
    const phone = await joinPhone(url, made)
    await until(() => phone.session?.poll?.state === 'open')
    const poll = phone.session!.poll!.id
    const send = (choice: string) => phone.socket.emit('ballot', { id: clientId(), poll, choice }, () => {})
    for (let k = 0; k < n; k++) send('x')
    const removed = desk.do({ kind: 'remove', seat: phone.seat })
    for (let k = 0; k < 8; k++) send('y')
    await removed
    await until(() => !phone.socket.connected)
    expect(await store.ballots.hands(made.workshop.id, poll)).toEqual([])
  }
})
