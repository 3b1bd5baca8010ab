// Which calls of a group may be under way at the same time, on a connection that takes several questions at once.
// Called by groups.ts. A thousand ballots then wait for the database twice, and not two thousand times.
import { isRead, type Call } from './operations.ts'

/** The calls in their order, cut into batches within which none can get in another's way. */
export function abreast(calls: readonly Call[]): Call[][] {
  const batches: Call[][] = []
  let last = ''
  let hands = new Set<string>()
  for (const call of calls) {
    const kind = kindOf(call)
    const hand = kind === 'ballot' ? handOf(call) : ''
    if (kind === 'alone' || kind !== last || hands.has(hand)) {
      batches.push([])
      hands = new Set()
    }
    if (kind === 'ballot') hands.add(hand)
    batches.at(-1)!.push(call)
    last = kind
  }
  return batches
}

function kindOf(call: Call): 'read' | 'ballot' | 'alone' {
  if (isRead(call)) return 'read'
  return call.method === 'ballots.put' ? 'ballot' : 'alone'
}

/** Two ballots of one hand are numbered one after the other. */
function handOf({ args }: Call): string {
  const [workshop, { poll, seat }] = args as [string, { poll: string; seat: string }]
  return [workshop, poll, seat].join()
}
