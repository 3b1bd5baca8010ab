// A vote about what several earlier exercises have left, through the whole house.
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, until } from './support/people.ts'

const vote = (id: string, ...labels: string[]) => ({
  ...{ id, kind: 'approval', title: id },
  settings: { options: labels.map((label, i) => ({ id: `o${i + 1}`, label })) },
})
const dots = (id: string, from: string | string[]) => ({
  id,
  kind: 'dot-vote',
  title: id,
  settings: { from },
})

test('a vote takes over what each of the exercises it names has left, under ids of its own', async () => {
  const { url } = await openHouse()
  const activities = [
    vote('north', 'Un marché', 'Un four'),
    vote('south', 'Une halle', 'Un verger'),
    dots('both', ['south', 'north']),
    dots('one', 'north'),
    dots('nearest', []),
  ]
  const made = await makeWorkshop(url, { v: 1, title: 'Deux tables', activities })
  const desk = await openDesk(url, made)
  const phone = await joinPhone(url, made)
  for (const id of ['north', 'south']) {
    await desk.do({ kind: 'open', activity: id })
    while (desk.session!.poll?.state !== 'open') await desk.do({ kind: 'step' })
    await until(() => phone.session?.may.ballot === true && phone.session.poll?.activity === id)
    expect(await phone.vote(['o1'])).toMatchObject({ ok: true })
    await desk.do({ kind: 'pollClose' })
    await desk.do({ kind: 'publish' })
  }
  const proposed = async (activity: string) => {
    await desk.do({ kind: 'open', activity })
    await until(() => desk.session?.now?.activity === activity && desk.session.preview !== undefined)
    return desk.session!.preview!
  }
  const both = await proposed('both')
  expect(new Map(both.map(({ label, from }) => [label, from]))).toEqual(
    new Map([
      ...['Un marché', 'Un four'].map((label) => [label, 'north'] as const),
      ...['Une halle', 'Un verger'].map((label) => [label, 'south'] as const),
    ]),
  )
  expect(new Set(both.map(({ id }) => id)).size).toBe(4)
  expect((await proposed('one')).map(({ label }) => label)).toEqual(['Un marché', 'Un four'])
  expect((await proposed('nearest')).map(({ label }) => label)).toEqual(['Une halle', 'Un verger'])
})
