// The film of an evening: for the desk alone, of what the room has seen alone, without the erased, after a restart too.
import { expect, test } from 'vitest'
import { notesOf, noteMap, spliceText } from '../shared/board/note.ts'
import { notesThen, type Film } from '../shared/report/film.ts'
import type * as Y from 'yjs'
import { openHouse } from './support/house.ts'
import { clientId, http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

test('a film shows the board as it grew and the moments of the evening, and never a sealed, hidden or erased word', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const desk = await openDesk(url, made)
  const [phone, gone] = [await joinPhone(url, made, 'Ysolde'), await joinPhone(url, made, 'Bérengère')]
  const at = `/api/workshops/${made.workshop.id}`
  const film = async () =>
    (await http(url, 'GET', `${at}/film`, { token: made.tokens.desk })).json as unknown as Film
  const texts = (it: Film, time = Infinity) =>
    it.report.sections.flatMap(({ id }) => notesThen(it.frames, id, time).map(({ text }) => text)).sort()
  /** Everything that was ever on the wall, in the words it had. */
  const ever = (it: Film) => [...new Set(it.frames.flatMap(({ at: time }) => texts(it, time)))].sort()

  await desk.do({ kind: 'open', activity: 'a1' })
  const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
  pad.write('n1', 'Une fontaine')
  pad.write('n2', 'Une bêtise')
  const leaving = openDoc(url, made, gone.token, `pad.a1.${gone.seat}`)
  leaving.write('n3', 'Un regret')
  leaving.write('n4', 'Un remords')
  pad.write('n5', 'Un banc')
  await until(() => desk.counts?.notes === 5)
  const sealed = await film()
  expect(JSON.stringify(sealed)).not.toMatch(/fontaine|bêtise|regret|remords|banc/)

  await desk.do({ kind: 'reveal' })
  await until(async () => texts(await film()).length === 5)
  const board = openDoc(url, made, made.tokens.desk, 'board.a1')
  await until(() => board.notes().length === 5)
  const silly = board.notes().find(({ text }) => text === 'Une bêtise')!
  await desk.do({ kind: 'hide', note: silly.id })
  // What its author takes away stays in the past; what an erased person had taken away before does not.
  notesOf(leaving.doc).delete('n4')
  notesOf(pad.doc).delete('n5')
  spliceText(noteMap(pad.doc, 'n1')!.get('text') as Y.Text, 'Une fontaine fraîche')
  await until(async () => texts(await film()).join() === 'Un regret,Une fontaine fraîche')
  expect(ever(await film())).toContain('Un remords')
  await http(url, 'DELETE', `${at}/seats/${gone.seat}`, { token: gone.token })
  await until(async () => texts(await film()).length === 1)
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phone.session?.poll?.state === 'open')
  await phone.vote({ [phone.session!.poll!.paper.options[0]!.id]: 2 }, clientId())
  await desk.do({ kind: 'pollClose' })
  const counted = await film()
  expect(JSON.stringify(counted)).not.toContain('totals')
  await desk.do({ kind: 'publish' })

  const whole = await film()
  const said = JSON.stringify(whole)
  expect(said).not.toMatch(/bêtise|regret|remords|Ysolde|Bérengère/)
  expect(said).not.toContain(silly.id)
  expect(said).not.toMatch(new RegExp(`"(${phone.seat}|${gone.seat})"`))
  expect(said).toContain('totals')
  expect(texts(whole)).toEqual(['Une fontaine fraîche'])
  expect(ever(whole)).toEqual(['Un banc', 'Une fontaine', 'Une fontaine fraîche'])
  const revealed = whole.frames.find((frame) => frame.is === 'step' && frame.step === 1)!
  expect(texts(whole, revealed.at - 1)).toEqual([])
  expect(whole.frames.flatMap((frame) => (frame.is === 'poll' ? [frame.did] : []))).toEqual([
    'opened',
    'closed',
    'published',
  ])
  expect(whole.steps['a1']!.length).toBeGreaterThan(1)
  expect(whole.frames.map(({ at }) => at)).toEqual(
    [...whole.frames.map(({ at }) => at)].sort((a, b) => a - b),
  )
})
