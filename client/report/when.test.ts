// When a workshop was held, in the words of the reader's language and clock.
import { expect, it } from 'vitest'
import { whenHeld } from './when.ts'

const i18n = {
  t: (key: string, params?: object) => `${key} ${JSON.stringify(params)}`,
  date: (day: Date | string) => `day ${String(day).slice(0, 10)}`,
  time: (at: Date | string) => `hour ${String(at).slice(11, 13)}`,
}
type Input = Parameters<typeof whenHeld>[0]
const held = (report: object) => whenHeld({ workshop: {}, ...report } as Input, i18n)
const startedAt = '2026-05-05T16:00:00Z'
const endedAt = '2026-05-05T17:32:00Z'

it('says the day and the hours that are known', () => {
  expect(held({})).toBe('')
  expect(held({ startedAt })).toBe('page.heldFrom {"date":"day 2026-05-05","start":"hour 16"}')
  expect(held({ startedAt, endedAt })).toBe(
    'page.held {"date":"day 2026-05-05","start":"hour 16","end":"hour 17"}',
  )
})

it('leaves the day to the facilitation where it has given one', () => {
  const workshop = { date: '2026-05-05' }
  expect(held({ workshop, startedAt })).toBe('page.hoursFrom {"start":"hour 16"}')
  expect(held({ workshop, startedAt, endedAt })).toBe('page.hours {"start":"hour 16","end":"hour 17"}')
})
