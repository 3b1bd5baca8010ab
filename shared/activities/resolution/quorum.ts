// Are enough people here to decide? Called by count.ts; checked at the opening and before each vote.
// Source: general practice of assemblies; for companies C. com. L225-96 and L225-98 (a fraction, reached exactly is enough).
import { amountOf, commonUnit, inUnits, sumAmounts } from '../../counting/amounts.ts'
import { fraction } from '../../counting/fraction.ts'
import type { Amount } from '../../voting.ts'

export interface Quorum {
  /** The part of the registered that must be there, `num / den`; 0 / 1 asks for nobody. */
  num: number
  den: number
  /** At least so many, whatever the part. */
  minAbsolute: number
}

export interface Attendance {
  registered: Amount
  present: Amount
  /** Represented by mandates. */
  represented: Amount
}

export interface QuorumResult {
  counted: Amount
  needed: Amount
  reached: boolean
}

/** Present and represented against the part of the registered, rounded up to a whole voice or its smallest part, and against the floor. */
export function quorumOf(room: Attendance, { num, den, minAbsolute }: Quorum): QuorumResult {
  const unit = commonUnit([room.registered, room.present, room.represented])
  const counted = inUnits(room.present, unit) + inUnits(room.represented, unit)
  const part = BigInt(num) * inUnits(room.registered, unit)
  const ofRegistered = (part + BigInt(den) - 1n) / BigInt(den)
  const floor = BigInt(minAbsolute) * unit
  const needed = ofRegistered > floor ? ofRegistered : floor
  return {
    counted: amountOf(fraction(counted, unit)),
    needed: amountOf(fraction(needed, unit)),
    reached: counted >= needed,
  }
}

/** A part of nobody is no quorum: without a roll or a number of registered there is nothing to compare with. */
export function lacksRegistered(
  { registered }: Pick<Attendance, 'registered'>,
  { num }: Pick<Quorum, 'num'>,
) {
  return num > 0 && registered === 0
}

/** Everybody of several rooms, where one vote was held in each. */
export function roomsTogether(rooms: readonly Attendance[]): Attendance {
  const sum = (key: keyof Attendance) => sumAmounts(rooms.map((room) => room[key]))
  return { registered: sum('registered'), present: sum('present'), represented: sum('represented') }
}
