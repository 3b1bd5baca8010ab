// Some thousands of members in one process. Started by main.ts, which says when they come, vote and leave.
import { Member, type Assembly, type Tally } from './member.ts'

export type Order =
  | { do: 'join'; at: Assembly; from: number; count: number; perSecond: number }
  | { do: 'vote'; within: number }
  | { do: 'tell' }
  | { do: 'leave' }

const tally: Tally = { seats: 0, open: 0, answered: 0, choices: {}, waits: [], cuts: 0, refused: {} }
const members: Member[] = []
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function join(order: Extract<Order, { do: 'join' }>): Promise<void> {
  const began = performance.now()
  const under = new Set<Promise<void>>()
  for (let n = 0; n < order.count; n++) {
    const member = new Member(order.at, order.from + n, tally)
    members.push(member)
    const joining: Promise<void> = member.join().finally(() => under.delete(joining))
    under.add(joining)
    // In waves, and never more at once than a door has people in it.
    if (under.size >= 100) await Promise.race(under)
    await pause(began + ((n + 1) * 1000) / order.perSecond - performance.now())
  }
  await Promise.all(under)
}

process.on('message', (order: Order) => {
  switch (order.do) {
    case 'join':
      return void join(order)
    case 'vote':
      for (const member of members) setTimeout(() => void member.vote(), Math.random() * order.within)
      return
    case 'tell':
      return void process.send?.(tally)
    case 'leave':
      for (const member of members) member.leave()
      return process.disconnect()
    default:
      order satisfies never
  }
})
