// From the roll of an assembly to who is there and who votes with how many voices. Called by activity.ts.
import { sumAmounts } from '../../counting/amounts.ts'
import type { Amount, Assembly, Member, Voice, Voices } from '../../voting.ts'
import { readMandates, type Mandate, type MandateFault, type Mandates } from './mandates.ts'
import type { Attendance } from './quorum.ts'

export interface RollRule {
  /** What the figures count: members, one voice each, or voices. */
  base: 'persons' | 'voices'
  maxMandates: number
}

/** How many mandates stand, and how many do not, by what is wrong with them. */
export interface MandateCount {
  accepted: number
  refused: Partial<Record<MandateFault, number>>
}

/**
 * Registered, present and represented by the roll. Whoever has used a slip has arrived, which voids a mandate given
 * before; present is who is also connected now. Null without a roll.
 */
export function attendanceOf({ members }: Assembly, rule: RollRule): Attendance | null {
  if (members.length === 0) return null
  const weigh = (chosen: readonly Member[]) => sumAmounts(chosen.map((member) => weightOf(member, rule)))
  const here = members.filter((member) => member.seat !== undefined && member.here)
  const held = heldBy(members, readRoll(members, rule))
  const represented = here.flatMap((member) => held.get(member.id) ?? [])
  return { registered: weigh(members), present: weigh(here), represented: weigh(represented) }
}

/** The voices of every seat whose slip has been used: its own, then one for each mandate; its own says which do not stand. */
export function voicesOf({ members }: Assembly, rule: RollRule): Voices {
  const read = readRoll(members, rule)
  const held = heldBy(members, read)
  const voiceOf = (member: Member): Voice => ({
    weight: weightOf(member, rule),
    ...(member.college === undefined ? {} : { college: member.college }),
  })
  const arrived = members.flatMap((member) =>
    member.seat === undefined ? [] : [[member.seat, member] as const],
  )
  return Object.fromEntries(
    arrived.map(([seat, member]) => {
      const refused = read.rejected.flatMap(([of, holder, fault]) =>
        holder === member.id ? { of, fault } : [],
      )
      const own = { ...voiceOf(member), ...(refused.length > 0 ? { refused } : {}) }
      const others = (held.get(member.id) ?? []).map((giver) => ({ ...voiceOf(giver), of: giver.id }))
      return [seat, [own, ...others]]
    }),
  )
}

/** Which mandates stand as things are now. */
export function readRoll(
  members: readonly Member[],
  { maxMandates }: Pick<RollRule, 'maxMandates'>,
): Mandates {
  const arrived = members.filter((member) => member.seat !== undefined).map((member) => member.id)
  const given = members.flatMap(({ id, mandates }) => mandates.map((giver): Mandate => [giver, id]))
  const ids = members.map((member) => member.id)
  return readMandates(ids, arrived, given, maxMandates)
}

/** For the minutes: the mandates that stand, and those that do not. */
export function countMandates({ accepted, rejected }: Mandates): MandateCount {
  const refused: MandateCount['refused'] = {}
  for (const [, , fault] of rejected) refused[fault] = (refused[fault] ?? 0) + 1
  return { accepted: accepted.length, refused }
}

/** The members whom each one present represents: the mandates that stand. */
function heldBy(members: readonly Member[], { accepted }: Mandates): Map<string, Member[]> {
  const byId = new Map(members.map((member) => [member.id, member]))
  const held = new Map<string, Member[]>()
  for (const [giver, holder] of accepted) held.set(holder, [...(held.get(holder) ?? []), byId.get(giver)!])
  return held
}

function weightOf({ weight }: Member, { base }: RollRule): Amount {
  return base === 'persons' ? 1 : weight
}
