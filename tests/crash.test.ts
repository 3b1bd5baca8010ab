// kill -9 at random moments under load: what was acknowledged is there after the restart, once, and nothing that was gone.
import { expect, test } from 'vitest'
import { openBusyRoom } from './support/busy-room.ts'
import { startChild, startFigures, tempDir, type Child } from './support/child.ts'
import { freePort } from './support/ports.ts'
import { converge } from './support/converge.ts'
import { figure, PATIENCE, sized } from './support/forms.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'

const ROUNDS = sized({ short: 12, long: 40, soak: 500 })
const seed = freshSeed()
const MOST_START_WORK_MS = 8000

test(
  `seed ${seed}: killed ${ROUNDS} times, nothing acknowledged is lost, doubled or back from the dead`,
  { timeout: ROUNDS * 20_000 * PATIENCE },
  async () => {
    const random = seeded(seed)
    const [dir, port] = [tempDir(), await freePort()]
    const sum = { notes: 0, commands: 0, ballots: 0 }
    let child = await startChild(dir, port)
    const starts: Child[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const mode = random.chance(0.5) ? 'write' : 'vote'
      const room = await openBusyRoom(child.url, random, mode)
      await new Promise((done) => setTimeout(done, random.int(50, 900)))
      await child.kill()
      const promised = room.promised()
      await room.stop()
      child = await startChild(dir, port)
      starts.push(child)
      const found = await checkPromises(child.url, promised)
      for (const what of ['notes', 'commands', 'ballots'] as const) sum[what] += found[what]
      await converge(room, child.url, promised.made, mode)
      room.leave()
    }
    figure('kill -9', {
      seed,
      rounds: ROUNDS,
      ...sum,
      lost: 0,
      doubled: 0,
      resurrected: 0,
      ...startFigures(starts),
    })
    expect(sum.notes + sum.commands).toBeGreaterThan(ROUNDS * 5)
    expect(Math.max(...starts.map(({ readyWork }) => readyWork))).toBeLessThan(MOST_START_WORK_MS)
  },
)
