// From the roll of an assembly to who is there and who votes with how many voices. Called by activity.ts.
import type { Assembly, Member, Voices } from '../../voting.ts'
import { readMandates, type Mandate } from './mandates.ts'
import type { Attendance } from './quorum.ts'

export interface RollRule {
  /** What the figures count: members, one voice each, or voices. */
  base: 'persons' | 'voices'
  maxMandates: number
}

/**
 * Registered, present and represented by the roll. Whoever has used a slip has arrived, which voids a mandate given
 * before; present is who is also connected now. Null without a roll.
 */
export function attendanceOf({ members }: Assembly, rule: RollRule): Attendance | null {
  if (members.length === 0) return null
  const weigh = (chosen: readonly Member[]) => chosen.reduce((sum, member) => sum + weightOf(member, rule), 0)
  const here = members.filter((member) => member.seat !== undefined && member.here)
  const held = heldBy(members, rule)
  const represented = here.flatMap((member) => held.get(member.id) ?? [])
  return { registered: weigh(members), present: weigh(here), represented: weigh(represented) }
}

/** The voices of every seat whose slip has been used: its own, then one for each mandate. */
export function voicesOf({ members }: Assembly, rule: RollRule): Voices {
  const held = heldBy(members, rule)
  const arrived = members.flatMap((member) =>
    member.seat === undefined ? [] : [[member.seat, member] as const],
  )
  return Object.fromEntries(
    arrived.map(([seat, member]) => {
      const all = [member, ...(held.get(member.id) ?? [])]
      return [seat, all.map((one) => weightOf(one, rule))]
    }),
  )
}

/** The members whom each one present represents: the mandates that stand. */
function heldBy(members: readonly Member[], { maxMandates }: RollRule): Map<string, Member[]> {
  const byId = new Map(members.map((member) => [member.id, member]))
  const arrived = members.filter((member) => member.seat !== undefined).map((member) => member.id)
  const given = members.flatMap(({ id, mandates }) => mandates.map((giver): Mandate => [giver, id]))
  const { accepted } = readMandates([...byId.keys()], arrived, given, maxMandates)
  const held = new Map<string, Member[]>()
  for (const [giver, holder] of accepted) held.set(holder, [...(held.get(holder) ?? []), byId.get(giver)!])
  return held
}

function weightOf({ weight }: Member, { base }: RollRule): number {
  return base === 'persons' ? 1 : weight
}
