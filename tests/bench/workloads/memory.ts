// What a room of 50 notes holds of a server's memory: while people are there, and once they have left.
// Called by generator.ts.
import { cpuSeconds, heldBytes, pause } from '../meter.ts'
import { openCrowd, range, type Crowd } from '../host/crowd.ts'
import { inTurn } from '../host/workshop.ts'
import type { Target } from '../start.ts'
import { seed } from './storm.ts'

export interface MemoryFigures {
  rooms: number
  /** Bytes a room, with its people. */
  open: number
  /** Bytes a room, nobody there. */
  left: number
  /** Bytes that so many open rooms hold together, and milliseconds of CPU that each of the last quarter took to open. */
  growth: { rooms: number; bytes: number; ms: number }[]
}

const NOTES = 50
const AT_ONCE = 8
/** Rooms made before: compiled code is not what is measured. */
const WARM = 60
/** Ours lets a document go 10 s after its last reader, in rounds of 5 s; the peers at once or never. */
const UNTIL_UNLOADED = 17_000
const AT_ONCE_OR_NEVER = 3_000
const QUARTERS = 4

export async function memory(target: Target, rooms: number): Promise<MemoryFigures> {
  const warm = await fill(
    target,
    range(WARM).map((i) => `warm${i}`),
  )
  const start = await heldBytes(target.pid, target.probe)
  const crowds: Crowd[] = []
  const growth: MemoryFigures['growth'] = []
  for (const quarter of range(QUARTERS)) {
    const names = range(rooms / QUARTERS).map((i) => `q${quarter}r${i}`)
    const before = cpuSeconds(target.pid)
    crowds.push(...(await fill(target, names)))
    const ms = ((cpuSeconds(target.pid) - before) * 1000) / names.length
    growth.push({ rooms: crowds.length, bytes: (await heldBytes(target.pid, target.probe)) - start, ms })
  }
  const open = growth.at(-1)!.bytes / rooms
  for (const crowd of crowds) crowd.close()
  await pause(target.kind === 'house' ? UNTIL_UNLOADED : AT_ONCE_OR_NEVER)
  const left = ((await heldBytes(target.pid, target.probe)) - start) / rooms
  for (const crowd of warm) crowd.close()
  return { rooms, open, left, growth }
}

async function fill(target: Target, names: string[]): Promise<Crowd[]> {
  return inTurn(names, AT_ONCE, async (name) => {
    const crowd = await openCrowd(target, 1, name)
    await seed(crowd, NOTES)
    return crowd
  })
}
