// The promises about ballot boxes: one hand, one ballot; and after the seal no way from a hand to its choice. Called by contract.ts.
import { expect, test } from 'vitest'
import type { PutAnswer, Store } from './store.ts'
import { makeWorkshop, sessionAt, T0 } from './contract-samples.ts'
import type { Bench } from './contract-samples.ts'

function put(store: Store, seat: string, id: string, choice: unknown, poll = 'p1'): Promise<PutAnswer> {
  return store.ballots.put('w1', { poll, seat, id, choice })
}

/** Seals polls of w1, which is made for it, one commit each. */
async function seal(store: Store, ...polls: string[]): Promise<void> {
  await store.workshops.create(makeWorkshop('w1'), [])
  for (const [from, poll] of polls.entries()) {
    const change = { session: sessionAt(from + 1), from, at: T0, seal: { poll, result: { total: 3 } } }
    expect(await store.workshops.commit('w1', change)).toBe('ok')
  }
}

export function ballotsContract(bench: Bench): void {
  whileOpen(bench)
  afterTheSeal(bench)
}

function whileOpen(bench: Bench): void {
  test('the last ballot of a seat counts, and receipts count from 1', async () => {
    const store = bench.store()
    expect(await put(store, 's1', 'b1', { a: 1 })).toEqual({ receipt: 1, fresh: true })
    expect(await put(store, 's1', 'b2', { a: 2 })).toEqual({ receipt: 2, fresh: true })
    expect(await put(store, 's2', 'b3', { a: 1 })).toEqual({ receipt: 1, fresh: true })
    expect(await put(store, 's1', 'b4', 'x', 'p2')).toEqual({ receipt: 1, fresh: true })
    const { ballots } = await bench.reopened()
    expect(await ballots.mine('w1', 'p1', 's1')).toEqual({ a: 2 })
    expect(await ballots.all('w1', 'p1')).toEqual([{ a: 1 }, { a: 2 }])
    expect(await ballots.voters('w1', 'p1')).toEqual(['s1', 's2'])
    expect(await ballots.isSealed('w1', 'p1')).toBe(false)
  })

  test('100 concurrent ballots of one seat leave one, with receipts from 1 to 100', async () => {
    const store = bench.store()
    const puts = Array.from({ length: 100 }, (_, index) => put(store, 's1', `b${index}`, index))
    const receipts = (await Promise.all(puts)).map((answer) =>
      typeof answer === 'string' ? answer : answer.receipt,
    )
    expect(receipts).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(await store.ballots.all('w1', 'p1')).toEqual([99])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s1'])
  })

  test('the same id again answers its first receipt and changes nothing, also when it was replaced since', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', { a: 1, b: 2 })
    expect(await put(store, 's1', 'b1', { b: 2, a: 1 })).toEqual({ receipt: 1, fresh: false })
    await put(store, 's1', 'b2', { a: 0 })
    expect(await put(store, 's1', 'b1', { a: 1, b: 2 })).toEqual({ receipt: 1, fresh: false })
    expect(await store.ballots.mine('w1', 'p1', 's1')).toEqual({ a: 0 })
    expect(await put(store, 's1', 'b3', { a: 3 })).toEqual({ receipt: 3, fresh: true })
  })

  test('the same id with another content is answered the same and changes nothing', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', { a: 1 })
    await put(store, 's1', 'b2', { a: 2 })
    expect(await put(store, 's1', 'b1', { a: 2 })).toEqual({ receipt: 1, fresh: false })
    expect(await put(store, 's1', 'b2', null)).toEqual({ receipt: 2, fresh: false })
    expect(await store.ballots.mine('w1', 'p1', 's1')).toEqual({ a: 2 })
    expect(await put(store, 's2', 'b1', { a: 9 })).toEqual({ receipt: 1, fresh: true })
  })

  test('a withdrawn ballot has its receipt but counts nowhere, until there is another', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', 'a')
    await put(store, 's2', 'b2', 'b')
    expect(await put(store, 's1', 'b3', null)).toEqual({ receipt: 2, fresh: true })
    expect(await put(store, 's1', 'b3', null)).toEqual({ receipt: 2, fresh: false })
    expect(await store.ballots.all('w1', 'p1')).toEqual(['b'])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s2'])
    expect(await store.ballots.mine('w1', 'p1', 's1')).toBeUndefined()
    expect(await put(store, 's1', 'b4', 'c')).toEqual({ receipt: 3, fresh: true })
    expect(await store.ballots.all('w1', 'p1')).toEqual(['b', 'c'])
  })

  test('who leaves has no ballot in any open poll, nor had one; sealed polls stay as they are', async () => {
    const store = bench.store()
    for (const poll of ['p1', 'p2', 'p3'])
      for (const seat of ['s1', 's2']) await put(store, seat, `${poll}${seat}`, seat, poll)
    await seal(store, 'p3')
    await store.ballots.withdraw('w1', 's1')
    const { ballots } = await bench.reopened()
    for (const poll of ['p1', 'p2']) {
      expect(await ballots.hands('w1', poll)).toEqual([{ seat: 's2', choice: 's2' }])
      expect(await ballots.voters('w1', poll)).toEqual(['s2'])
      expect(await ballots.mine('w1', poll, 's1')).toBeUndefined()
    }
    expect(await ballots.all('w1', 'p3')).toEqual(['s1', 's2'])
    expect(await ballots.voters('w1', 'p3')).toEqual(['s1', 's2'])
  })

  test('ballots that follow their paper count instead, and a repeated id is answered as before', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    for (const [seat, choice] of ['a', 'b', 'c'].entries()) await put(store, `s${seat}`, `b${seat}`, choice)
    expect(await store.ballots.hands('w1', 'p1')).toEqual([
      { seat: 's0', choice: 'a' },
      { seat: 's1', choice: 'b' },
      { seat: 's2', choice: 'c' },
    ])
    const hands = [
      { seat: 's0', choice: 'b' },
      { seat: 's2', choice: null },
    ]
    const change = { session: sessionAt(1), from: 0, at: T0, adjust: { poll: 'p1', id: 'paper.2', hands } }
    expect(await store.workshops.commit('w1', { ...change, from: 7 })).toBe('stale')
    expect(await store.ballots.all('w1', 'p1')).toEqual(['a', 'b', 'c'])
    expect(await store.workshops.commit('w1', change)).toBe('ok')
    expect(await store.ballots.all('w1', 'p1')).toEqual(['b', 'b'])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s0', 's1'])
    expect(await put(store, 's0', 'b0', 'a')).toEqual({ receipt: 1, fresh: false })
    expect(await store.ballots.mine('w1', 'p1', 's0')).toBe('b')
    expect(await put(store, 's2', 'b9', 'b')).toEqual({ receipt: 3, fresh: true })
  })

  test('known answers only for ids that were accepted, and changes nothing', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', { a: 1 })
    const known = (seat: string, id: string, choice: unknown) =>
      store.ballots.known('w1', { poll: 'p1', seat, id, choice })
    expect(await known('s1', 'b1', { a: 1 })).toEqual({ receipt: 1, fresh: false })
    expect(await known('s1', 'b1', { a: 2 })).toEqual({ receipt: 1, fresh: false })
    expect([await known('s1', 'b2', { a: 1 }), await known('s2', 'b1', { a: 1 })]).toEqual([null, null])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s1'])
  })

  test('the order of the choices tells nothing of the order of the hands', async () => {
    const store = bench.store()
    const hands = ['s3', 's1', 's2', 's5', 's4']
    for (const [index, seat] of hands.entries())
      await put(store, seat, `b${index}`, ['d', 'b', 'e', 'a', 'c'][index], 'p1')
    for (const [index, seat] of hands.entries())
      await put(store, seat, `b${index}`, ['a', 'c', 'b', 'd', 'e'][index], 'p2')
    expect(await store.ballots.all('w1', 'p1')).toEqual(await store.ballots.all('w1', 'p2'))
  })

  test('an empty box has no ballots, no voters, and nobody has voted in it', async () => {
    const { ballots } = bench.store()
    expect(await ballots.all('w1', 'p1')).toEqual([])
    expect(await ballots.voters('w1', 'p1')).toEqual([])
    expect(await ballots.mine('w1', 'p1', 's1')).toBeUndefined()
  })
}

