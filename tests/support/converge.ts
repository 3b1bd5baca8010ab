// After a restart: the phones of a busy room come back, and everybody sees the same. Called by the tests that end a process.
import { expect } from 'vitest'
import type { BusyRoom } from './busy-room.ts'
import { openDoc, until, type Made } from './people.ts'

/** The phones come back by themselves, hand in what had not been saved, and everybody sees the same. */
export async function converge(room: BusyRoom, url: string, made: Made, mode: string): Promise<void> {
  await until(
    () => room.pads.every((pad) => pad.provider.synced && pad.ids().every((id) => pad.saved().has(id))),
    20_000,
  )
  const boards = [made.tokens.desk, made.tokens.wall].map((token) => openDoc(url, made, token, 'board.a1'))
  await until(() => boards.every(({ provider }) => provider.synced), 10_000)
  const written = () => room.pads.flatMap((pad) => pad.ids().map((id) => `note ${id}`)).sort()
  const shown = (i: number) =>
    boards[i]!.notes()
      .map(({ text }) => text)
      .sort()
  // As many are not the same: one may still have to go while another has yet to come.
  const same = (a: string[], b: string[]) => a.join('\n') === b.join('\n')
  if (mode === 'write') {
    await until(() => same(shown(1), written()), 20_000).catch(() => undefined)
    expect(shown(1)).toEqual(written())
  }
  await until(() => same(shown(0), shown(1)), 10_000).catch(() => undefined)
  expect(shown(0)).toEqual(shown(1))
  for (const { provider } of boards) provider.destroy()
}
