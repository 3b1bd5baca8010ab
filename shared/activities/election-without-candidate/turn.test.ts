// The course of an election without candidate: people named, one proposed, consent asked, a refusal taken.
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../wire.ts'
import { electionWithoutCandidate, type ElectionPaper } from './activity.ts'
import { countTurn } from './consent-turn.ts'

const poll = electionWithoutCandidate.poll!
const options = ['ana', 'ben'].map((id) => ({ id, label: id }))
const named = poll.paper(
  [],
  electionWithoutCandidate.settings.parse({ options }),
  (key) => key,
) as ElectionPaper
const typeOf = poll.type as (paper: ElectionPaper) => string

describe('the proposal', () => {
  test('is one of the people who may be proposed, and turns the poll into a consent', () => {
    const paper = poll.amend!(named, [options[1]!]) as ElectionPaper
    expect([typeOf(named), typeOf(paper)]).toEqual(['nomination', 'consent'])
    expect(paper).toMatchObject({ proposed: 'ben', options })
    expect(isRefusal(poll.amend!(named, [{ id: 'zoe', label: 'Zoé' }]))).toBe(true)
    expect(isRefusal(poll.amend!(named, options))).toBe(true)
  })
  test('is needed for the consent turn, and forgotten when people are named again', () => {
    const paper = poll.amend!(named, [options[1]!]) as ElectionPaper
    expect(poll.mayOpen!(named, 'consent')).toMatchObject({ params: { reason: 'proposal' } })
    expect(poll.mayOpen!(paper, 'consent')).toBeUndefined()
    expect(poll.revote!(paper, named, 'change')).not.toHaveProperty('proposed')
    expect(poll.revote!(paper, named, 'consent')).toMatchObject({ proposed: 'ben' })
    expect(poll.mayOpen!(named, 'nominate')).toBeUndefined()
  })
})

describe('the consent turn', () => {
  const paper = poll.amend!(named, [options[1]!]) as ElectionPaper
  test('takes answers of a consent, and the refusal of the person', () => {
    expect(poll.check(paper, { answer: 'consent' })).toEqual({ answer: 'consent' })
    expect(poll.check(paper, { answer: 'decline', reason: ' non ' })).toEqual({
      answer: 'decline',
      reason: 'non',
    })
    expect(poll.check(paper, { answer: 'objection' })).toMatchObject({ ok: false })
    expect(poll.check(paper, { option: 'ana' })).toMatchObject({ ok: false })
    expect(poll.check(paper, null)).toMatchObject({ ok: false })
  })
  test.each([
    [[], 'pending'],
    [['consent', 'concern'], 'elected'],
    [['consent', 'decline'], 'declined'],
    [['consent', 'decline', 'objection'], 'objection-round'],
    [['stand-aside'], 'pending'],
  ] as const)('%j: %s', (answers, outcome) => {
    const ballots = answers.map((answer) => ({ answer, ...(answer === 'objection' ? { reason: 'x' } : {}) }))
    expect(countTurn('ben', ballots)).toMatchObject({ outcome, proposed: 'ben', n: answers.length })
    expect(countTurn('ben', ballots.toReversed())).toEqual(countTurn('ben', ballots))
  })
})
