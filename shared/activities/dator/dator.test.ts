import { expect, test } from 'vitest'
import { dator, type FuturesPaper } from './activity.ts'
import type { FuturesCount } from './count.ts'

const poll = dator.poll!
const paper = poll.paper([], dator.settings.parse({}), (key) => key) as FuturesPaper

test('the four futures are rated from -2 to +2, on medians; few opinions are told to the desk', () => {
  expect(paper.options.map(({ id }) => id)).toEqual([
    'continuation',
    'collapse',
    'discipline',
    'transformation',
  ])
  const result = poll.count(paper, [
    { collapse: { x: 1, y: -2 } },
    { collapse: { x: 2, y: -1 } },
    { collapse: { x: 2, y: 0 }, discipline: { x: -2, y: 1 } },
  ]) as FuturesCount
  expect(result['collapse']).toMatchObject({ ratings: 3, likelihood: 2, desirability: -1 })
  expect(result['continuation']).toMatchObject({ ratings: 0, likelihood: null })
  expect(poll.advise!(paper, result, [])).toEqual([{ key: 'advice.few', params: { count: 3, few: 3 } }])
  expect(poll.advise!(paper, poll.count(paper, []), [])).toEqual([])
  expect(poll.check(paper, { collapse: { x: 3, y: 0 } })).toMatchObject({ code: 'bad-request' })
})

test('its futures may be the scenarios of a wind tunnel', () => {
  const legacy = dator.legacy!({ settings: {}, notes: [], t: (key: string) => key } as never)
  expect(legacy.worlds?.map(({ text }) => text)).toEqual([
    'zone.continuation',
    'zone.collapse',
    'zone.discipline',
    'zone.transformation',
  ])
})
