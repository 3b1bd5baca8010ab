// Our counts beside those of the package `votes` (MIT), written by others from the same sources, over generated ballots.
// Where both are right and differ, the difference is named: it is always about ties, or about options left unranked.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Approbation,
  Borda,
  Copeland,
  FirstPastThePost,
  InstantRunoff,
  RankedPairs,
  Schulze,
  Smith,
  utils,
} from 'votes'
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import { countPicks } from '../../counting/picks.ts'
import { countSingle } from '../single-choice/count.ts'
import { countRankings, type RankingResult } from './count.ts'
import type { RankingBallot } from './duels.ts'

const OPTIONS = ['a', 'b', 'c', 'd']

function count(ballots: RankingBallot[]): RankingResult {
  return countRankings({ options: OPTIONS, rule: 'schulze', seed: 'graine' }, ballots)
}

const order = fc.shuffledSubarray(OPTIONS, { minLength: 4 }).map((ids) => ids.map((id) => [id]))
/** Some options left out, some equal; never blank. */
const loose = fc
  .tuple(
    fc.shuffledSubarray(OPTIONS, { minLength: 1 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  )
  .map(([ids, joined]) => {
    const tiers: RankingBallot = []
    ids.forEach((id, i) => (i > 0 && joined[i] ? tiers.at(-1)!.push(id) : tiers.push([id])))
    return tiers
  })
/** Blocs of equal ballots, so that duels are rarely equal. */
type Bloc = [tiers: RankingBallot, times: number]
const roomOf = (ballot: fc.Arbitrary<RankingBallot>) =>
  fc.array(fc.tuple(ballot, fc.integer({ min: 1, max: 19 })), { minLength: 1, maxLength: 9 })

const ballotsOf = (blocs: Bloc[]) =>
  blocs.flatMap(([tiers, times]) => new Array<RankingBallot>(times).fill(tiers))
const weighted = (blocs: Bloc[]) => blocs.map(([ranking, weight]) => ({ ranking, weight }))
const matrixOf = (blocs: Bloc[]) => utils.matrixFromBallots(weighted(blocs), OPTIONS)
const paper = (blocs: Bloc[]) => ({ ballots: weighted(blocs), candidates: OPTIONS })

/** Runs on rooms, of which enough must be ones where both have to agree. */
function agree(rooms: fc.Arbitrary<Bloc[]>, check: (blocs: Bloc[]) => boolean, runs = 200): void {
  let compared = 0
  const property = fc.property(rooms, (blocs) => {
    if (check(blocs)) compared++
  })
  fc.assert(property, { numRuns: runs })
  expect(compared).toBeGreaterThan(30)
}

describe('the package `votes` finds the same', () => {
  test('duels, on any ballots', () => {
    agree(roomOf(loose), (blocs) => {
      const { pairwise } = count(ballotsOf(blocs))
      expect(OPTIONS.map((a) => OPTIONS.map((b) => pairwise[a]![b]))).toEqual(matrixOf(blocs).array)
      return true
    })
  })

  test('the Condorcet winner: the Smith set of one', () => {
    agree(roomOf(loose), (blocs) => {
      const [smith] = new Smith(matrixOf(blocs)).ranking()
      expect(count(ballotsOf(blocs)).condorcetWinner).toBe(smith!.length === 1 ? smith![0] : null)
      return smith!.length === 1
    })
  })

  test('duels won; equal duels are half a win there and none here', () => {
    agree(roomOf(order), (blocs) => {
      const { array } = matrixOf(blocs)
      if (array.some((row, a) => row.some((votes, b) => a !== b && votes === array[b]![a]))) return false
      expect(count(ballotsOf(blocs)).duelsWon).toEqual(new Copeland(matrixOf(blocs)).scores())
      return true
    })
  })

  test('Schulze: the whole order where every pair is decided, and never a winner whom we have beaten', () => {
    // It ranks by how many others an option beats by path; we show all that nobody beats side by side (Schulze 2011).
    agree(roomOf(loose), (blocs) => {
      const [ours, theirs] = [count(ballotsOf(blocs)).ranking, new Schulze(matrixOf(blocs)).ranking()]
      for (const winner of theirs[0]!) expect(ours[0]).toContain(winner)
      if (theirs.length < OPTIONS.length) return false
      expect(ours).toEqual(theirs)
      return true
    })
  })

  test('Borda: the same points; unranked options share the last places here, and get nothing there', () => {
    agree(roomOf(loose), (blocs) => {
      const whole = blocs.map(([tiers, times]): Bloc => {
        const rest = OPTIONS.filter((id) => !tiers.flat().includes(id))
        return [rest.length > 0 ? [...tiers, rest] : tiers, times]
      })
      const scores = new Borda(paper(whole)).scores()
      const ours = count(ballotsOf(blocs)).borda.scores
      // It counts from n down to 1, we from n - 1 down to 0.
      for (const id of OPTIONS)
        expect(toNumber(parseFraction(ours[id]!))).toBe(scores[id]! - ballotsOf(blocs).length)
      return true
    })
  })

  test('Ranked Pairs: the whole order where no two duels are equally clear', () => {
    // Equally clear duels are weighed all at once there; here fewer votes against go first, then the order of the paper.
    agree(
      roomOf(order),
      (blocs) => {
        const { array } = matrixOf(blocs)
        const clear = array.flatMap((row, a) => row.filter((votes, b) => votes > array[b]![a]!))
        if (new Set(clear).size < 6) return false
        expect(count(ballotsOf(blocs)).rankedPairs.ranking).toEqual(
          new RankedPairs(matrixOf(blocs)).ranking(),
        )
        return true
      },
      600,
    )
  })

  test('instant runoff: the winner, and who left, where no two are last together', () => {
    // Tied for last, all leave at once there; here by batch, an earlier round or a lot. It also goes on after a majority.
    agree(roomOf(order), (blocs) => {
      const { irv } = count(ballotsOf(blocs))
      const theirs = new InstantRunoff(paper(blocs))
      const rounds = theirs.computeRounds()
      if (irv.ties.length > 0 || irv.winner.length > 1) return false
      expect(irv.winner).toEqual(theirs.ranking()[0])
      expect(irv.rounds.map(({ counts }) => counts)).toEqual(
        rounds.slice(0, irv.rounds.length).map(({ roundResult }) => roundResult.scores),
      )
      return true
    })
  })

  test('approvals and first choices', () => {
    const picks = fc.subarray(OPTIONS, { minLength: 1 }).map((ids) => [ids])
    agree(roomOf(picks), (blocs) => {
      const lists = ballotsOf(blocs).map(([ids]) => ids!)
      const { counts } = countPicks({ options: OPTIONS, min: 1, max: 4 }, lists)
      expect(counts).toEqual(new Approbation(paper(blocs)).scores())
      return true
    })
    agree(roomOf(order), (blocs) => {
      const firsts = ballotsOf(blocs).map(([first]) => first![0]!)
      const { counts, winners } = countSingle(OPTIONS, 'plurality', firsts)
      const theirs = new FirstPastThePost(paper(blocs))
      expect(counts).toEqual(theirs.scores())
      expect(winners).toEqual(theirs.ranking()[0]!.sort())
      return true
    })
  })
})
