// The promises about workshops and about the one transaction of a command. Called by contract.ts.
import { expect, test } from 'vitest'
import { WorkshopGone } from './errors.ts'
import type { Commit, Store } from './store.ts'
import { DAY, makeSeat, makeWorkshop, sessionAt, T0 } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

const ANSWER = { seat: 's1', id: 'c1', answer: { ok: true as const, rev: 1 } }
const CHECKPOINT = { activity: 'a1', step: 'write', at: T0 + 5, notes: [{ id: 'n1', text: 'idée' }] }

function change(over: Partial<Commit> = {}): Commit {
  return { session: sessionAt(1), from: 0, at: T0 + 10, ...over }
}

export function workshopsContract(bench: Bench): void {
  creation(bench)
  commits(bench)
  erasure(bench)
}

function creation(bench: Bench): void {
  test('a workshop is found by id and by code, as it was given, after a reopening too', async () => {
    const bare = makeWorkshop('w1')
    const full = makeWorkshop('w2', { place: 'Lyon', date: '2026-11-05', language: 'en', programmeRev: 4 })
    expect(await bench.store().workshops.create(bare, [makeSeat('w1', 's1')])).toBe('ok')
    expect(await bench.store().workshops.create(full, [])).toBe('ok')
    const { workshops, seats } = await bench.reopened()
    expect(await workshops.get('w1')).toEqual(bare)
    expect(await workshops.byCode(full.code)).toEqual(full)
    expect(await seats.list('w1')).toEqual([makeSeat('w1', 's1')])
    expect(await workshops.get('w9')).toBeNull()
    expect(await workshops.byCode('NOBODY')).toBeNull()
  })

  test('a code in use is taken, and nothing of the second workshop is stored', async () => {
    const { workshops, seats } = bench.store()
    await workshops.create(makeWorkshop('w1', { code: 'GRVKMT' }), [])
    const seat = makeSeat('w2', 's1')
    expect(await workshops.create(makeWorkshop('w2', { code: 'GRVKMT' }), [seat])).toBe('taken')
    expect(await workshops.get('w2')).toBeNull()
    expect(await seats.byHash(seat.hash)).toBeNull()
    expect((await workshops.byCode('GRVKMT'))?.id).toBe('w1')
  })

  test('a workshop whose seats cannot be stored is not stored either', async () => {
    const { workshops } = bench.store()
    const seat = makeSeat('w1', 's1')
    await expect(workshops.create(makeWorkshop('w1'), [seat, seat])).rejects.toThrow()
    expect(await workshops.get('w1')).toBeNull()
  })

  test('a programme is saved by compare-and-set on its own revision', async () => {
    const { workshops } = bench.store()
    const { programme } = makeWorkshop('w1')
    await workshops.create(makeWorkshop('w1'), [])
    const longer = { ...programme, title: 'A longer evening' }
    expect(await workshops.saveProgramme('w1', longer, 1)).toBe('ok')
    expect(await workshops.saveProgramme('w1', programme, 1)).toBe('stale')
    expect(await workshops.get('w1')).toMatchObject({
      programme: longer,
      programmeRev: 2,
      session: { rev: 0 },
    })
    expect(await workshops.saveProgramme('w9', programme, 1)).toBe('gone')
  })

  test('untouchedSince lists what no command, programme or document has touched since that time', async () => {
    const store = bench.store()
    for (const id of ['old', 'played', 'planned', 'written'])
      await store.workshops.create(makeWorkshop(id), [])
    await store.workshops.commit('played', change({ at: T0 + DAY }))
    await store.workshops.saveProgramme('planned', makeWorkshop('x').programme, 1)
    await store.docs.append('written', 'board.a1', new Uint8Array([1]))
    expect(await store.workshops.untouchedSince(T0)).toEqual([])
    expect(await store.workshops.untouchedSince(T0 + 1)).toEqual(['old'])
    expect(await store.workshops.untouchedSince(T0 + DAY + 1)).toEqual(['old', 'played'])
  })

  test('an earlier time does not untouch a workshop', async () => {
    const { workshops } = bench.store()
    await workshops.create(makeWorkshop('w1'), [])
    await workshops.commit('w1', change({ at: T0 - DAY }))
    expect((await workshops.get('w1'))?.touchedAt).toBe(T0)
  })
}

