// kill -9 at random moments under load: what was acknowledged is there after the restart, once, and nothing that was gone.
import { expect, test } from 'vitest'
import { openBusyRoom, pause } from './support/busy-room.ts'
import { startChild, startFigures, tempDir, type Child } from './support/child.ts'
import { Device, makeWorkshop, until } from './support/people.ts'
import { freePort } from './support/ports.ts'
import { converge } from './support/converge.ts'
import { figure, PATIENCE, sized } from './support/forms.ts'
import { checkPromises } from './support/promises.ts'
import { freshSeed, seeded, type Random } from './support/random.ts'

const ROUNDS = sized({ short: 40, long: 40, soak: 500 })
/** Houses that are killed side by side, each with its own files. */
const HOUSES = 4
const seed = freshSeed()
const MOST_START_WORK_MS = 8000

interface Sum {
  notes: number
  commands: number
  ballots: number
}

test(
  `seed ${seed}: killed ${ROUNDS} times, nothing acknowledged is lost, doubled or back from the dead`,
  { timeout: ROUNDS * 20_000 * PATIENCE },
  async () => {
    const starts: Child[] = []
    const houses = Array.from({ length: HOUSES }, (_, i) => killOften(seeded(seed + i), starts))
    const sums = await Promise.all(houses)
    const sum = (what: keyof Sum) => sums.reduce((all, one) => all + one[what], 0)
    const done = { notes: sum('notes'), commands: sum('commands'), ballots: sum('ballots') }
    const none = { lost: 0, doubled: 0, resurrected: 0 }
    figure('kill -9', { seed, rounds: ROUNDS, houses: HOUSES, ...done, ...none, ...startFigures(starts) })
    // However little a busy machine gets done before the next kill.
    expect(done.notes + done.commands).toBeGreaterThan(ROUNDS)
    expect(starts).toHaveLength(ROUNDS)
    expect(Math.max(...starts.map(({ readyWork }) => readyWork))).toBeLessThan(MOST_START_WORK_MS)
  },
)

/** One house's share of the rounds; the starts after each kill go to the common list. */
async function killOften(random: Random, starts: Child[]): Promise<Sum> {
  const [dir, port] = [tempDir(), await freePort()]
  const sum: Sum = { notes: 0, commands: 0, ballots: 0 }
  let child = await startChild(dir, port)
  for (let round = 0; round < ROUNDS / HOUSES; round++) {
    const mode = random.chance(0.5) ? 'write' : 'vote'
    const room = await openBusyRoom(child.url, random, mode)
    await pause(random.int(50, 900))
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
  await child.kill()
  return sum
}

/** Lets something go wrong that nobody has thought of, when the signal comes. */
const MISHAP = 'process.on("SIGUSR2",()=>Promise.reject(new Error("nobody thought of it")))'

test(
  'T10: what nobody has thought of ends the process; what was acknowledged is there after its restart',
  { timeout: 240_000 },
  async () => {
    const [dir, port] = [tempDir(), await freePort()]
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MISHAP)}` }
    const child = await startChild(dir, port, env)
    const made = await makeWorkshop(child.url)
    const desk = await new Device(child.url, made.tokens.desk).ready()
    const { rev } = (await desk.do({ kind: 'open', activity: 'a1' })) as { rev: number }
    child.process.kill('SIGUSR2')
    await until(() => child.process.exitCode !== null, 60_000)
    expect(child.process.exitCode).toBe(1)
    expect(child.output()).toContain('nobody thought of it')
    const again = await startChild(dir, port)
    const back = await new Device(again.url, made.tokens.desk).ready()
    expect(back.session).toMatchObject({ rev, now: { activity: 'a1' } })
  },
)
