// The window of a workshop: pads first, then what they bring to boards; one append for all; nothing shown before it is done.
import { describe, expect, it } from 'vitest'
import { handClock } from '../../tests/support/clock.ts'
import { Window, type Part } from './window.ts'

type Rows = [doc: string, update: Uint8Array][]

function bench() {
  const clock = handClock()
  const said: string[] = []
  const appends: { rows: Rows; done: PromiseWithResolvers<number[]> }[] = []
  /** What a pad brings onto a board is decided here. */
  const onWritten: { do: (pads: string[]) => void } = { do: () => undefined }
  const window = new Window({
    clock,
    append(rows) {
      const done = Promise.withResolvers<number[]>()
      appends.push({ rows, done })
      return done.promise
    },
    written: (pads) => onWritten.do(pads),
  })
  const part = (name: string, isEmpty = false): Part => ({
    name,
    isPad: name.startsWith('pad'),
    take() {
      said.push(`take ${name}`)
      return isEmpty ? null : new Uint8Array([1])
    },
    show(_update, seq) {
      said.push(`show ${name} ${seq}`)
      return 0
    },
    finish: () => void said.push(`finish ${name}`),
    lose: () => void said.push(`lose ${name}`),
  })
  return { clock, said, appends, window, part, onWritten }
}

describe('a window', () => {
  it('takes boards after the pads that change them, and shows all of it after one append', async () => {
    const { clock, said, appends, window, part, onWritten } = bench()
    const [board, pad] = [part('board.a1'), part('pad.a1.s1')]
    onWritten.do = (pads) => {
      said.push(`written ${pads.join()}`)
      window.soon(board)
    }
    window.soon(pad)
    expect(said).toEqual(['take pad.a1.s1', 'written pad.a1.s1', 'take board.a1'])
    expect(appends.map(({ rows }) => rows.map(([doc]) => doc))).toEqual([['pad.a1.s1', 'board.a1']])
    window.soon(pad)
    await clock.wind(100)
    expect(said).toHaveLength(3)
    appends[0]!.done.resolve([4, 9])
    await clock.wind(0)
    const shown = ['show pad.a1.s1 4', 'show board.a1 9', 'finish pad.a1.s1', 'finish board.a1']
    expect(said.slice(3, 7)).toEqual(shown)
  })

  it('begins the next one in another turn, so that those who waited find what is on disk', async () => {
    const { clock, said, appends, window, part } = bench()
    window.soon(part('plan'))
    const over = window.over().then(() => said.push('over'))
    window.soon(part('board.a1'))
    await clock.wind(500)
    appends[0]!.done.resolve([1])
    await over
    expect(said).toEqual(['take plan', 'show plan 1', 'finish plan', 'over'])
    await clock.wind(1)
    expect(said).toContain('take board.a1')
  })

  it('loses all that was in it where the append fails, and nothing else', async () => {
    const { clock, said, appends, window, part } = bench()
    window.soon(part('pad.a1.s1'))
    window.soon(part('pad.a1.s2'))
    appends[0]!.done.reject(new Error('disk full'))
    await clock.wind(100)
    expect(said.slice(1, 3)).toEqual(['lose pad.a1.s1', 'finish pad.a1.s1'])
    expect(said).toContain('take pad.a1.s2')
    expect(said).not.toContain('lose pad.a1.s2')
  })

  it('appends nothing where nothing changed, and goes on at once', async () => {
    const { clock, said, appends, window, part } = bench()
    await window.turn()
    window.soon(part('plan', true))
    expect([said, appends]).toEqual([['take plan', 'finish plan'], []])
    await clock.wind(100)
    const gone = part('board.a1')
    window.soon(part('plan', true))
    window.soon(gone)
    window.drop(gone)
    await clock.wind(100)
    expect(said).not.toContain('take board.a1')
  })
})
