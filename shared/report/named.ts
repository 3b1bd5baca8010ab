// Who said what in votes that were not secret: for whoever asks for a report with names. Called by report.ts.
import type { Round } from '../session/state.ts'
import type { Translate } from '../i18n/translate.ts'
import { ballotWords } from './ballot-words.ts'
import type { Block } from './blocks.ts'

/** Names of voters by seat, and of members by id. */
export interface VoterNames {
  seats: Readonly<Record<string, string>>
  members: Readonly<Record<string, string>>
}

/** A table for each round that was announced as public or confidential; nothing without names. */
export function namedBlocks(rounds: readonly Round[], names: VoterNames | undefined, t: Translate): Block[] {
  if (!names) return []
  return rounds.flatMap((round) => (round.named ? [namedTable(round, round.named, names, t)] : []))
}

function namedTable(
  { type, paper }: Round,
  lines: NonNullable<Round['named']>,
  { seats, members }: VoterNames,
  t: Translate,
): Block {
  const rows = lines.map(({ seat, of, choice }) => {
    const name = seats[seat] ?? t('named.none')
    const giver = of === undefined ? undefined : (members[of] ?? t('named.none'))
    const words = ballotWords({ type, paper }, choice, t, t('named.blank')).join(', ')
    return [giver === undefined ? name : t('named.mandate', { name, of: giver }), words]
  })
  rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'fr'))
  return { type: 'table', title: t('named'), head: [t('named.name'), t('named.answer')], rows }
}
