// Guessing codes costs; a room of three hundred behind one address is never locked out, whoever else is there.
import { describe, expect, test } from 'vitest'
import { handClock } from '../../tests/support/clock.ts'
import { createDoorman, siteOf } from './doorman.ts'

const right = () => Promise.resolve({ id: 'workshop' })
const wrong = () => Promise.resolve(null)
const TOO_FAST = { status: 429, code: 'too-fast' }

describe('the doorman', () => {
  test('300 phones behind one address with 20 % typos all get in', async () => {
    const doorman = createDoorman(handClock())
    const tries = Array.from({ length: 300 }, (_, i) => doorman.guess('venue', i % 5 === 0 ? wrong : right))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer !== null)).toHaveLength(240)
  })
  test('wrong guesses of one address run out and come back with time, others are not touched', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    for (let i = 0; i < 100; i++) await doorman.guess('bot', wrong)
    const waiting = doorman.guess('bot', right)
    const line = [1, 2, 3].map(() => doorman.guess('bot', wrong))
    expect(await doorman.guess('venue', right)).not.toBeNull()
    const ends = Promise.allSettled([waiting, ...line])
    await clock.wind(3000)
    expect(await waiting).not.toBeNull()
    await clock.wind(10_000)
    const refused = (await ends).filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(2)
    await expect(doorman.guess('bot', wrong)).resolves.toBeNull()
  })
  test('a room goes on typing its own code while somebody at the same address guesses others', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    doorman.welcome('venue', 'workshop')
    for (let i = 0; i < 100; i++) await doorman.guess('venue', wrong)
    const guesses = [wrong, wrong, () => Promise.resolve({ id: 'elsewhere' })].map((one) =>
      doorman.guess('venue', one).catch((error: unknown) => error),
    )
    expect(await doorman.guess('venue', right)).toEqual({ id: 'workshop' })
    await clock.wind(4000)
    const [, second, elsewhere] = await Promise.all(guesses)
    // A right code of another workshop is told no sooner than a wrong one.
    expect([second, elsewhere]).toEqual([
      expect.objectContaining(TOO_FAST),
      expect.objectContaining(TOO_FAST),
    ])
  })
  test('a thousand addresses together get no more than the common budget', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    let tried = 0
    for (let second = 0; second < 10; second++) {
      for (let bot = 0; bot < 1000; bot++)
        void doorman.guess(`bot-${bot}`, wrong).then(
          () => tried++,
          () => undefined,
        )
      await clock.wind(1000)
    }
    await clock.wind(10_000)
    expect(tried).toBeLessThanOrEqual(200 + 20 * 20)
    expect(tried).toBeGreaterThanOrEqual(200)
  })
  test('newcomers wait while the house has no breath left, and are sent away politely if that lasts', async () => {
    const clock = handClock()
    const strain = { level: 2 as 0 | 2 }
    const doorman = createDoorman(clock, strain)
    let seated = 0
    const early = doorman.breath().then(() => seated++)
    await clock.wind(3000)
    expect(seated).toBe(0)
    strain.level = 0
    await clock.wind(500)
    await early
    expect(seated).toBe(1)
    strain.level = 2
    const refused = doorman.breath().catch((error: unknown) => error)
    await clock.wind(21_000)
    expect(await refused).toMatchObject({ status: 503, code: 'busy' })
  })
  test('no more wait for breath than a large workshop has seats', async () => {
    const doorman = createDoorman(handClock(), { level: 2 })
    const line = Array.from({ length: 3000 }, () => doorman.breath())
    await expect(doorman.breath()).rejects.toMatchObject({ status: 503, code: 'busy' })
    void Promise.allSettled(line)
  })
  test('seats by a typed code are given at a steady pace, and nobody in line is sent away', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    let seated = 0
    const all = Array.from({ length: 600 }, () => doorman.turnFor('workshop').then(() => seated++))
    await clock.wind(0)
    expect(seated).toBe(400)
    await clock.wind(1000)
    expect(seated).toBe(420)
    await clock.wind(9000)
    await Promise.all(all)
    expect(seated).toBe(600)
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, site) => {
  expect(siteOf(address)).toBe(site)
})
