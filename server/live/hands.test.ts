// Voices of one seat, ballots that follow their paper, and what happens to ballots that arrive meanwhile.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programmeSchema } from '../../shared/programme.ts'
import { running } from '../../shared/session/running.ts'
import { newSession, type Round } from '../../shared/session/state.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createBallots } from './ballots.ts'
import { follow, linesOf, readHand, spread } from './hands.ts'

const options = ['x', 'y', 'z'].map((id) => ({ id, label: id }))
const programme = programmeSchema.parse({
  v: 1,
  title: 'T',
  activities: [{ id: 'v', kind: 'single-choice', title: 'V', settings: { options } }],
})
const it = running(programme, 'v')!
const paper = it.activity.poll!.paper([], it.settings, (key) => key)
const round: Round = {
  id: 'v.1',
  activity: 'v',
  type: 'single',
  secrecy: 'secret',
  state: 'open',
  paper,
  published: false,
}
const slips: Round = { ...round, voices: { s1: [{ weight: 2 }, { weight: 1 }], s2: [{ weight: 1 }] } }

describe('voices', () => {
  test('one choice stands for all voices, or each has its own', () => {
    expect(readHand(slips, it, 's1', 'x')).toBe('x')
    expect(readHand(slips, it, 's1', { voices: ['x', 'y'] })).toEqual({ voices: ['x', 'y'] })
    expect(readHand(slips, it, 's1', null)).toBeNull()
    const hands = [
      { seat: 's1', choice: { voices: ['x', 'y'] } },
      { seat: 's2', choice: 'y' },
    ]
    expect(spread(hands, slips.voices!)).toEqual({
      ballots: ['x', 'y', 'y'],
      each: [{ weight: 2 }, { weight: 1 }, { weight: 1 }],
    })
  })
  test.each([
    ['s1', { voices: ['x'] }, 'bad-request'],
    ['s1', { voices: ['x', 'nope'] }, 'unknown-option'],
    ['s1', { voices: [{ voices: ['x', 'x'] }, 'x'] }, 'bad-request'],
    ['s9', 'x', 'not-allowed'],
    ['s9', null, 'not-allowed'],
    ['constructor', 'x', 'not-allowed'],
  ])('%s gives %j: %s', (seat, choice, code) => {
    expect(readHand(slips, it, seat, choice)).toMatchObject({ ok: false, code })
  })
  test('a line for each voice, with whose mandate it is', () => {
    const voices = { s1: [{ weight: 1 }, { weight: 1, of: 'm2' }] }
    expect(linesOf([{ seat: 's1', choice: { voices: ['x', 'y'] } }], voices)).toEqual([
      { seat: 's1', choice: 'x' },
      { seat: 's1', of: 'm2', choice: 'y' },
    ])
    expect(linesOf([{ seat: 's1', choice: 'x' }], voices)).toHaveLength(2)
    expect(linesOf([{ seat: 's9', choice: 'x' }], undefined)).toEqual([{ seat: 's9', choice: 'x' }])
  })
  test('without slips nobody splits a ballot', () => {
    expect(readHand(round, it, 's1', { voices: ['x', 'y'] })).toMatchObject({ code: 'bad-request' })
  })
})

test('a ballot follows its paper, or is to be done again', () => {
  const left = { ...round, paper: { ...paper, options: options.slice(1), rev: 2 } }
  const removed = follow(left, it, { option: 'x' })
  expect([removed('x'), removed('y')]).toEqual([null, 'y'])
  expect(follow(left, it, { option: 'x', into: 'z' })('x')).toBe('z')
})

test('ballots that arrive while the paper changes wait, and stand on the paper that is left', async () => {
  const arrivals = fc.array(fc.record({ choice: fc.constantFrom('x', 'y'), wait: fc.nat(4) }), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(arrivals, fc.nat(12), async (casts, changeAt) => {
      const memory = createMemoryStore()
      const ballots = createBallots(memory, 'w')
      let standing = round
      const cast = async (seat: string, choice: string) => {
        await ballots.settled()
        return ballots.cast(standing, it, seat, seat.padStart(32, '0'), choice)
      }
      const change = async () => {
        const next = { ...round, paper: { ...paper, options: options.slice(1), rev: 2 } }
        const hands = await ballots.adjust(next, follow(next, it, { option: 'x' }))
        const row = { id: 'w', code: 'BBBBBB', title: 'T', language: 'fr' as const, key: 'k' }
        const times = { createdAt: 0, touchedAt: 0, programme, programmeRev: 1, session: newSession() }
        await memory.workshops.create({ ...row, ...times }, [])
        const session = { ...newSession(), rev: 1 }
        const adjust = { poll: round.id, id: 'paper.2', hands }
        expect(await memory.workshops.commit('w', { session, from: 0, at: 0, adjust })).toBe('ok')
        standing = next
        ballots.adopt(hands)
        ballots.release()
      }
      const all: Promise<unknown>[] = []
      for (const [i, { choice, wait }] of casts.entries()) {
        if (i === changeAt) all.push(change())
        all.push(cast(`s${i}`, choice))
        for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setImmediate(resolve))
      }
      if (changeAt >= casts.length) all.push(change())
      await Promise.all(all)
      const { result, voted, ballots: bare } = await ballots.close(standing, it)
      const stands = casts.filter(({ choice }) => choice === 'y').length
      expect(bare).toEqual(new Array(stands).fill('y'))
      expect(voted).toBe(stands)
      expect(ballots.voters.size).toBe(stands)
      expect(result).toMatchObject({ counts: { y: stands } })
      await memory.close()
    }),
    { numRuns: 60 },
  )
})
