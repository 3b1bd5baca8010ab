// The chain of an evening of foresight, without retyping: scan, matrix, scenarios, wind tunnel, strategy vote.
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { noteMap } from '../shared/board/note.ts'
import type { Programme } from '../shared/programme.ts'
import type { OptionEntry } from '../shared/voting.ts'
import type { Offer } from '../shared/offer.ts'
import { openHouse } from './support/house.ts'
import {
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  openDoc,
  until,
  type Made,
  type Phone,
} from './support/people.ts'

const CHAIN: Programme['activities'] = [
  { id: 'scan', kind: 'pestel', title: 'Balayage', settings: {} },
  { id: 'matrix', kind: 'impact-uncertainty', title: 'Matrice', settings: {} },
  { id: 'cross', kind: 'scenario-axes', title: 'Scénarios', settings: {} },
  { id: 'dots', kind: 'dot-vote', title: 'Nos options', settings: { from: 'cross', shortlist: 2 } },
  { id: 'wind', kind: 'wind-tunnel', title: 'Soufflerie', settings: { from: 'dots' } },
  { id: 'vote', kind: 'approval', title: 'Stratégie', settings: { from: 'wind' } },
]
const PLACES: Record<string, { x: number; y: number }> = {
  'Statut du travail': { x: 9, y: 9 },
  'Budget des villes': { x: 8, y: 8 },
  Vieillissement: { x: 1, y: 9 },
}

async function openRoom(activities = CHAIN) {
  const { url } = await openHouse()
  const made = await makeWorkshop(url, { v: 1, title: 'Prospective', activities })
  const desk = await openDesk(url, made)
  const phones = await Promise.all(['Léa', 'Omar', 'Zoé'].map((name) => joinPhone(url, made, name)))
  return { url, made, desk, phones, lea: phones[0]! }
}
type Room = Awaited<ReturnType<typeof openRoom>>

/** One person writes in one place of the board. */
function write(url: string, made: Made, { token, session }: Phone, under: string, texts: string[]): void {
  const { activity, writer } = session!.now!
  const pad = openDoc(url, made, token, `pad.${activity}.${writer!}`)
  texts.forEach((text, i) => {
    pad.write(`${under}${i}`, text)
    pad.doc.transact(() => noteMap(pad.doc, `${under}${i}`)!.set('under', under))
  })
}

/** Opens an activity and its vote; everybody votes alike; the result is published. Gives the options. */
async function voteOn(
  { desk, phones, lea }: Room,
  activity: string,
  choose: (options: OptionEntry[]) => unknown,
): Promise<OptionEntry[]> {
  await desk.do({ kind: 'open', activity })
  if (desk.session?.poll?.state !== 'open') await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.poll?.activity === activity && session.may.ballot))
  const { options } = lea.session!.poll!.paper
  for (const phone of phones) expect(await phone.vote(choose(options))).toMatchObject({ ok: true })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  return options
}

const map = (options: OptionEntry[], value: (label: string) => unknown) =>
  Object.fromEntries(
    options.map(({ id, label }) => [id, value(label)]).filter(([, said]) => said !== undefined),
  )

