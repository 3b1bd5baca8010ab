// Many hands arrange at once: what stands in the line together is decided in order, stored in one go and answered afterwards.
// The disk fails under them: nobody hears a yes, nothing half is told, and the same words again are carried out once.
import { expect, test } from 'vitest'
import { StoreUnavailable } from '../server/store/errors.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import type { Store } from '../server/store/store.ts'
import { openHouse } from './support/house.ts'
import { clientId, joinPhone, makeWorkshop, openDesk, openDoc, until, type Phone } from './support/people.ts'

const HANDS = 10
const EACH = 4
const PROGRAMME = {
  v: 1 as const,
  title: 'Trier',
  activities: [{ id: 'a1', kind: 'brainstorm', title: 'Trier', question: 'Quoi ?', settings: {} }],
}

/** A store whose writes are counted, held back or refused. */
function watchedStore() {
  const memory = createMemoryStore()
  const seen = { boards: 0, commits: 0, stored: 0 }
  const disk = { fails: '' as '' | 'board' | 'commit', held: Promise.resolve() }
  const down = () => Promise.reject(new StoreUnavailable('the disk is full'))
  const store: Store = {
    ...memory,
    docs: {
      ...memory.docs,
      appendAll(workshop, rows) {
        const board = rows.some(([name]) => name.startsWith('board.'))
        if (board) seen.boards++
        return board && disk.fails === 'board' ? down() : memory.docs.appendAll(workshop, rows)
      },
    },
    workshops: {
      ...memory.workshops,
      async commit(workshop, change) {
        seen.commits++
        await disk.held
        if (disk.fails === 'commit') return down()
        const saved = await memory.workshops.commit(workshop, change)
        if (saved === 'ok') seen.stored += change.answers?.length ?? 0
        return saved
      },
    },
  }
  return { store, seen, disk }
}

async function openSorting() {
  const watched = watchedStore()
  const { url } = await openHouse({ store: watched.store })
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await openDesk(url, made)
  const phones = await Promise.all(Array.from({ length: HANDS }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => phones.every((phone) => phone.session?.may.pad !== 'none'))
  phones.forEach((phone, i) =>
    openDoc(url, made, phone.token, `pad.a1.${phone.seat}`).write(`n${i}`, `Idée ${i}`),
  )
  await until(() => desk.counts?.notes === HANDS)
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'step', to: 'sort' })
  const board = openDoc(url, made, made.tokens.wall, 'board.a1')
  await until(
    () => board.notes().length === HANDS && phones.every((one) => one.session?.may.arrange === true),
  )
  const notes = board.notes().map(({ id }) => id)
  const places = () => new Map(board.notes().map(({ id, at }) => [id, at]))
  return { ...watched, url, made, desk, phones, notes, places }
}

const moveTo = (note: string, at: [number, number]) => ({ kind: 'arrange' as const, moves: [{ note, at }] })

test('ten hands at once: each word is answered in its place, all of them in few writes, the last one counts, and nobody else is sent a snapshot', async () => {
  const { url, made, seen, disk, desk, phones, notes, places } = await openSorting()
  const still = await joinPhone(url, made)
  const snapshots = () => still.heard.filter(({ event }) => event === 'session').length
  const before = { ...seen, rev: desk.session!.rev, snapshots: snapshots() }
  const held = Promise.withResolvers<void>()
  disk.held = held.promise
  const said: { rev: number; note: string; at: [number, number] }[] = []
  const say = async (phone: Phone, i: number, n: number) => {
    const [note, at] = [notes[n % 2]!, [(i + 1) / 20, (n + 1) / 20] as [number, number]]
    const answer = await phone.do(moveTo(note, at))
    if (answer.ok) said.push({ rev: answer.rev, note, at })
  }
  const all = Promise.all(
    phones.flatMap((phone, i) => Array.from({ length: EACH }, (_, n) => say(phone, i, n))),
  )
  // One who may not, in the middle of them, changes nothing for the others.
  const unknown = phones[3]!.command(moveTo('nobody', [0.5, 0.5]))
  await until(() => seen.commits === before.commits + 1)
  expect(said).toEqual([])
  held.resolve()
  await all
  expect(await unknown).toMatchObject({ ok: false, code: 'unknown-option' })
  const revs = said.map(({ rev }) => rev).sort((a, b) => a - b)
  expect(revs).toEqual(Array.from({ length: HANDS * EACH }, (_, n) => before.rev + 1 + n))
  expect(seen.stored - before.stored).toBe(HANDS * EACH)
  expect(seen.boards - before.boards).toBeLessThan((HANDS * EACH) / 2)
  expect(seen.commits - before.commits).toBeLessThan((HANDS * EACH) / 2)
  const last = new Map(said.sort((a, b) => a.rev - b.rev).map(({ note, at }) => [note, at]))
  await until(() => [...last].every(([note, at]) => String(places().get(note)) === String(at)))
  // Whoever only looks on sees it on the board: a snapshot would say nothing new.
  await until(() => desk.session!.rev === revs.at(-1))
  expect(snapshots()).toBe(before.snapshots)
})

test.each(['board', 'commit'] as const)(
  'a %s that cannot be stored: nobody hears a yes, and the same words again are carried out once',
  async (what) => {
    const { disk, desk, phones, notes, places, seen } = await openSorting()
    const { rev } = desk.session!
    const before = seen.stored
    const ids = phones.map(() => clientId())
    const words = phones.map((_, i) => moveTo(notes[i]!, [0.25, (i + 1) / 40]))
    let answered = 0
    disk.fails = what
    phones.forEach((phone, i) => {
      phone.socket.emit('command', { id: ids[i], ...words[i] }, () => answered++)
    })
    await until(() => desk.session?.notSaving === true)
    expect(answered).toBe(0)
    expect(seen.stored).toBe(before)
    expect(desk.session!.rev).toBe(rev)
    disk.fails = ''
    const answers = await Promise.all(phones.map((phone, i) => phone.command(words[i]!, ids[i])))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const again = await Promise.all(phones.map((phone, i) => phone.command(words[i]!, ids[i])))
    expect(again).toEqual(answers)
    await until(() =>
      phones.every((_, i) => String(places().get(notes[i]!)) === String(words[i]!.moves[0]!.at)),
    )
  },
)
