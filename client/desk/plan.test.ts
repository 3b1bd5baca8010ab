// Edits of the programme, and what the server's answers mean.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Programme } from '../../shared/programme.ts'
import type { Snapshot } from '../../shared/wire.ts'
import {
  movedEntry,
  putBack,
  saveProgramme,
  squeezed,
  withEntry,
  withMinutes,
  withNotes,
  withoutEntry,
} from './plan.ts'

const entry = (id: string) => ({ id, kind: 'brainstorm', title: id, settings: {} })
const programme: Programme = { v: 1, title: 'La ville', activities: [entry('a'), entry('b'), entry('c')] }
const ids = (plan: Programme) => plan.activities.map(({ id }) => id).join('')

describe('edits', () => {
  it('add, replace, take out and move', () => {
    expect(ids(withEntry(entry('d'))(programme))).toBe('abcd')
    expect(withEntry({ ...entry('b'), title: 'Vote' })(programme).activities[1]!.title).toBe('Vote')
    expect(ids(withoutEntry('b')(programme))).toBe('ac')
    expect(ids(movedEntry('c', -1)(programme))).toBe('acb')
    expect(ids(movedEntry('c', 1)(programme))).toBe('abc')
    expect(ids(movedEntry('gone', 1)(programme))).toBe('abc')
  })

  it('win time back from what is to come, in proportion, and leave two minutes to each', () => {
    const upcoming = [
      { id: 'b', planned: 30 },
      { id: 'c', planned: 10 },
    ]
    const minutes = (over: number) => squeezed(upcoming, over)(programme).activities.map((one) => one.minutes)
    expect(minutes(8)).toEqual([undefined, 24, 8])
    expect(minutes(0)).toEqual([undefined, 30, 10])
    expect(minutes(500)).toEqual([undefined, 2, 2])
  })

  it('are taken back without what others have changed meanwhile', () => {
    const shorter = squeezed([{ id: 'b', planned: 30 }], 8)(programme)
    const renamed = withEntry({ ...shorter.activities[1]!, title: 'Vote' })(shorter)
    const back = withMinutes([entry('b')])(renamed)
    expect(back.activities[1]).toEqual({ ...entry('b'), title: 'Vote' })
    expect(ids(putBack(entry('b'), 1)(withoutEntry('b')(programme)))).toBe('abc')
    expect(putBack(entry('b'), 1)(renamed)).toBe(renamed)
  })

  it('keep notes with their activity, and none where the text is empty', () => {
    const noted = withNotes('b', 'Couper à 18 h 34')(programme)
    expect(noted.activities.map(({ notes }) => notes)).toEqual([undefined, 'Couper à 18 h 34', undefined])
    expect(withNotes('b', '')(noted).activities[1]).not.toHaveProperty('notes')
  })
})

describe('saveProgramme', () => {
  const session = { programme, programmeRev: 7, workshop: { id: 'w1' } } as Snapshot
  afterEach(() => vi.unstubAllGlobals())

  async function saved(status: number) {
    const fetch = vi.fn(async () => new Response(status === 200 ? '{}' : '{"code":"no"}', { status }))
    vi.stubGlobal('fetch', fetch)
    return { result: await saveProgramme(session, 'key', (plan) => plan), fetch }
  }

  it('sends the revision it started from, and the key', async () => {
    const { result, fetch } = await saved(200)
    expect(result).toBe('saved')
    const [path, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect(path).toBe('/api/workshops/w1/programme')
    expect(init.headers).toMatchObject({ 'if-match': '"7"', authorization: 'Bearer key' })
  })

  it('tells a stale programme from a played part', async () => {
    expect((await saved(412)).result).toBe('stale')
    expect((await saved(409)).result).toBe('played')
    expect((await saved(500)).result).toBe('failed')
  })

  it('sends nothing that is not a programme', async () => {
    const fetch = vi.fn()
    vi.stubGlobal('fetch', fetch)
    expect(await saveProgramme(session, 'key', withEntry({ ...entry('d'), title: ' ' }))).toBe('invalid')
    expect(fetch).not.toHaveBeenCalled()
  })
})
