// Mandates: who speaks for whom. Called where a roll and its mandates are read.
// Source: usual statutes of cooperatives and associations: the giver is absent, the holder present, no chain, a limit.

export type Mandate = [giver: string, holder: string]
export type MandateFault = 'unknown' | 'self' | 'giver-present' | 'holder-absent' | 'duplicate' | 'limit'

export interface Mandates {
  /** Voices of everybody present: their own and one for each mandate. */
  voices: Record<string, number>
  accepted: Mandate[]
  rejected: [giver: string, holder: string, fault: MandateFault][]
  totalVoices: number
}

/** Mandates in the order of their receipt: the first valid one of a giver counts, at most `most` for a holder. */
export function readMandates(
  members: readonly string[],
  present: readonly string[],
  mandates: readonly Mandate[],
  most: number,
): Mandates {
  const known = new Set(members)
  const here = new Set(present)
  const holderOf = new Map<string, string>()
  const held = new Map(present.map((member) => [member, 0]))
  const rejected: Mandates['rejected'] = []
  for (const [giver, holder] of mandates) {
    const fault = faultOf(giver, holder, known, here) ?? takenFault(giver, holder)
    if (fault) rejected.push([giver, holder, fault])
    else {
      holderOf.set(giver, holder)
      held.set(holder, held.get(holder)! + 1)
    }
  }
  const voices = Object.fromEntries([...held].map(([member, count]) => [member, 1 + count]))
  return { voices, accepted: [...holderOf], rejected, totalVoices: held.size + holderOf.size }

  function takenFault(giver: string, holder: string): MandateFault | null {
    if (holderOf.has(giver)) return 'duplicate'
    return held.get(holder)! >= most ? 'limit' : null
  }
}

function faultOf(
  giver: string,
  holder: string,
  known: ReadonlySet<string>,
  here: ReadonlySet<string>,
): MandateFault | null {
  if (!known.has(giver) || !known.has(holder)) return 'unknown'
  if (giver === holder) return 'self'
  if (here.has(giver)) return 'giver-present'
  return here.has(holder) ? null : 'holder-absent'
}
