// Casting and closing: exactly what arrived while the poll was open is counted, whatever the interleaving (S8).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmeSchema } from '../../shared/programme.ts'
import { running } from '../../shared/session/running.ts'
import { newSession, type Round } from '../../shared/session/state.ts'
import { createMemoryStore } from '../store/memory.ts'
import type { Store } from '../store/store.ts'
import { createBallots } from './ballots.ts'

const options = [
  { id: 'x', label: 'X' },
  { id: 'y', label: 'Y' },
]
const programme = programmeSchema.parse({
  v: 1,
  title: 'T',
  activities: [{ id: 'v', kind: 'dot-vote', title: 'V', settings: { options } }],
})
const it = running(programme, 'v')!
const round: Round = {
  id: 'v.1',
  activity: 'v',
  type: 'dots',
  secrecy: 'secret',
  state: 'open',
  paper: it.activity.poll!.paper([], it.settings, (key) => key),
  published: false,
}

/** The store with each ballot held back for a random number of turns. */
function slowed(store: Store, delays: number[]): Store {
  let i = 0
  const turns = async () => {
    for (let n = delays[i++ % delays.length]!; n > 0; n--)
      await new Promise((resolve) => setImmediate(resolve))
  }
  const put: Store['ballots']['put'] = async (workshop, ballot) => {
    await turns()
    const answer = await store.ballots.put(workshop, ballot)
    await turns()
    return answer
  }
  return { ...store, ballots: { ...store.ballots, put } }
}

test('every ballot answered ok is in the count, every other one is not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(12),
      async (delays, voters, closeAfter) => {
        const memory = createMemoryStore()
        const row = {
          id: 'w',
          code: 'BBBBBB',
          title: 'T',
          language: 'fr' as const,
          key: 'k',
          createdAt: 0,
          touchedAt: 0,
          programme,
          programmeRev: 1,
          session: newSession(),
        }
        await memory.workshops.create(row, [])
        const ballots = createBallots(slowed(memory, delays), 'w')
        await ballots.open(round)
        const casts: Promise<unknown>[] = []
        let closing: ReturnType<typeof ballots.close> | null = null
        for (let i = 0; i < voters; i++) {
          if (i === closeAfter) closing = ballots.close(round, it)
          casts.push(ballots.cast(round, it, `s${i}`, String(i).padStart(32, '0'), { x: 1 }))
          await new Promise((resolve) => setImmediate(resolve))
        }
        const { voted, result } = await (closing ?? ballots.close(round, it))
        const accepted = (await Promise.all(casts)).filter((answer) => 'receipt' in (answer as object)).length
        expect(voted).toBe(accepted)
        expect(result).toMatchObject({ totals: { x: accepted, y: 0 } })
        await memory.close()
      },
    ),
    { numRuns: 60 },
  )
})
