// Hand-over: two desks at once on one link, the second goes on when the first is gone; a wall finds its way back after a restart.
import { expect, test } from 'vitest'
import { freePort } from './support/ports.ts'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, openDoc, openWall, until } from './support/people.ts'

test('two desks see the same and both may act; what one began, the other ends alone', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [first, second] = [await openDesk(url, made), await openDesk(url, made)]
  const phone = await joinPhone(url, made, 'Léa')
  await first.do({ kind: 'open', activity: 'a1' })
  await until(() => second.session?.now?.activity === 'a1')
  await second.do({ kind: 'addTime', seconds: 60 })
  await until(() => first.session?.rev === second.session?.rev && first.session?.rev === 2)
  expect(first.session?.clock).toEqual(second.session?.clock)
  openDoc(url, made, phone.token, `pad.a1.${phone.seat}`).write('n1', 'Un banc')
  await until(() => [first, second].every(({ counts }) => counts?.notes === 1))

  // Both press the same button: the room goes one step, not two.
  const pressed = await Promise.all([
    first.command({ kind: 'step', to: 'reveal' }),
    second.command({ kind: 'step', to: 'reveal' }),
  ])
  expect(pressed.every(({ ok }) => ok)).toBe(true)
  await until(() => [first, second].every(({ session }) => session?.now?.step === 'reveal'))
  const boards = [0, 1].map(() => openDoc(url, made, made.tokens.desk, 'board.a1'))
  await until(() => boards.every((board) => board.notes().length === 1))

  // Where desks say what they saw, the slower one learns that it is done, after it has been shown.
  const since = first.session!.now!.since
  const both = [first, second].map(async (desk) => ({
    answer: await desk.command({ kind: 'step', to: 'sort', since }),
    shown: desk.session?.now?.step,
  }))
  const [done, late] = (await Promise.all(both)).toSorted((a) => (a.answer.ok ? -1 : 1))
  expect(done!.answer.ok).toBe(true)
  expect(late).toMatchObject({ answer: { ok: false, code: 'stale' }, shown: 'sort' })

  // One press too many takes the room along, and one press brings it back.
  await second.do({ kind: 'open', activity: 'a2' })
  await second.do({ kind: 'undo' })
  await until(() => phone.session?.now?.step === 'sort')

  first.socket.close()
  await second.do({ kind: 'open', activity: 'a2' })
  await second.do({ kind: 'step' })
  await until(() => phone.session?.poll?.state === 'open')
  const option = phone.session!.poll!.paper.options[0]!.id
  expect(await phone.vote({ [option]: 1 })).toMatchObject({ ok: true })
  await second.do({ kind: 'pollClose' })

  const back = await openDesk(url, made)
  expect(back.session?.rev).toBe(second.session?.rev)
  expect(back.session?.poll).toMatchObject({ state: 'closed', voted: 1 })
  await back.do({ kind: 'publish' })
  await until(() => phone.session?.poll?.published === true)
})

test('a wall that nobody touches is back by itself after a restart, where the room is now', async () => {
  const env = { PORT: String(await freePort()) }
  const before = await openHouse({ env })
  const made = await makeWorkshop(before.url)
  const wall = await openWall(before.url, made)
  await (await openDesk(before.url, made)).do({ kind: 'open', activity: 'a1' })
  const board = openDoc(before.url, made, made.tokens.wall, 'board.a1')
  await until(() => wall.session?.now?.activity === 'a1' && board.provider.synced)
  await before.close()

  const after = await openHouse({ env, store: before.store })
  const desk = await openDesk(after.url, made)
  await desk.do({ kind: 'screen', show: 'code' })
  await until(() => wall.session?.screen === 'code')
  openDoc(after.url, made, made.tokens.desk, 'board.a1').write('n1', 'Après la coupure')
  await until(() => board.notes().length === 1)
})
