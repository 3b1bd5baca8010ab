import { expect, test } from 'vitest'
import { riskMatrix } from './activity.ts'
import type { CausesResult, RiskPaper } from '../../counting/risks.ts'

const poll = riskMatrix.poll!
const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }))
const paper = poll.paper([], riskMatrix.settings.parse({ options }), (key) => key) as RiskPaper
const count = (ballots: object[]) => poll.count(paper, ballots) as CausesResult

test('likelihood runs from left to right, severity upwards', () => {
  const { items } = count([{ a: { x: 2, y: 5 } }, { a: { x: 3, y: 5 } }])
  expect(items['a']).toEqual({ likelihood: 2.5, severity: 5, criticality: 12.5 })
  expect(items['b']).toEqual({ likelihood: null, severity: null, criticality: null })
})

test('equal criticality: the more severe first; what nobody rated has no place', () => {
  expect(count([{ a: { x: 4, y: 3 }, b: { x: 3, y: 4 } }]).order).toEqual(['b', 'a'])
  expect(count([{ a: { x: 3, y: 3 }, c: { x: 3, y: 3 } }]).order).toEqual(['a', 'c'])
})

test('both scales run from 1 to 5', () => {
  expect(poll.check(paper, { a: { x: 1, y: 5 } })).toEqual({ a: { x: 1, y: 5 } })
  expect(poll.check(paper, { a: { x: 0, y: 5 } })).toMatchObject({ ok: false })
})
