// A vote on what a board has collected: each person picks up to three of its own notes, or of those in some places.
// Called by zone-board.ts and by the boards that offer it.
import type { Note } from '../board/note.ts'
import { checkPicks, countPicks, type PickResult, type PickRule } from '../counting/picks.ts'
import { dropPick, mergePicks } from '../counting/withdrawal.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from '../report/blocks.ts'
import { picksBlocks } from '../report/picks.ts'
import { roundBlocks } from '../report/rounds.ts'
import type { Paper } from '../voting.ts'
import type { Poll, ReportInput, Step } from './activity.ts'
import { paperOptions } from './voting-settings.ts'

/** Notes that one person may pick. */
const PICKS = 3

export interface ZonePaper extends Paper {
  min: number
  max: number
}

const VOTE: Step = { id: 'vote', minutes: 4, pads: 'off', board: 'none', poll: true, results: 'hidden' }
const COUNT: Step = { id: 'count', minutes: 3, pads: 'off', board: 'none', results: 'shown' }

/** The steps of the vote, where the settings ask for it. */
export function voting({ vote = false }: { vote?: boolean | undefined }): Step[] {
  return vote ? [VOTE, COUNT] : []
}

/** What a step says of the notes: once they have been voted on, the room has the result before its eyes. */
export function after({ vote = false }: { vote?: boolean | undefined }, step: Step): Step {
  return vote ? { ...step, board: 'none', results: 'shown' } : step
}

/** The poll on the notes that lie in none of these other places. */
export function zonePoll(others: readonly string[]): Poll<unknown, ZonePaper, string[], PickResult> {
  return {
    type: 'multiple',
    secrecy: () => 'secret',
    paper: (notes) => {
      const options = paperOptions(outside(notes, others), {})
      const max = Math.min(PICKS, options.length)
      return { options, rev: 1, min: Math.min(1, max), max }
    },
    check: (paper, choice) => checkPicks(ruleOf(paper), choice),
    withoutOption: dropPick,
    merge: mergePicks,
    before: ({ length: count }) => (count === 0 ? [{ key: 'advice.none' }] : []),
    count: (paper, ballots) => countPicks(ruleOf(paper), ballots),
  }
}

/** What the room has picked, round by round; nothing where no vote was held. */
export function voteBlocks(
  rounds: ReportInput<unknown, ZonePaper, PickResult>['rounds'],
  t: Translate,
): Block[] {
  if (rounds.length === 0) return []
  return roundBlocks(rounds, t, (paper, result) => picksBlocks(paper.options, result, t))
}

/** Notes that lie in none of these places, neither by themselves nor in a group; what lies nowhere may still belong. */
function outside(notes: Note[], zones: readonly string[]): Note[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return notes.filter((note) => {
    const seen = new Set<string>()
    let at = note
    while (at.under !== undefined && byId.has(at.under) && !seen.has(at.under)) {
      seen.add(at.under)
      at = byId.get(at.under)!
    }
    return at.under === undefined || !zones.includes(at.under)
  })
}

function ruleOf({ options, min, max }: ZonePaper): PickRule {
  return { options: options.map((option) => option.id), min: Math.min(min, options.length), max }
}
