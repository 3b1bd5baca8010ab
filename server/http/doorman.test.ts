// Guessing codes costs; a room of three hundred behind one address is never locked out.
import { describe, expect, test } from 'vitest'
import { handClock } from '../../tests/support/clock.ts'
import { createDoorman } from './doorman.ts'

const right = () => Promise.resolve('workshop')
const wrong = () => Promise.resolve(null)

describe('the doorman', () => {
  test('300 phones behind one address with 20 % typos all get in', async () => {
    const doorman = createDoorman(handClock())
    const tries = Array.from({ length: 300 }, (_, i) => doorman.guess('venue', i % 5 === 0 ? wrong : right))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer === 'workshop')).toHaveLength(240)
  })
  test('wrong guesses of one address run out and come back with time, others are not touched', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    for (let i = 0; i < 100; i++) await doorman.guess('bot', wrong)
    await expect(doorman.guess('bot', wrong)).rejects.toMatchObject({ status: 429, extra: { retryAfter: 3 } })
    expect(await doorman.guess('venue', right)).toBe('workshop')
    await clock.wind(3000)
    expect(await doorman.guess('bot', right)).toBe('workshop')
  })
  test('a thousand addresses together get no more than the common budget', async () => {
    const clock = handClock()
    const doorman = createDoorman(clock)
    let tried = 0
    for (let second = 0; second < 10; second++) {
      for (let bot = 0; bot < 1000; bot++)
        await doorman.guess(`bot-${bot}`, wrong).then(
          () => tried++,
          () => undefined,
        )
      await clock.wind(1000)
    }
    expect(tried).toBeLessThanOrEqual(200 + 20 * 10)
  })
})
