// A part of the assembly in a process of its own: thousands of members who do what they are told. Started by hall.ts.
import { Latencies } from '../bench/meter.ts'
import { Member, pause, type Hall } from './member.ts'

export type Told =
  | { do: 'join'; from: number; count: number }
  /** Everybody votes at some moment within so many milliseconds. */
  | { do: 'vote'; poll: string; within: number }
  | { do: 'ports'; ports: number[] }
  | { do: 'tell' }

/** Where this part stands. */
export interface Standing {
  members: number
  ready: number
  answered: number
  /** Milliseconds from a ballot to its answer. */
  p50: number
  p99: number
  slowest: number
}

const hall = JSON.parse(process.argv[2]!) as Hall
const members: Member[] = []
/** Seats asked for at the same time: the rest of a wave queues here, as people do at a door. */
const AT_ONCE = 24

async function join(from: number, count: number): Promise<void> {
  const wave = Array.from({ length: count }, (_, i) => new Member(hall, from + i))
  members.push(...wave)
  const queue = [...wave]
  const door = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await next.join()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, door))
}

function vote(poll: string, within: number): void {
  for (const member of members) void pause(Math.random() * within).then(() => member.vote(poll))
}

function standing(): Standing {
  const times = members.flatMap(({ answered }) => answered ?? [])
  const latencies = new Latencies()
  for (const time of times) latencies.add(time)
  return {
    members: members.length,
    ready: members.filter(({ isReady }) => isReady).length,
    answered: times.length,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    slowest: times.reduce((most, time) => Math.max(most, time), 0),
  }
}

process.on('message', (told: Told) => {
  if (told.do === 'join') void join(told.from, told.count)
  if (told.do === 'vote') vote(told.poll, told.within)
  if (told.do === 'ports') hall.ports.splice(0, Infinity, ...told.ports)
  if (told.do === 'tell') process.send!(standing())
})
process.on('disconnect', () => process.exit(0))