function afterTheSeal(bench: Bench): void {
  test('the seal keeps the bare choices sorted by content and the voters apart; nobody has a ballot of their own', async () => {
    const store = bench.store()
    await put(store, 's2', 'b1', { a: 2 })
    await put(store, 's3', 'b2', { a: 1 })
    await put(store, 's1', 'b3', { b: 1, a: 1 })
    await put(store, 's4', 'b4', { a: 1 })
    await put(store, 's4', 'b5', null)
    await seal(store, 'p1')
    const { ballots } = await bench.reopened()
    expect(await ballots.all('w1', 'p1')).toEqual([{ a: 1, b: 1 }, { a: 1 }, { a: 2 }])
    expect(await ballots.voters('w1', 'p1')).toEqual(['s1', 's2', 's3'])
    expect(await ballots.isSealed('w1', 'p1')).toBe(true)
    for (const seat of ['s1', 's2', 's3', 's4']) expect(await ballots.mine('w1', 'p1', seat)).toBeUndefined()
  })

  test('after the seal a fresh id is sealed, a known one has its receipt, withdrawn and replaced ones too', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', 'a')
    await put(store, 's1', 'b2', 'b')
    await put(store, 's2', 'b3', 'c')
    await put(store, 's2', 'b4', null)
    await seal(store, 'p1')
    expect(await put(store, 's1', 'b9', 'a')).toBe('sealed')
    expect(await put(store, 's9', 'b1', 'a')).toBe('sealed')
    expect(await put(store, 's1', 'b9', null)).toBe('sealed')
    expect(await put(store, 's1', 'b1', 'a')).toEqual({ receipt: 1, fresh: false })
    expect(await put(store, 's1', 'b2', 'b')).toEqual({ receipt: 2, fresh: false })
    expect(await put(store, 's2', 'b4', null)).toEqual({ receipt: 2, fresh: false })
    expect(await store.ballots.all('w1', 'p1')).toEqual(['b'])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s1'])
  })

  test('a seal keeps the choices it was given, sorted, and no hand leads to any', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    await put(store, 's1', 'b1', { voices: ['b', 'a'] })
    const sealing = { poll: 'p1', result: null, choices: ['b', 'a', 'c'] }
    await store.workshops.commit('w1', { session: sessionAt(1), from: 0, at: T0, seal: sealing })
    const { ballots } = await bench.reopened()
    expect(await ballots.all('w1', 'p1')).toEqual(['a', 'b', 'c'])
    expect(await ballots.voters('w1', 'p1')).toEqual(['s1'])
    expect(await ballots.hands('w1', 'p1')).toEqual([])
  })

  test('a seal is for ever: sealing again changes nothing in the box', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', 'a')
    await seal(store, 'p1', 'p1')
    expect(await store.ballots.all('w1', 'p1')).toEqual(['a'])
    expect(await store.ballots.voters('w1', 'p1')).toEqual(['s1'])
    expect((await store.workshops.get('w1'))?.session.rev).toBe(2)
  })

  test('a seal touches its own poll only', async () => {
    const store = bench.store()
    await put(store, 's1', 'b1', 'a')
    await put(store, 's1', 'b2', 'b', 'p2')
    await put(store, 's1', 'b3', 'c', 'p2')
    await store.ballots.put('w2', { poll: 'p1', seat: 's1', id: 'b1', choice: 'd' })
    await seal(store, 'p1')
    expect(await store.ballots.isSealed('w2', 'p1')).toBe(false)
    expect(await store.ballots.mine('w2', 'p1', 's1')).toBe('d')
    expect(await store.ballots.mine('w1', 'p2', 's1')).toBe('c')
    expect(await put(store, 's1', 'b2', 'b', 'p2')).toEqual({ receipt: 1, fresh: false })
    expect(await put(store, 's1', 'b4', 'e', 'p2')).toEqual({ receipt: 3, fresh: true })
  })

  test('an empty box can be sealed', async () => {
    const store = bench.store()
    await seal(store, 'p1')
    expect(await store.ballots.isSealed('w1', 'p1')).toBe(true)
    expect(await store.ballots.all('w1', 'p1')).toEqual([])
    expect(await put(store, 's1', 'b1', 'a')).toBe('sealed')
  })

  test('a ballot sent before the seal is counted or refused, never both and never neither', async () => {
    const store = bench.store()
    await store.workshops.create(makeWorkshop('w1'), [])
    const hands = Array.from({ length: 40 }, (_, index) => `s${index}`)
    const change = { session: sessionAt(1), from: 0, at: T0, seal: { poll: 'p1', result: null } }
    const calls = hands.map((seat, index) => {
      const answer = put(store, seat, `b${index}`, index)
      return index === 20 ? store.workshops.commit('w1', change).then(() => answer) : answer
    })
    const accepted = (await Promise.all(calls)).flatMap((answer, index) =>
      answer === 'sealed' ? [] : [index],
    )
    expect(accepted).toEqual(Array.from({ length: 21 }, (_, index) => index))
    expect((await store.ballots.all('w1', 'p1')).map(Number).sort((a, b) => a - b)).toEqual(accepted)
  })
}
