// Who left a circle between two turns, who joined it, and whose answer was missing; names where they are asked for. Called by report.ts.
import type { Translate } from '../i18n/translate.ts'
import { circleSeats, turnBefore } from '../session/circle.ts'
import type { Round, Session } from '../session/state.ts'
import type { Block } from './blocks.ts'
import type { VoterNames } from './named.ts'

/** A sentence for each of these things that happened in a turn; nothing of exercises without a circle. */
export function circleBlocks(
  rounds: readonly Round[],
  merged: Pick<Session, 'merged'>,
  names: VoterNames | undefined,
  t: Translate,
): Block[] {
  return rounds.flatMap((round, i): Block[] => {
    const found = circleSeats(round, turnBefore(rounds, round), merged)
    if (!found) return []
    const told = (['left', 'joined', ...(names ? (['missing'] as const) : [])] as const).filter(
      (what) => found[what].length > 0,
    )
    return told.map((what) => {
      const params = { turn: i + 1, count: found[what].length }
      const known = found[what].map((seat) => names?.seats[seat] ?? t('named.none')).sort()
      const text = names
        ? t(`circle.${what}`, { ...params, names: known.join(', ') })
        : t(`circle.${what}.count`, params)
      return { type: 'text', text }
    })
  })
}
