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
  test.each([
    [['consent'], 3, 'pending', 2],
    [['consent', 'decline'], 3, 'pending', 1],
    [['objection'], 3, 'objection-round', 2],
    [['consent', 'concern', 'decline'], 3, 'declined', 0],
    [['consent', 'stand-aside', 'consent'], 2, 'elected', 0],
  ] as const)(
    '%j of %i who must answer: %s, as silence is not consent',
    (answers, members, outcome, missing) => {
      const ballots = answers.map((answer) => ({
        answer,
        ...(answer === 'objection' ? { reason: 'x' } : {}),
      }))
      expect(poll.count({ ...paper, members } as ElectionPaper, ballots)).toMatchObject({ outcome, missing })
    },
  )
  test('those in the room as the turn opens must answer, or as many as the settings say', () => {
    const room = (here: number, s: object = {}) =>
      poll.paper([], electionWithoutCandidate.settings.parse({ options, ...s }), (key) => key, {
        here,
        members: [],
      })
    expect(room(7)).toMatchObject({ members: 7 })
    expect(room(7, { members: 4 })).toMatchObject({ members: 4 })
    expect(poll.revote!(room(7), room(9), 'consent')).toMatchObject({ members: 9 })
    expect(poll.rooms!.sum([room(7), room(9)])).toEqual({ members: 16 })
    expect(poll.rooms!.sum([room(7), room(0)])).toEqual({})
  })
})
