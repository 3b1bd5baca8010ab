// The ballot between thumb and disk: never lost, never sent under two ids, honest about where it is.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, PollView, Snapshot } from '../../shared/wire.ts'
import { Ballot, type BallotBox } from './ballot.svelte.ts'
import { FakeStorage } from './storage.fake.ts'

type Dots = Record<string, number>

/** A box whose answers are given by hand, in the order of sending. */
class Box implements BallotBox {
  snapshot: Snapshot | null = $state.raw(null)
  status = $state('live')
  sent: { poll: string; choice: unknown; id: string; answer: (answer: Answer) => void }[] = []

  constructor(mine?: Dots, state: 'open' | 'closed' = 'open') {
    this.tell(mine, state)
  }

  sendBallot(poll: string, choice: unknown, id: string): Promise<Answer> {
    return new Promise((answer) => this.sent.push({ poll, choice, id, answer }))
  }

  tell(mine?: Dots, state: 'open' | 'closed' = 'open'): void {
    const poll = { id: 'p1', state, ...(mine ? { mine } : {}) } as PollView
    this.snapshot = {
      workshop: { code: 'GRVKMT' },
      seat: { id: 's1', role: 'participant' },
      poll,
    } as Snapshot
  }

  /** Answers the n-th ballot and lets what waits for it run. */
  async answer(n: number, answer: Answer): Promise<void> {
    this.sent[n]!.answer(answer)
    await settle()
  }
}

const OK: Answer = { ok: true, rev: 1, receipt: 1 }
const settle = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  FakeStorage.full = false
  vi.stubGlobal('localStorage', new FakeStorage())
  vi.stubGlobal('sessionStorage', new FakeStorage())
})

describe('a ballot', () => {
  it('shows the choice at once and says when it is recorded', async () => {
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    expect([ballot.choice, ballot.state]).toEqual([null, 'none'])
    ballot.set({ a: 1 })
    expect([ballot.choice, ballot.state]).toEqual([{ a: 1 }, 'sending'])
    await box.answer(0, OK)
    expect([ballot.choice, ballot.state]).toEqual([{ a: 1 }, 'saved'])
    expect(box.sent[0]!.id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is kept while the phone is offline, and says so', () => {
    const box = new Box()
    box.status = 'offline'
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    expect(ballot.state).toBe('kept')
  })

  it('survives a reload under the same id until it is acknowledged', async () => {
    const first = new Box()
    new Ballot<Dots>(first, 'p1').set({ a: 2 })
    const second = new Box()
    const again = new Ballot<Dots>(second, 'p1')
    expect([again.choice, again.state]).toEqual([{ a: 2 }, 'sending'])
    expect(second.sent.map((one) => one.id)).toEqual(first.sent.map((one) => one.id))
    await second.answer(0, OK)
    const third = new Box({ a: 2 })
    new Ballot<Dots>(third, 'p1')
    expect(third.sent).toEqual([])
  })

  it('sends only the newest of several quick changes after the one under way', async () => {
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    for (const n of [1, 2, 3]) ballot.set({ a: n })
    expect(box.sent).toHaveLength(1)
    await box.answer(0, OK)
    expect(box.sent.map((one) => one.choice)).toEqual([{ a: 1 }, { a: 3 }])
    expect(ballot.state).toBe('sending')
    await box.answer(1, OK)
    expect([ballot.choice, ballot.state]).toEqual([{ a: 3 }, 'saved'])
  })

  it('falls back to the acknowledged choice when it is refused, with the reason', async () => {
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    await box.answer(0, OK)
    ballot.set({ a: 9 })
    await box.answer(1, { ok: false, code: 'too-many' })
    expect([ballot.choice, ballot.state, ballot.refusal]).toEqual([{ a: 1 }, 'refused', 'too-many'])
    ballot.set({ a: 2 })
    expect(ballot.refusal).toBeNull()
  })

  it('tries again under the same id when the server is only too busy', async () => {
    vi.useFakeTimers()
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    box.sent[0]!.answer({ ok: false, code: 'too-fast' })
    await vi.advanceTimersByTimeAsync(1100)
    vi.useRealTimers()
    expect(box.sent).toHaveLength(2)
    expect(box.sent[1]!.id).toBe(box.sent[0]!.id)
    expect(ballot.state).toBe('sending')
  })

  it('follows what the server knows of this seat: another device, a refund', () => {
    const box = new Box({ a: 1 })
    const ballot = new Ballot<Dots>(box, 'p1')
    expect([ballot.choice, ballot.state]).toEqual([{ a: 1 }, 'saved'])
    box.tell({ b: 2 })
    expect(ballot.choice).toEqual({ b: 2 })
  })

  it('still shows one’s own choice after closing, when the server no longer tells it', async () => {
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    await box.answer(0, OK)
    box.tell(undefined, 'closed')
    expect(ballot.choice).toEqual({ a: 1 })
    const reloaded = new Ballot<Dots>(new Box(undefined, 'closed'), 'p1')
    expect(reloaded.choice).toEqual({ a: 1 })
  })

  it('leaves nothing of its choice on the device once it is recorded: only that there was one', async () => {
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    expect(JSON.stringify({ ...localStorage })).toContain('choice')
    await box.answer(0, OK)
    expect({ ...localStorage }).toEqual({ 'tablee/GRVKMT/ballot/p1': '{"given":true}' })
    vi.stubGlobal('sessionStorage', new FakeStorage())
    const elsewhere = new Ballot<Dots>(new Box(undefined, 'closed'), 'p1')
    expect([elsewhere.choice, elsewhere.forgotten, ballot.forgotten]).toEqual([null, true, false])
  })

  it('does not take away the newer ballot that another tab still has to send', async () => {
    const box = new Box()
    new Ballot<Dots>(box, 'p1').set({ a: 1 })
    const other = new Box()
    const newer = new Ballot<Dots>(other, 'p1')
    newer.set({ a: 7 })
    await box.answer(0, OK)
    const third = new Box()
    expect(new Ballot<Dots>(third, 'p1').choice).toEqual({ a: 7 })
  })

  it('withdraws with null', async () => {
    const box = new Box({ a: 1 })
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set(null)
    expect(box.sent[0]!.choice).toBeNull()
    await box.answer(0, OK)
    expect([ballot.choice, ballot.state]).toEqual([null, 'none'])
  })

  it('works in a browser that keeps nothing', async () => {
    FakeStorage.full = true
    const box = new Box()
    const ballot = new Ballot<Dots>(box, 'p1')
    ballot.set({ a: 1 })
    await box.answer(0, OK)
    expect(ballot.state).toBe('saved')
  })
})
