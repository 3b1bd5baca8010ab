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

test('documents show the four futures on their plane; ballots that place nothing are told in words', () => {
  const reportOf = (ballots: object[]) => {
    const round = { type: 'axes', paper, result: poll.count(paper, ballots as never), voted: ballots.length }
    return dator.report({ settings: {}, notes: [], rounds: [round], t: (key: string) => key } as never)
  }
  const [block] = reportOf([{ collapse: { x: 1, y: -2 }, discipline: { x: -2, y: 2 } }])
  if (block?.type !== 'drawing') throw new Error('nothing is drawn')
  const said = block.drawing.marks.flatMap((mark) => (mark.is === 'words' ? mark.lines : []))
  expect(said).toEqual(expect.arrayContaining(['2', '3', 'zone.collapse', 'corner.dread']))
  expect(said).not.toContain('zone.transformation')
  expect(reportOf([{}]).slice(0, 2)).toMatchObject([{ type: 'table' }, { type: 'text', text: 'noVotes' }])
})
