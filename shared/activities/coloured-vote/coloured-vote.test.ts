import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../counting/fraction.ts'
import { colouredVote } from './activity.ts'
import { colourLine, COLOURS, greenOrder } from './count.ts'
import { GRADES, tellColours, type ColourBallot } from './grid.ts'

const colour = (name: (typeof COLOURS)[number]) => GRADES.indexOf(name)
const tell = (ballots: ColourBallot[], columns = false) => tellColours(['a', 'b'], 'ignore', columns, ballots)
const repeat = (times: number, ballot: ColourBallot) => new Array<ColourBallot>(times).fill(ballot)

test('rows say what to talk about', () => {
  const flags = (ballots: ColourBallot[]) => tell(ballots).rows['a']!.flags
  expect(flags(repeat(3, { a: colour('VF') }))).toEqual(['consensus'])
  expect(flags([{ a: colour('VF') }, { a: colour('RF') }])).toEqual(['cleavage'])
  const white = [...repeat(3, { a: colour('B') }), ...repeat(7, { a: colour('VC') })]
  expect(flags(white)).toEqual(['consensus', 'doubt'])
  expect(flags(white.slice(1))).toEqual(['consensus'])
  expect(flags([{ a: colour('N') }, ...repeat(4, { a: colour('O') })])).toEqual(['consensus', 'reword'])
  expect(flags([{ b: 0 }])).toEqual([])
})

test('columns are shown only where they are wanted, and from five people on', () => {
  const ballots = [...repeat(3, { a: colour('RF') }), ...repeat(2, { a: colour('VF'), b: colour('O') })]
  expect(tell(ballots)).not.toHaveProperty('columns')
  expect(tell(ballots.slice(1), true)).not.toHaveProperty('columns')
  expect(tell(ballots, true).columns).toEqual([
    ['VF', 'O'],
    ['VF', 'O'],
    ['RF', null],
    ['RF', null],
    ['RF', null],
  ])
})

test('the greenest row comes first, and one without colours last', () => {
  const lines = fc.array(fc.array(fc.option(fc.constantFrom(...COLOURS)), { maxLength: 6 }), { maxLength: 6 })
  const ordered = fc.property(lines, (rows) => {
    const sorted = greenOrder(rows.map((row) => colourLine(row))).map((place) => colourLine(rows[place]!))
    for (const [i, line] of sorted.slice(1).entries()) {
      const before = sorted[i]!
      if (before.mean === null) expect(line.mean).toBeNull()
      else if (line.mean) expect(compare(before.mean, line.mean)).toBeGreaterThanOrEqual(0)
    }
    expect(sorted).toHaveLength(rows.length)
  })
  fc.assert(ordered)
})

test('a greener colour never lowers a statement', () => {
  const green = ['RF', 'RC', 'O', 'VC'] as const
  const vote = fc.record({
    a: fc.constantFrom(...green.map(colour)),
    b: fc.constantFrom(...green.map(colour)),
  })
  const raised = fc.property(fc.array(vote, { minLength: 1, maxLength: 8 }), ([first, ...rest]) => {
    const before = tell([first!, ...rest]).rowOrder.indexOf('a')
    const after = tell([{ ...first!, a: first!.a + 1 }, ...rest])
    const [was, is] = [tell([first!, ...rest]), after].map(({ rows }) => rows['a']!.sum)
    expect(is).toBe(was! + 1)
    if (before === 0 && after.rows['a']!.sum > after.rows['b']!.sum) expect(after.rowOrder[0]).toBe('a')
  })
  fc.assert(raised)
})

test('a ballot may leave statements out', () => {
  const poll = colouredVote.poll!
  const options = ['a', 'b'].map((id) => ({ id, label: id }))
  const paper = poll.paper([], colouredVote.settings.parse({ options }), (key) => key)
  expect(poll.check(paper, { a: 6 })).toEqual({ a: 6 })
  expect(poll.check(paper, { a: 7 })).toMatchObject({ ok: false, code: 'bad-request' })
  expect(poll.check(paper, { c: 1 })).toMatchObject({ ok: false, code: 'unknown-option' })
})
