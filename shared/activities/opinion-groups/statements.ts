// Which statements a wall names: what brings the room together, and what marks each group first. Called by Wall.svelte.
import type { OptionEntry } from '../../voting.ts'
import type { OpinionResult } from './count.ts'
import { isEverywhere, type Side } from './marks.ts'
import { letterOf } from './report.ts'

export interface Said {
  label: string
  side: Side
  /** On that side, and all who saw it. */
  people: number
  seen: number
  /** Of the group that it marks. */
  letter?: string
}

/** The statements that more than half of every group are on one side of, the most shared first, at most `most`. */
export function sharedBy(options: readonly OptionEntry[], result: OpinionResult, most: number): Said[] {
  const shared = result.common.filter(
    ({ option, side, everywhere = isTold(result.votesByGroup[option] ?? [null], side) }) => everywhere,
  )
  return shared.slice(0, most).map(({ option, side }) => ({
    label: labelOf(options, option),
    side,
    people: (side === 'agree' ? result.agree : result.disagree)[option] ?? 0,
    seen: result.seen[option] ?? 0,
  }))
}

/** Results of before do not say it of themselves. */
function isTold(groups: OpinionResult['votesByGroup'][string], side: Side): boolean {
  const told = groups.filter((votes) => votes !== null)
  return told.length === groups.length && isEverywhere(told, side)
}

/** For each group the statements that mark it most, at most `each`; none where groups do not stand apart. */
export function marking(options: readonly OptionEntry[], result: OpinionResult, each: number): Said[] {
  if (!result.clear) return []
  return result.groups.flatMap(({ marks }, group) =>
    marks.slice(0, each).map(({ option, side }) => {
      const [agree = 0, disagree = 0, seen = 0] = result.votesByGroup[option]?.[group] ?? []
      const people = side === 'agree' ? agree : disagree
      return { label: labelOf(options, option), side, people, seen, letter: letterOf(group) }
    }),
  )
}

/** How lists of statements are set in a room of pixels of the canvas: two lines each, else one, else fewer marks. */
export function fitLists(room: number, shared: number, groups: number): { lines: 1 | 2; each: 1 | 2 } {
  const height = (lines: 1 | 2, each: number) =>
    2 * TITLE + (shared + groups * each) * (lines === 2 ? TWO_LINES : ONE_LINE)
  for (const each of [2, 1] as const)
    for (const lines of [2, 1] as const) if (height(lines, each) <= room) return { lines, each }
  return { lines: 1, each: 1 }
}

/** Heights with their gaps: of a list's title, of a statement in one line and in two. */
const TITLE = 68
const ONE_LINE = 68
const TWO_LINES = 108

function labelOf(options: readonly OptionEntry[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? ''
}
