// A room that everybody has left is let go of within seconds, and is as it was for whoever comes back.
import { expect, test } from 'vitest'
import type { Clock } from '../shared/clock.ts'
import { addNote, readNotes } from '../shared/board/note.ts'
import { openHouse } from './support/house.ts'
import { joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

const PROGRAMME = {
  v: 1 as const,
  title: 'Pause',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Idées', settings: {} },
    { id: 'a2', kind: 'single-choice', title: 'Vote', settings: { options: [{ id: 'x', label: 'X' }] } },
  ],
}

/** A clock on which time passes so many times faster. */
function hurried(times: number): Clock {
  const [real, wall] = [performance.now(), Date.now()]
  return {
    now: () => Math.round(wall + (performance.now() - real) * times),
    after(ms, fn) {
      const timer = setTimeout(fn, ms / times)
      return () => clearTimeout(timer)
    },
  }
}

async function held(url: string): Promise<{ sessions: number; documents: number }> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const figure = (name: string) => Number(new RegExp(`^tablee_${name} (\\d+)`, 'm').exec(text)?.[1])
  return { sessions: figure('sessions'), documents: figure('documents') }
}

test('nobody there: documents and session go; a new wall and the same phone find everything', async () => {
  const { url } = await openHouse({ clock: hurried(25) })
  const made = await makeWorkshop(url, PROGRAMME)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  await until(() => phone.session?.now?.writer !== undefined)
  const name = `pad.a1.${phone.session!.now!.writer!}`
  const [pad, wall] = [
    openDoc(url, made, phone.token, name),
    openDoc(url, made, made.tokens.wall, 'board.a1'),
  ]
  await until(() => pad.provider.synced && wall.provider.synced)
  addNote(pad.doc, { id: 'n1', text: 'resté là' })
  await until(() => readNotes(wall.doc).length === 1)
  for (const sheet of [pad, wall]) sheet.provider.destroy()
  for (const device of [desk, phone]) device.socket.close()
  await until(async () => (await held(url)).documents === 0)
  await until(async () => (await held(url)).sessions === 0)

  const again = await openDesk(url, made)
  expect(again.session).toMatchObject({ now: { activity: 'a1' } })
  await until(() => again.counts?.notes === 1)
  const [later, board] = [
    openDoc(url, made, phone.token, name),
    openDoc(url, made, made.tokens.wall, 'board.a1'),
  ]
  await until(() => readNotes(later.doc).length === 1 && readNotes(board.doc).length === 1)
  addNote(later.doc, { id: 'n2', text: 'et la suite' })
  await until(() => readNotes(board.doc).length === 2)
})

test('a session stays while its poll is open, whoever has left', async () => {
  const { url } = await openHouse({ clock: hurried(25) })
  const made = await makeWorkshop(url, PROGRAMME)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  const plan = openDoc(url, made, made.tokens.desk, 'plan')
  await until(() => plan.provider.synced && phone.session?.poll?.state === 'open')
  plan.provider.destroy()
  for (const device of [desk, phone]) device.socket.close()
  await until(async () => (await held(url)).documents === 0)
  expect(await held(url)).toEqual({ sessions: 1, documents: 0 })
})
