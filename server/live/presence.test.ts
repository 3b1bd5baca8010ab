// Presence: numbers for all, names for the desk, four times a second at most.
import { describe, expect, test } from 'vitest'
import { handClock } from '../../tests/support/clock.ts'
import type { SeatRow } from '../store/store.ts'
import { createPresence, type Connection } from './presence.ts'

const seat = (id: string, role: SeatRow['role'], name?: string): SeatRow => ({
  id,
  role,
  workshop: 'w',
  hash: id,
  createdAt: 0,
  ...(name === undefined ? {} : { name }),
})

function setup() {
  const clock = handClock()
  const people = [
    seat('s1', 'participant', 'Léa'),
    seat('s2', 'participant'),
    seat('f1', 'facilitator'),
    seat('w1', 'wall'),
  ]
  const voters = new Set<string>()
  const facts = {
    seats: () => people,
    poll: () => ({ voters }),
    notes: () => Promise.resolve(7),
    queue: () => Promise.resolve([]),
  }
  const presence = createPresence(facts, clock)
  const ears: [string, unknown][][] = []
  const connect = (id: string) => {
    const heard: [string, unknown][] = []
    ears.push(heard)
    const role = people.find((one) => one.id === id)!.role
    const connection: Connection = {
      seat: id,
      role,
      send: (event, payload) => heard.push([event, payload]),
      broadcast: (event, payload) => ears.forEach((ear) => ear.push([event, payload])),
      close: () => undefined,
    }
    presence.add(connection)
    return { heard, connection }
  }
  return { clock, people, presence, connect, voters }
}

describe('presence', () => {
  test('two devices of one person are one, walls and desks are not counted', async () => {
    const { clock, presence, connect } = setup()
    const [, , wall] = [connect('s1'), connect('s1'), connect('w1'), connect('f1')]
    await clock.wind(300)
    expect(await presence.counts()).toEqual({ present: 1, writing: 0, notes: 7, voted: 0, of: 1, done: 0 })
    expect(wall!.heard.at(-1)).toEqual(['counts', expect.objectContaining({ present: 1 })])
  })
  test('names reach the desk alone', async () => {
    const { clock, connect } = setup()
    const [phone, wall, desk] = [connect('s1'), connect('w1'), connect('f1')]
    await clock.wind(300)
    expect(JSON.stringify(desk!.heard)).toContain('Léa')
    expect(JSON.stringify([phone!.heard, wall!.heard])).not.toContain('Léa')
  })
  test('a storm of changes is four messages a second at most', async () => {
    const { clock, presence, connect } = setup()
    const { heard } = connect('s1')
    await clock.wind(1000)
    heard.length = 0
    for (let i = 0; i < 200; i++) {
      presence.setDone('s1', i % 2 === 0)
      await clock.wind(10)
    }
    expect(heard.length).toBeLessThanOrEqual(9)
  })
  test('ten thousand devices are told every two and a half seconds', async () => {
    const { clock, presence, connect } = setup()
    const { heard, connection } = connect('s1')
    for (let i = 0; i < 9_999; i++) presence.add({ ...connection, send: () => undefined })
    await clock.wind(5000)
    heard.length = 0
    for (let i = 0; i < 100; i++) {
      presence.setDone('s1', i % 2 === 0)
      await clock.wind(100)
    }
    expect(heard.length).toBeGreaterThanOrEqual(2)
    expect(heard.length).toBeLessThanOrEqual(5)
  })
  test('somebody who wrote counts as writing for a while', async () => {
    const { clock, presence, connect } = setup()
    const { heard } = connect('s1')
    presence.wrote('s1')
    await clock.wind(300)
    expect(heard.at(-1)?.[1]).toMatchObject({ writing: 1 })
    await clock.wind(7000)
    expect(heard.at(-1)?.[1]).toMatchObject({ writing: 0 })
  })
  test('a voter who has left still belongs to those who vote', async () => {
    const { presence, connect, voters } = setup()
    const { connection } = connect('s1')
    connect('s2')
    voters.add('s1')
    presence.drop(connection)
    expect(presence.electorate()).toBe(2)
  })
  test('a helper who enters for others is nobody more, unless there is a ballot of their own', () => {
    const { people, presence, connect, voters } = setup()
    people.push(seat('h1', 'scribe'))
    connect('s1')
    connect('h1')
    expect(presence.electorate()).toBe(2)
    people.push({ ...seat('s3', 'participant', 'Paul'), via: 'h1' })
    expect(presence.electorate()).toBe(2)
    voters.add('h1')
    expect(presence.electorate()).toBe(3)
  })
})
