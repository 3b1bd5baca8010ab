import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction } from './fraction.ts'
import { participation, standingBallots, type CastEvent } from './participation.ts'

test('fifty registered, thirty present, six represented, thirty-two ballots', () => {
  const room = { registered: 50, present: 30, represented: 6, ballotsCast: 32, blank: 3, void: 1 }
  expect(participation(room)).toEqual({
    voices: 36,
    turnoutOfRegistered: fraction(16, 25),
    turnoutOfVoices: fraction(8, 9),
    expressed: 28,
    notVoted: 4,
  })
})

test('an empty room has no turnout rather than a turnout of zero', () => {
  const nobody = { registered: 0, present: 0, represented: 0, ballotsCast: 0, blank: 0, void: 0 }
  expect(participation(nobody)).toMatchObject({ turnoutOfRegistered: null, turnoutOfVoices: null })
})

const events: CastEvent<string>[] = [
  { voter: 'ana', seq: 1, choice: 'A' },
  { voter: 'ben', seq: 2, choice: 'B' },
  { voter: 'ana', seq: 3, choice: 'B' },
  { voter: 'ben', seq: 5, choice: null },
  { voter: 'dan', seq: 8, choice: 'A' },
]

test('the last ballot before the closing stands, null withdraws, late ones are refused', () => {
  const { final, refusedSeq, revisions } = standingBallots(events, 7)
  expect(Object.fromEntries(final)).toEqual({ ana: 'B' })
  expect(refusedSeq).toEqual([8])
  expect(revisions).toBe(2)
})

test('the order of the list never matters, only the counter does', () => {
  const mixed = fc.shuffledSubarray(events, { minLength: events.length })
  fc.assert(
    fc.property(mixed, fc.nat(9), (list, close) => {
      expect(standingBallots(list, close)).toEqual(standingBallots(events, close))
    }),
  )
})