function commits(bench: Bench): void {
  test('a commit stores session, time, answer and checkpoint together', async () => {
    await bench.store().workshops.create(makeWorkshop('w1'), [])
    const all = change({ answers: [ANSWER], checkpoint: CHECKPOINT })
    expect(await bench.store().workshops.commit('w1', all)).toBe('ok')
    const { workshops } = await bench.reopened()
    expect(await workshops.get('w1')).toMatchObject({ session: sessionAt(1), touchedAt: T0 + 10 })
    expect(await workshops.answer('w1', 's1', 'c1')).toEqual(ANSWER.answer)
    expect(await workshops.checkpoints('w1')).toEqual([CHECKPOINT])
  })

  test('notes are taken out of the checkpoints by their id, the others stay', async () => {
    const { workshops } = bench.store()
    await workshops.create(makeWorkshop('w1'), [])
    const checkpoint = { ...CHECKPOINT, notes: [{ id: 'n1' }, { id: 'n2' }, { id: 'n3' }] }
    await workshops.commit('w1', change({ checkpoint }))
    await workshops.forgetNotes('w1', ['n1', 'n3', 'nothing'])
    const { workshops: again } = await bench.reopened()
    expect((await again.checkpoints('w1'))[0]?.notes).toEqual([{ id: 'n2' }])
  })

  test('a stale commit changes nothing at all', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await store.ballots.put('w1', { poll: 'p1', seat: 's1', id: 'b1', choice: 'a' })
    const before = await store.workshops.get('w1')
    const stale = change({
      from: 7,
      answers: [ANSWER],
      checkpoint: CHECKPOINT,
      seal: { poll: 'p1', result: {} },
    })
    expect(await store.workshops.commit('w1', stale)).toBe('stale')
    expect(await store.workshops.get('w1')).toEqual(before)
    expect(await store.workshops.answer('w1', 's1', 'c1')).toBeNull()
    expect(await store.workshops.checkpoints('w1')).toEqual([])
    expect(await store.ballots.isSealed('w1', 'p1')).toBe(false)
    expect(await store.ballots.mine('w1', 'p1', 's1')).toBe('a')
  })

  test('of commits from the same revision one wins', async () => {
    const { workshops } = bench.store()
    await workshops.create(makeWorkshop('w1'), [])
    const tries = await Promise.all([1, 2, 3].map(() => workshops.commit('w1', change())))
    expect(tries).toEqual(['ok', 'stale', 'stale'])
    expect(await workshops.commit('w1', change({ session: sessionAt(2), from: 1 }))).toBe('ok')
  })

  test('a commit to a workshop that is not there is gone, and stores nothing', async () => {
    const { workshops } = bench.store()
    expect(await workshops.commit('w9', change({ answers: [ANSWER], checkpoint: CHECKPOINT }))).toBe('gone')
    expect(await workshops.answer('w9', 's1', 'c1')).toBeNull()
    expect(await workshops.checkpoints('w9')).toEqual([])
  })

  test('answers are kept by seat and command for a day', async () => {
    const { workshops } = bench.store()
    await workshops.create(makeWorkshop('w1'), [])
    await workshops.commit('w1', change({ answers: [ANSWER] }))
    const refused = { ok: false as const, code: 'not-now' as const, params: { step: 'vote' } }
    const next = change({
      session: sessionAt(2),
      from: 1,
      at: T0 + DAY,
      answers: [{ seat: 's2', id: 'c1', answer: refused }],
    })
    await workshops.commit('w1', next)
    expect(await workshops.answer('w1', 's1', 'c1')).toEqual(ANSWER.answer)
    expect(await workshops.answer('w1', 's2', 'c1')).toEqual(refused)
    expect(await workshops.answer('w1', 's2', 'c2')).toBeNull()
    const later = change({
      session: sessionAt(3),
      from: 2,
      at: T0 + 2 * DAY,
      answers: [{ ...ANSWER, id: 'c3' }],
    })
    await workshops.commit('w1', later)
    expect(await workshops.answer('w1', 's1', 'c1')).toBeNull()
    expect(await workshops.answer('w1', 's2', 'c1')).toEqual(refused)
  })

  test('checkpoints are listed in the order they were taken', async () => {
    const { workshops } = bench.store()
    await workshops.create(makeWorkshop('w1'), [])
    for (const rev of [1, 2, 3]) {
      const checkpoint = { ...CHECKPOINT, step: `step ${rev}`, at: T0 + 10 - rev }
      await workshops.commit('w1', change({ session: sessionAt(rev), from: rev - 1, checkpoint }))
    }
    expect((await workshops.checkpoints('w1')).map(({ step }) => step)).toEqual([
      'step 1',
      'step 2',
      'step 3',
    ])
  })
}