test('notes of a scan become axes, their futures test the options, and the best go to the strategy vote', async () => {
  const room = await openRoom()
  const { url, made, desk, lea } = room
  await desk.do({ kind: 'open', activity: 'scan' })
  await until(() => lea.session?.may.pad === 'sealed')
  write(url, made, lea, 'economic', Object.keys(PLACES))
  await until(() => desk.counts?.notes === 3)
  await desk.do({ kind: 'reveal' })

  const drivers = await voteOn(room, 'matrix', (options) => map(options, (label) => PLACES[label]))
  expect(drivers.map(({ from }) => from)).toEqual(['scan', 'scan', 'scan'])

  await desk.do({ kind: 'open', activity: 'cross' })
  const board = openDoc(url, made, made.tokens.desk, 'board.cross')
  await until(() => board.notes().some(({ id }) => id === 'axis-y'))
  const noteOf = (id: string) => board.notes().find((note) => note.id === id)
  const origin = { from: 'scan', note: drivers.find(({ label }) => label === 'Statut du travail')!.id }
  expect(noteOf('axis-x')).toMatchObject({ text: 'Statut du travail', fields: origin })
  expect(noteOf('axis-y')).toMatchObject({ text: 'Budget des villes' })
  board.doc.transact(() => {
    const name = noteMap(board.doc, 'name-upper-left')!.get('text') as Y.Text
    name.delete(0, name.length)
    name.insert(0, 'La ville atelier')
  })
  await desk.do({ kind: 'step', to: 'robust' })
  await until(() => lea.session?.may.pad === 'open')
  write(url, made, lea, 'robust', ['Ouvrir un fonds', 'Louer la halle', 'Ne rien faire'])
  await until(() => board.notes().filter(({ under }) => under === 'robust').length === 3)

  await voteOn(room, 'dots', (options) => map(options, (label) => (label.startsWith('Ne') ? undefined : 1)))
  await voteOn(room, 'wind', (options) => map(options, (label) => (label.startsWith('Louer') ? 2 : -1)))
  const { scenarios } = lea.session!.poll!.paper
  expect(scenarios).toHaveLength(4)
  expect(scenarios).toContain('La ville atelier')

  const last = await voteOn(room, 'vote', (options) => [options[0]!.id])
  expect(last.map(({ label }) => label)).toEqual(['Louer la halle', 'Ouvrir un fonds'])
  expect(last.map(({ from }) => from)).toEqual(['cross', 'cross'])
  const { text } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(text).toContain('Propositions écrites dans «\u00a0Scénarios\u00a0»')
})

test('the desk picks from a list what is taken over, with what the matrix proposes first', async () => {
  const room = await openRoom([
    ...CHAIN.slice(0, 3),
    { id: 'structure', kind: 'micmac', title: 'Variables', settings: { from: 'matrix' } },
  ])
  const { url, made, desk, lea } = room
  const offered = async () => {
    const path = `/api/workshops/${made.workshop.id}/offered`
    const { json } = await http(url, 'GET', path, { token: made.tokens.desk })
    return json as unknown as Offer
  }
  expect(await offered()).toEqual({ notes: [] })
  await desk.do({ kind: 'open', activity: 'scan' })
  await until(() => lea.session?.may.pad === 'sealed')
  write(url, made, lea, 'economic', [
    'Vieillissement',
    'Statut du travail',
    'Budget des villes',
    'Sécheresse',
  ])
  await until(() => desk.counts?.notes === 4)
  await desk.do({ kind: 'reveal' })
  await voteOn(room, 'matrix', (options) => map(options, (label) => PLACES[label]))

  await desk.do({ kind: 'open', activity: 'cross' })
  const { notes } = await offered()
  const labels = (some: Offer['notes']) => some.map(({ label }) => label)
  expect(labels(notes.filter(({ proposed }) => proposed))).toEqual(['Statut du travail', 'Budget des villes'])
  expect(labels(notes.slice(2)).toSorted()).toEqual(['Sécheresse', 'Vieillissement'])
  expect(notes.every(({ from }) => from === 'scan')).toBe(true)
  expect(await desk.command({ kind: 'pick', notes: [notes[0]!.id] })).toMatchObject({ code: 'not-now' })

  await desk.do({ kind: 'open', activity: 'structure' })
  expect(desk.session!.preview).toHaveLength(4)
  expect(await desk.command({ kind: 'pick', notes: ['elsewhere'] })).toMatchObject({ code: 'unknown-option' })
  const three = notes.slice(0, 3).map(({ id }) => id)
  await desk.do({ kind: 'pick', notes: three })
  expect(desk.session!.preview!.map(({ id }) => id).toSorted()).toEqual(three.toSorted())
  expect((await offered()).picked).toEqual(three)
  await desk.do({ kind: 'step' })
  await until(() => lea.session?.poll?.state === 'open')
  expect(lea.session!.poll!.paper.options).toHaveLength(6)
  expect(await desk.command({ kind: 'pick', notes: null })).toMatchObject({ code: 'not-now' })
})
