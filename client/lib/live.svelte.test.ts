// The session socket over lost lines: one id per command, new attempts with growing waits, the server's clock only.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Snapshot } from '../../shared/wire.ts'
import { Live } from './live.svelte.ts'
import { FakeStorage } from './storage.fake.ts'
import type { SessionEvents, SessionSocket } from './socket.ts'

interface Line extends SessionSocket {
  events: SessionEvents
  pollingFirst: boolean
  asked: { event: string; payload: { id: string } }[]
  reply: Answer | null
  closed: boolean
}

const OK: Answer = { ok: true, rev: 3 }
let lines: Line[]

function connect(_token: string, pollingFirst: boolean, events: SessionEvents): SessionSocket {
  const line: Line = {
    events,
    pollingFirst,
    asked: [],
    reply: OK,
    closed: false,
    ask: async (event, payload) => {
      line.asked.push({ event, payload: payload as { id: string } })
      return line.reply
    },
    close: () => void (line.closed = true),
  }
  lines.push(line)
  return line
}
const at = (time: string, clock?: Snapshot['clock']) => ({ time, ...(clock ? { clock } : {}) }) as Snapshot

beforeEach(() => {
  lines = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('commands', () => {
  it('wait for the line and are answered once', async () => {
    const live = new Live('t', connect)
    const answer = live.act({ kind: 'hand', up: true })
    expect(lines[0]!.asked).toEqual([])
    lines[0]!.events.up()
    expect(await answer).toEqual(OK)
    expect(lines[0]!.asked[0]).toMatchObject({ event: 'command', payload: { kind: 'hand', up: true } })
    live.close()
  })

  it('keep their id over a lost answer and a new connection', async () => {
    const live = new Live('t', connect)
    lines[0]!.events.up()
    lines[0]!.reply = null
    const answer = live.act({ kind: 'done', on: true })
    lines[0]!.events.down(null)
    await vi.advanceTimersByTimeAsync(6000)
    lines[1]!.events.up()
    expect(await answer).toEqual(OK)
    const ids = lines.flatMap((line) => line.asked.map((one) => one.payload.id))
    expect(ids.length).toBeGreaterThanOrEqual(2)
    expect(new Set(ids).size).toBe(1)
    live.close()
  })

  it('are refused where the seat is', async () => {
    const live = new Live('t', connect)
    const answer = live.act({ kind: 'done', on: true })
    lines[0]!.events.down('not-your-seat')
    expect(await answer).toEqual({ ok: false, code: 'not-your-seat' })
    expect([live.status, live.refusal]).toEqual(['refused', 'not-your-seat'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lines).toHaveLength(1)
  })
})

describe('reconnecting', () => {
  it('spreads over the whole wait: three hundred phones do not come back in one moment', () => {
    const waits = Array.from({ length: 300 }, () => {
      const live = new Live('t', connect)
      const before = vi.getTimerCount()
      lines.at(-1)!.events.down(null)
      expect(vi.getTimerCount()).toBe(before + 1)
      const wait = live.retryIn
      live.close()
      return wait
    })
    expect([...new Set(waits)].sort()).toEqual([1, 2])
  })

  it('tries again with growing waits of at most five seconds, WebSocket and polling first in turn', async () => {
    const live = new Live('t', connect)
    const waits: number[] = []
    for (let i = 0; i < 6; i++) {
      lines.at(-1)!.events.down(null)
      expect(live.status).toBe('offline')
      waits.push(live.retryIn)
      await vi.advanceTimersByTimeAsync(live.retryIn * 1000 + 500)
    }
    expect(lines).toHaveLength(7)
    expect(Math.max(...waits)).toBeLessThanOrEqual(5)
    expect(lines.slice(0, 4).map((line) => line.pollingFirst)).toEqual([false, true, false, true])
    expect(lines.slice(0, -1).every((line) => line.closed)).toBe(true)
    live.close()
  })

  it('waits at random, so that a whole room does not come back at one moment', () => {
    const waits = [0, 0.25, 0.5, 0.75, 0.999].map((luck) => {
      vi.spyOn(Math, 'random').mockReturnValue(luck)
      const live = new Live('t', connect)
      for (let i = 0; i < 4; i++) {
        lines.at(-1)!.events.down(null)
        if (i < 3) live.retry()
      }
      const wait = live.retryIn
      live.close()
      return wait
    })
    vi.mocked(Math.random).mockRestore()
    expect(new Set(waits).size).toBeGreaterThanOrEqual(3)
  })

  it('tries at once when asked, and stops when closed', async () => {
    const live = new Live('t', connect)
    lines[0]!.events.down(null)
    live.retry()
    expect(lines).toHaveLength(2)
    lines[1]!.events.down('busy')
    live.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lines).toHaveLength(2)
  })
})

describe('a device that wakes up', () => {
  const wake = () => window.dispatchEvent(new Event('pageshow'))
  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal('document', new EventTarget())
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('trusts the line it heard lately, and no other', () => {
    const live = new Live('t', connect)
    lines[0]!.events.up()
    wake()
    expect([lines.length, live.status]).toEqual([1, 'live'])
    vi.advanceTimersByTime(26_000)
    wake()
    expect([lines.length, live.status]).toEqual([2, 'offline'])
    live.close()
  })

  it('opens a new one when one of its clocks has slept, or was set, so that the time left is right at once', () => {
    const live = new Live('t', connect)
    lines[0]!.events.up()
    vi.setSystemTime(Date.now() + 5000)
    wake()
    expect(lines).toHaveLength(2)
    lines[1]!.events.up()
    vi.setSystemTime(Date.now() - 86_400_000)
    wake()
    expect(lines).toHaveLength(3)
    live.close()
  })
})

it('a snapshot that a broken poll has swallowed is fetched at the next beat; an older one is not taken', async () => {
  const live = new Live('t', connect)
  lines[0]!.events.up()
  const told = (rev: number) => ({ ...at('2026-06-05T18:30:00Z'), rev, workshop: { id: 'w1' } }) as Snapshot
  lines[0]!.events.session(told(4))
  for (const [rev, taken] of [
    [3, 4],
    [6, 6],
  ] as const) {
    vi.stubGlobal('fetch', async () => Response.json(told(rev)))
    lines[0]!.events.doubt()
    await vi.advanceTimersByTimeAsync(10)
    expect(live.snapshot?.rev).toBe(taken)
  }
  vi.unstubAllGlobals()
  live.close()
})

it('a page older than its server goes at once, and is refused where that did not help', () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('sessionStorage', new FakeStorage())
  const old = new Live('t', connect)
  lines[0]!.events.down('version')
  expect([reload.mock.calls.length, old.status]).toEqual([1, 'connecting'])
  const again = new Live('t', connect)
  lines[1]!.events.down('version')
  expect([reload.mock.calls.length, again.status, again.refusal]).toEqual([1, 'refused', 'version'])
  vi.unstubAllGlobals()
})

describe('the clock', () => {
  it('runs from the server’s time, whatever this device believes', async () => {
    const live = new Live('t', connect)
    lines[0]!.events.up()
    vi.setSystemTime('2001-01-01T00:00:00Z')
    lines[0]!.events.session(at('2026-06-05T18:30:00Z', { endsAt: '2026-06-05T18:31:00Z' }))
    expect(live.left).toBe(60_000)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(live.left).toBeGreaterThan(49_000)
    expect(live.left).toBeLessThan(51_000)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(live.left).toBe(0)
    live.close()
  })

  it('stands while paused, ticks for nobody then, and is null without one', async () => {
    const live = new Live('t', connect)
    lines[0]!.events.up()
    lines[0]!.events.session(at('2026-06-05T18:30:00Z', { left: 42_000 }))
    expect(vi.getTimerCount()).toBe(0)
    expect(live.left).toBe(42_000)
    lines[0]!.events.session(at('2026-06-05T18:30:05Z'))
    expect(live.left).toBeNull()
    live.close()
  })
})

it('the end is told even if no further snapshot comes', () => {
  const live = new Live('t', connect)
  lines[0]!.events.up()
  lines[0]!.events.session(at('2026-06-05T18:30:00Z'))
  lines[0]!.events.ended()
  expect(live.snapshot?.ended).toBe(true)
  live.close()
})
