import { expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { impactUncertainty, type DriverPaper, type DriversCount } from './activity.ts'
import messages from './messages.json' with { type: 'json' }
import { proposedAxes } from './picks.ts'

const poll = impactUncertainty.poll!
const t = createTranslate('en', messages.en)
const IDS = ['a', 'b', 'c', 'd', 'e']
const OPTIONS = IDS.map((id) => ({ id, label: id.toUpperCase() }))
const paperOf = (s: object = {}) =>
  poll.paper([], impactUncertainty.settings.parse({ options: OPTIONS, ...s }), t) as DriverPaper
const count = (ballots: object[], s: object = {}) => poll.count(paperOf(s), ballots) as DriversCount

const CORNERS = { a: { x: 8, y: 9 }, b: { x: 1, y: 9 }, c: { x: 9, y: 1 }, d: { x: 0, y: 0 } }

test('uncertainty runs from left to right, impact upwards; on the line is high', () => {
  const { items, criticalOrder } = count([{ ...CORNERS, e: { x: 5, y: 5 } }])
  expect(IDS.map((id) => items[id]!.zone)).toEqual([
    'critical',
    'heavy-trend',
    'watch',
    'background',
    'critical',
  ])
  expect(criticalOrder).toEqual(['a', 'e'])
  expect(count([CORNERS], { midpoint: 9 }).criticalOrder).toEqual([])
})

test('equal products: the greater impact first', () => {
  expect(count([{ a: { x: 9, y: 6 }, b: { x: 6, y: 9 } }]).criticalOrder).toEqual(['b', 'a'])
})

test('axes are proposed only where three people placed both drivers', () => {
  const ballot = { a: { x: 9, y: 9 }, b: { x: 8, y: 8 }, c: { x: 7, y: 7 } }
  const { a, ...rest } = ballot
  expect(proposedAxes(count([ballot, ballot, rest]))).toEqual(['b', 'c'])
  expect(proposedAxes(count([ballot, ballot, { a }]))).toEqual(['a'])
})

test('the report names the axes, or says that there are none', () => {
  const textOf = (ballots: object[]) => {
    const rounds = [{ paper: paperOf(), result: count(ballots), voted: ballots.length }]
    const blocks = impactUncertainty.report({ settings: {}, notes: [], rounds, language: 'en', t })
    return blocks.flatMap((block) => (block.type === 'text' ? block.text : []))[0]
  }
  const ballot = { a: { x: 9, y: 9 }, b: { x: 8, y: 8 } }
  expect(textOf([ballot, ballot, ballot])).toContain('“A”, “B”')
  expect(textOf([ballot])).toContain('no axes')
})

test('the desk is told of no driver, of too many, of what nobody placed, and of missing axes', () => {
  const keys = (advice: { key: string }[] | undefined) => advice?.map(({ key }) => key)
  const many = Array.from({ length: 26 }, (_, i) => ({ id: `o${i}`, label: `${i}` }))
  expect([keys(poll.before!([], {})), keys(poll.before!(many, {}))]).toEqual([
    ['advice.none'],
    ['advice.many'],
  ])
  expect(keys(poll.advise!(paperOf(), count([CORNERS]), []))).toEqual(['advice.unplaced', 'advice.noAxes'])
  expect(keys(poll.advise!(paperOf(), count([]), []))).toEqual([])
})
