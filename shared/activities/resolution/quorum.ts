// Are enough people here to decide? Called by count.ts; checked at the opening and before each vote.
// Source: general practice of assemblies; for companies C. com. L225-96 and L225-98 (a fraction, reached exactly is enough).

export interface Quorum {
  /** The part of the registered that must be there, `num / den`; 0 / 1 asks for nobody. */
  num: number
  den: number
  /** At least so many, whatever the part. */
  minAbsolute: number
}

export interface Attendance {
  registered: number
  present: number
  /** Represented by mandates. */
  represented: number
}

export interface QuorumResult {
  counted: number
  needed: number
  reached: boolean
}

/** Present and represented against the part of the registered, rounded up, and against the floor. */
export function quorumOf(room: Attendance, { num, den, minAbsolute }: Quorum): QuorumResult {
  const counted = room.present + room.represented
  const needed = Math.max(Math.ceil((num * room.registered) / den), minAbsolute)
  return { counted, needed, reached: counted >= needed }
}
