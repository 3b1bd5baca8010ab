// Under what conditions a poll was held: when, how many of how many, how secret, with or without slips, by which lot.
// Called by report.ts for every activity that was put to the vote.
import { grouped } from '../fingerprint.ts'
import type { Round } from '../session/state.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from './blocks.ts'

/** One table with a column for each round that was counted; nothing without one. */
export function conditionBlocks(rounds: readonly Round[], t: Translate): Block[] {
  const counted = rounds.filter(({ voted }) => voted !== undefined)
  if (counted.length === 0) return []
  const rows: [string, (round: Round) => string | number][] = [
    [t('vote.opened'), ({ openedAt }) => moment(openedAt)],
    [t('vote.closed'), ({ closedAt }) => moment(closedAt)],
    [t('vote.ballots'), (round) => ballotsOf(round, t)],
    [t('vote.byHand'), ({ byHand = 0 }) => byHand],
    [t('vote.byTable'), ({ sources }) => sources?.table ?? 0],
    [t('vote.byScribe'), ({ sources }) => sources?.scribe ?? 0],
    [t('vote.secrecy'), ({ secrecy }) => t(`vote.secrecy.${secrecy}`)],
    [t('vote.slips'), ({ voices }) => t(voices ? 'vote.slips.yes' : 'vote.slips.no')],
    [t('vote.lots'), (round) => lotWords(round, t)],
    [t('vote.fingerprint'), ({ fingerprint = '' }) => grouped(fingerprint)],
  ]
  const filled = rows
    .map(([name, cell]) => [name, ...counted.map(cell)])
    .filter(([, ...cells]) => cells.some((cell) => cell !== '' && cell !== 0))
  const head = counted.length === 1 ? [''] : counted.map((_, i) => t('vote.round', { round: i + 1 }))
  const named = [t('vote.condition'), ...head]
  return [{ type: 'table', title: t('vote.conditions'), head: named, rows: filled, aside: true }]
}

/** One slip gives the voices of its mandates too: its holder is not one ballot among others. */
function ballotsOf({ voted = 0, of = voted, voices }: Round, t: Translate): string {
  return t(voices ? 'vote.slipsOf' : 'vote.ballotsOf', { voted, of })
}

/** To the minute, in universal time: the server does not know the hour of the room. */
function moment(time: number | undefined): string {
  return time === undefined ? '' : `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** "AG-2018: Lyon, Lille": the seed, then the options in the order of the draw. */
function lotWords({ lots = [], paper }: Round, t: Translate): string {
  const labelOf = (id: string) => paper.options.find((option) => option.id === id)?.label ?? id
  return lots
    .map(({ seed, order }) => t('vote.lot', { seed, order: order.map(labelOf).join(', ') }))
    .join(' ')
}
