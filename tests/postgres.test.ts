// A whole house on PostgreSQL instead of a file: killed at random moments and its database restarted, it keeps its promises.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBusyRoom } from './support/busy-room.ts'
import { startChild, tempDir } from './support/child.ts'
import { converge } from './support/converge.ts'
import { figure, sized } from './support/forms.ts'
import { freePort } from './support/ports.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded } from './support/random.ts'
import { startPostgres, type Service } from './support/services.ts'

const ROUNDS = sized({ short: 2, long: 20, soak: 100 })
const seed = freshSeed()
let service: Service
beforeAll(async () => {
  service = await startPostgres()
})
afterAll(() => service.stop())

test(
  `seed ${seed}: in ${ROUNDS} rounds the house is killed or its database restarted, nothing acknowledged is lost or doubled`,
  { timeout: ROUNDS * 30_000 },
  async () => {
    const random = seeded(seed)
    const port = await freePort()
    const start = () => startChild(tempDir(), port, { DATABASE_URL: service.url })
    const sum = { notes: 0, commands: 0, ballots: 0 }
    let child = await start()
    for (let round = 0; round < ROUNDS; round++) {
      const mode = round % 4 < 2 ? 'write' : 'vote'
      const room = await openBusyRoom(child.url, random, mode)
      await new Promise((done) => setTimeout(done, random.int(50, 900)))
      if (round % 2 === 0) await service.restart()
      else await child.kill()
      const promised = room.promised()
      await room.stop()
      if (round % 2 === 1) child = await start()
      const found = await checkPromises(child.url, promised)
      for (const what of ['notes', 'commands', 'ballots'] as const) sum[what] += found[what]
      await converge(room, child.url, promised.made, mode)
      room.leave()
    }
    expect(sum.notes + sum.commands).toBeGreaterThan(ROUNDS * 5)
    figure('PostgreSQL', { seed, rounds: ROUNDS, ...sum, lost: 0, doubled: 0 })
  },
)
