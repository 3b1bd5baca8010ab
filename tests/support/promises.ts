// What a room was promised, checked on a server: all of it is there, once. Called by the tests that take a server's process or
// its disk away, on what came back.
import { expect } from 'vitest'
import type { Snapshot } from '../../shared/wire.ts'
import { give, pause, type Promised, type Sent } from './busy-room.ts'
import { Device, http, openDoc, until, type Made } from './people.ts'

/** Checks on a server, perhaps another one, that all of it is there, once. Answers how many promises that were. */
export async function checkPromises(
  url: string,
  promised: Promised,
): Promise<{ notes: number; commands: number; ballots: number }> {
  const { made, people } = promised
  const desk = await new Device(url, made.tokens.desk).ready()
  const commands = await checkCommands(url, desk, promised)
  let [notes, ballots] = [0, 0]
  for (const person of people) {
    notes += await checkPad(url, made, person)
    ballots += await checkBallots(url, person)
  }
  if (promised.mode === 'vote')
    await checkCount(
      desk,
      people.map(({ ballots: sent }) => sent),
    )
  desk.socket.close()
  return { notes, commands, ballots }
}

async function checkCommands(url: string, desk: Device, { made, rev, commands }: Promised): Promise<number> {
  const now = async () => {
    const asked = () =>
      http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token: made.tokens.desk })
    let answer = await asked()
    // A server that is just coming back says so, and is asked again.
    await until(
      async () => answer.status !== 503 || (await pause(50), (answer = await asked()).status !== 503),
    )
    return (answer.json as unknown as Snapshot).rev
  }
  const kept = commands.filter(({ answer }) => answer?.ok)
  const before = await now()
  expect(before).toBeGreaterThanOrEqual(rev + kept.length)
  expect(before).toBeLessThanOrEqual(rev + commands.length)
  for (const { id, body, answer } of kept) {
    const again: Sent = { id, body }
    await giveAgain(desk, 'command', again)
    expect(again.answer).toEqual(answer)
  }
  expect(await now()).toBe(before)
  return kept.length
}

type Kept = Promised['people'][number]

async function checkPad(
  url: string,
  made: Made,
  { token, pad, saved, gone, removed }: Kept,
): Promise<number> {
  const sheet = openDoc(url, made, token, pad)
  await until(() => sheet.provider.synced, 15_000)
  const notes = sheet.notes()
  const ids = new Set(notes.map(({ id }) => id))
  expect([...saved].filter((id) => !ids.has(id) && !removed.has(id))).toEqual([])
  expect([...gone].filter((id) => ids.has(id))).toEqual([])
  expect(notes.map(({ text }) => text)).toEqual(notes.map(({ id }) => `note ${id}`))
  sheet.provider.destroy()
  return saved.size + gone.size
}

async function checkBallots(url: string, { token, ballots }: Kept): Promise<number> {
  const kept = ballots.filter(({ answer }) => answer?.ok)
  if (kept.length === 0) return 0
  const phone = await new Device(url, token).ready()
  const mine = phone.session?.poll?.mine as { x: number }
  expect(mine.x).toBeGreaterThanOrEqual(kept.length)
  expect(mine.x).toBeLessThanOrEqual(ballots.length)
  for (const { id, body, answer } of kept) {
    const again: Sent = { id, body }
    await giveAgain(phone, 'ballot', again)
    expect(again.answer).toMatchObject({ receipt: (answer as { receipt: number }).receipt })
  }
  phone.socket.close()
  return kept.length
}

/** Until it is answered; whoever asks hundreds of times in a row is told now and then that this is too fast. */
async function giveAgain(device: Device, word: string, sent: Sent): Promise<void> {
  for (let tries = 0; !sent.answer && tries < 5; tries++) {
    await give(device, word, sent)
    if (!sent.answer) await pause(100)
  }
}

/** Closing counts every hand once, with the last of its ballots that arrived. */
async function checkCount(desk: Device, hands: Sent[][]): Promise<void> {
  await desk.do({ kind: 'pollClose' })
  const { totals } = desk.session!.result as { totals: { x: number } }
  const least = hands.reduce((sum, ballots) => sum + ballots.filter(({ answer }) => answer?.ok).length, 0)
  const most = hands.reduce((sum, ballots) => sum + ballots.length, 0)
  expect(totals.x).toBeGreaterThanOrEqual(least)
  expect(totals.x).toBeLessThanOrEqual(most)
  expect(desk.session!.poll!.voted).toBeLessThanOrEqual(hands.length)
}
