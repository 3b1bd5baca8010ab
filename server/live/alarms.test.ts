// S5, S66: a clock that ran out, and a room that has gone still.
import { expect, test } from 'vitest'
import type { Command } from '../../shared/session/commands.ts'
import { handClock } from '../../tests/support/clock.ts'
import { createAlarms } from './alarms.ts'
import type { Place } from './place.ts'

function room(step: object) {
  const clock = handClock()
  const done: Command[] = []
  const state = {
    voters: 0,
    session: { at: { activity: 'a', step: 0 }, clock: null as unknown, rounds: {} as object },
  }
  const place = {
    id: 'w',
    running: () => ({ steps: [step] }),
    get row() {
      return { session: state.session }
    },
  } as unknown as Place
  const alarms = createAlarms({
    ...{ place, clock, now: clock.now },
    voters: () => state.voters,
    byItself: (command) => void done.push(command),
  })
  const open = () =>
    (state.session = { ...state.session, rounds: { a: [{ id: 'a.1', activity: 'a', state: 'open' }] } })
  return { clock, done, state, alarms, open }
}

test('a poll closes once nobody has moved for a while, and every ballot begins the wait again', async () => {
  const { clock, done, state, alarms, open } = room({ still: { seconds: 90, from: 2 } })
  open()
  state.voters = 1
  alarms.moved()
  await clock.wind(200_000)
  expect(done).toEqual([])
  state.voters = 2
  alarms.moved()
  await clock.wind(60_000)
  alarms.moved()
  await clock.wind(89_000)
  expect(done).toEqual([])
  await clock.wind(1_000)
  expect(done).toEqual([{ kind: 'pollClose' }])
})

test('a pause, a closed poll and a step that does not ask for it end nothing', async () => {
  const still = { still: { seconds: 90, from: 1 } }
  const paused = room(still)
  paused.open()
  paused.state.voters = 1
  paused.state.session.clock = { left: 1000 }
  paused.alarms.moved()
  await paused.clock.wind(500_000)
  expect(paused.done).toEqual([])
  paused.state.session.clock = null
  await paused.clock.wind(90_000)
  expect(paused.done).toHaveLength(1)

  const closed = room(still)
  closed.open()
  closed.state.voters = 1
  closed.alarms.moved()
  closed.state.session = { ...closed.state.session, rounds: {} }
  await closed.clock.wind(500_000)
  const plain = room({})
  plain.open()
  plain.state.voters = 9
  plain.alarms.moved()
  await plain.clock.wind(500_000)
  expect([closed.done, plain.done]).toEqual([[], []])
})

test('a clock that runs out closes or locks where the step says so', async () => {
  const { clock, done, state, alarms } = room({ timeUp: 'pollClose' })
  state.session.clock = { endsAt: clock.now() + 5000 }
  alarms.clock()
  await clock.wind(4999)
  expect(done).toEqual([])
  await clock.wind(1)
  expect(done).toEqual([{ kind: 'pollClose' }])
})
