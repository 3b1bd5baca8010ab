// What of opinion groups may leave the house: figures by group, where they do not tell who voted what. Called by activity.ts.
import { FEW_VOTERS } from '../../limits.ts'
import type { OpinionResult } from './count.ts'
import type { GroupVotes } from './marks.ts'

/**
 * The result without the figures of a group on a statement that fewer than five of it saw (methods, section 0.6), and
 * without those that the total less all others would tell. What marks a group is told with its figures only.
 */
export function tellable(result: OpinionResult): OpinionResult {
  if (result.k < 2) return result
  const { votesByGroup, seen } = result
  const hidden = new Map(
    Object.entries(votesByGroup).map(([option, groups]) => [option, hiddenAmong(groups, seen[option] ?? 0)]),
  )
  const isHidden = (option: string, group: number) => hidden.get(option)?.has(group) === true
  const whole = <T>(by: Record<string, T>) =>
    Object.fromEntries(Object.entries(by).filter(([option]) => hidden.get(option)?.size === 0))
  const told = Object.entries(votesByGroup).map(([option, groups]): [string, (GroupVotes | null)[]] => [
    option,
    groups.map((votes, group) => (isHidden(option, group) ? null : votes)),
  ])
  return {
    ...result,
    groups: result.groups.map((one, group) => ({
      ...one,
      marks: one.marks.filter(({ option }) => !isHidden(option, group)),
    })),
    votesByGroup: Object.fromEntries(told),
    // Exact shares of all groups multiplied would give the hidden ones away.
    groupAwareAgree: whole(result.groupAwareAgree),
    groupAwareDisagree: whole(result.groupAwareDisagree),
  }
}

/** Groups that few of have seen the statement; where it is one alone, the next smallest too. Those in no group are a cell as well. */
function hiddenAmong(groups: readonly (GroupVotes | null)[], seen: number): Set<number> {
  const sizes = groups.map((votes) => votes?.[2] ?? 0)
  const rest = seen - sizes.reduce((sum, size) => sum + size, 0)
  const cells = [...sizes, rest]
    .map((people, group) => ({ people, group }))
    .filter(({ people }) => people > 0)
  const few = cells.filter(({ people }) => people < FEW_VOTERS)
  const others = cells.filter(({ people }) => people >= FEW_VOTERS).sort((a, b) => a.people - b.people)
  const beside = few.length === 1 ? others.slice(0, 1) : []
  return new Set([...few, ...beside].map(({ group }) => group))
}