/** A workshop with something in every place where a workshop can leave something. */
async function lived(store: Store, id: string): Promise<void> {
  await store.workshops.create(makeWorkshop(id), [makeSeat(id, 's1')])
  await store.docs.append(id, 'board.a1', new Uint8Array([1]))
  for (const poll of ['p1', 'p2'])
    await store.ballots.put(id, { poll, seat: 's1', id: `b of ${poll}`, choice: 'a' })
  const all = change({ answers: [ANSWER], checkpoint: CHECKPOINT, seal: { poll: 'p1', result: {} } })
  await store.workshops.commit(id, all)
}

/** All that can still be asked about a workshop. */
async function remains(store: Store, id: string): Promise<unknown[]> {
  const { workshops, seats, docs, ballots } = store
  const { code } = makeWorkshop(id)
  const { hash } = makeSeat(id, 's1')
  const row = [
    workshops.get(id),
    workshops.byCode(code),
    workshops.answer(id, 's1', 'c1'),
    workshops.checkpoints(id),
  ]
  const rest = [seats.byHash(hash), seats.list(id), docs.names(id), docs.load(id, 'board.a1')]
  const boxes = ['p1', 'p2'].flatMap((poll) => [
    ballots.all(id, poll),
    ballots.mine(id, poll, 's1'),
    ballots.voters(id, poll),
    ballots.isSealed(id, poll),
  ])
  return Promise.all([...row, ...rest, ...boxes])
}

function erasure(bench: Bench): void {
  test('erase leaves nothing of the workshop, and everything of the others', async () => {
    const store = bench.store()
    for (const id of ['w1', 'w2']) await lived(store, id)
    const before = await remains(store, 'w2')
    await store.workshops.erase('w1')
    const reopened = await bench.reopened()
    expect(await remains(reopened, 'w1')).toEqual(await remains(reopened, 'never'))
    expect(await remains(reopened, 'w2')).toEqual(before)
    expect(await reopened.workshops.untouchedSince(Number.MAX_SAFE_INTEGER)).toEqual(['w2'])
  })

  test('after erase the code is free again, the id is not', async () => {
    const store = bench.store()
    await lived(store, 'w1')
    const { code } = makeWorkshop('w1')
    await store.workshops.erase('w1')
    await expect(store.workshops.create(makeWorkshop('w1'), [])).rejects.toBeInstanceOf(WorkshopGone)
    expect(await store.workshops.create(makeWorkshop('w2', { code }), [])).toBe('ok')
    expect((await store.workshops.byCode(code))?.id).toBe('w2')
  })

  test('nothing brings an erased workshop back', async () => {
    const store = bench.store()
    await lived(store, 'w1')
    await store.workshops.erase('w1')
    await store.workshops.erase('w1')
    expect(await store.workshops.commit('w1', change({ session: sessionAt(2), from: 1 }))).toBe('gone')
    expect(await store.workshops.saveProgramme('w1', makeWorkshop('w1').programme, 1)).toBe('gone')
    await expect(store.seats.add(makeSeat('w1', 's2'))).rejects.toBeInstanceOf(WorkshopGone)
    const ballot = { poll: 'p2', seat: 's1', id: 'b9', choice: 'a' }
    await expect(store.ballots.put('w1', ballot)).rejects.toBeInstanceOf(WorkshopGone)
    await store.seats.rename('w1', 's1', 'Ada')
    expect(await remains(store, 'w1')).toEqual(await remains(store, 'never'))
  })
}
