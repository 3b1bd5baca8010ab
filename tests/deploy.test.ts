// Deploys in the middle of the work: SIGTERM under load, a new process on the same folder, and everybody goes on.
// What was acknowledged is there, once; and a house with two hundred rooms in its files is open as fast as an empty one.
import { expect, test } from 'vitest'
import { openBusyRoom } from './support/busy-room.ts'
import { startChild, startFigures, tempDir, type Child } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { converge } from './support/converge.ts'
import { figure, formOf, PATIENCE, sized } from './support/forms.ts'
import { makeWorkshop } from './support/people.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'

const DEPLOYS = sized({ short: 3, long: 20, soak: 50 })
const ROOMS = sized({ short: 20, long: 200, soak: 200 })
const seed = freshSeed()

test(
  `seed ${seed}: ${DEPLOYS} deploys under load, nothing acknowledged is lost or doubled`,
  { timeout: DEPLOYS * 30_000 * PATIENCE },
  async () => {
    const random = seeded(seed)
    const [dir, port] = [tempDir(), await freePort()]
    const sum = { notes: 0, commands: 0, ballots: 0 }
    const stops: number[] = []
    const starts: Child[] = []
    let child = await startChild(dir, port)
    for (let deploy = 0; deploy < DEPLOYS; deploy++) {
      const mode = random.chance(0.5) ? 'write' : 'vote'
      const room = await openBusyRoom(child.url, random, mode)
      await new Promise((done) => setTimeout(done, random.int(100, 900)))
      const { code, ms } = await child.stop()
      expect(code).toBe(0)
      stops.push(ms)
      const promised = room.promised()
      await room.stop()
      child = await startChild(dir, port)
      starts.push(child)
      const found = await checkPromises(child.url, promised)
      for (const what of ['notes', 'commands', 'ballots'] as const) sum[what] += found[what]
      await converge(room, child.url, promised.made, mode)
      room.leave()
    }
    figure('deploys', {
      seed,
      deploys: DEPLOYS,
      ...sum,
      lost: 0,
      doubled: 0,
      'slowest stop, ms': Math.round(Math.max(...stops)),
      ...startFigures(starts),
    })
    expect(sum.notes + sum.commands).toBeGreaterThan(DEPLOYS * 5)
    expect(Math.max(...stops)).toBeLessThan(10_000)
  },
)

test(`a house with ${ROOMS} rooms in its files opens`, { timeout: 120_000 * PATIENCE }, async () => {
  const [dir, port] = [tempDir(), await freePort()]
  const empty = await startChild(dir, port)
  for (let n = 0; n < ROOMS; n += 10)
    await Promise.all(Array.from({ length: 10 }, () => makeWorkshop(empty.url)))
  await empty.kill()
  const starts: Child[] = []
  for (let n = 0; n < sized({ short: 1, long: 5, soak: 10 }); n++) {
    const child = await startChild(dir, port)
    starts.push(child)
    await child.kill()
  }
  const quickest = Math.round(Math.min(...starts.map(({ readyAfter }) => readyAfter)))
  figure('a start with stored rooms', {
    rooms: ROOMS,
    starts: starts.length,
    'quickest start, ms': quickest,
    ...startFigures(starts),
  })
  if (formOf() !== 'short') expect(quickest).toBeLessThan(2000)
})
