// Which statements a wall names: what brings the room together, and what marks each group first. Called by Wall.svelte.
import type { OptionEntry } from '../../voting.ts'
import type { OpinionResult } from './count.ts'
import type { Side } from './marks.ts'
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

/** The statements most shared by all groups, at most `most`. */
export function sharedBy(options: readonly OptionEntry[], result: OpinionResult, most: number): Said[] {
  return result.common.slice(0, most).map(({ option, side }) => ({
    label: labelOf(options, option),
    side,
    people: (side === 'agree' ? result.agree : result.disagree)[option] ?? 0,
    seen: result.seen[option] ?? 0,
  }))
}

/** For each group that has one, the statement that marks it most; none where groups do not stand apart. */
export function marking(options: readonly OptionEntry[], result: OpinionResult): Said[] {
  if (!result.clear) return []
  return result.groups.flatMap(({ marks }, group) => {
    const mark = marks[0]
    if (!mark) return []
    const [agree = 0, disagree = 0, seen = 0] = result.votesByGroup[mark.option]?.[group] ?? []
    const people = mark.side === 'agree' ? agree : disagree
    return [{ label: labelOf(options, mark.option), side: mark.side, people, seen, letter: letterOf(group) }]
  })
}

function labelOf(options: readonly OptionEntry[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? ''
}
