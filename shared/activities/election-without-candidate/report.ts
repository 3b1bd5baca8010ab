// What remains of an election without candidate: the role, who was proposed in each round, and why.
import type { Translate } from '../../i18n/translate.ts'
import { barsBlock } from '../../report/bars.ts'
import type { Block } from '../../report/blocks.ts'
import { roleLines } from './about.ts'
import type { ElectionPaper } from './activity.ts'
import type { TurnResult } from './consent-turn.ts'
import type { NominationResult } from './count.ts'

interface Round {
  paper: ElectionPaper
  result?: NominationResult | TurnResult
}

/** Blocks of all rounds together. People stand in the order of the paper: the count alone elects nobody. */
export function electionBlocks(rounds: Round[], t: Translate): Block[] {
  const last = rounds.at(-1)
  if (!last) return [{ type: 'text', text: t('noVotes') }]
  const named = rounds.filter(({ paper }) => paper.proposed === undefined)
  const counted = named.flatMap(({ result }) =>
    result && result.n > 0 && 'tallies' in result ? [result] : [],
  )
  const turns = rounds.filter(({ paper }) => paper.proposed !== undefined)
  return [
    ...roleLines(last.paper, t).map(({ label }): Block => ({ type: 'text', text: label })),
    ...roundBlocks(named.at(-1) ?? last, counted, t),
    ...turns.flatMap((turn) => turnBlocks(turn, t)),
  ]
}

/** One consent turn: who was proposed, what came of it, and what was said. */
function turnBlocks({ paper, result }: Round, t: Translate): Block[] {
  const text = (words: string): Block => ({ type: 'text', text: words })
  if (!result || !('outcome' in result)) return [text(t('notCounted'))]
  const said = [...result.objections, ...result.concerns, ...result.standAside].filter((one) => one !== '')
  return [text(turnText(paper, result, t)), ...said.map((one) => text(t('quotedReason', { reason: one })))]
}

/** "Consent for Dan: elected ...": the sentence of a consent turn. */
export function turnText(
  paper: ElectionPaper,
  { proposed, outcome, missing }: TurnResult,
  t: Translate,
): string {
  const label = paper.options.find(({ id }) => id === proposed)?.label ?? ''
  return t(`turn.${outcome}`, { label, missing })
}

function roundBlocks({ paper, result }: Round, counted: NominationResult[], t: Translate): Block[] {
  const said = counted.at(-1)
  if (!said) return [{ type: 'text', text: t(result ? 'noVotes' : 'notCounted') }]
  const people = paper.options.filter(({ id }) => counted.some(({ tallies }) => own(tallies, id)))
  const votesOf = (id: string) => counted.map(({ tallies }) => own(tallies, id) ?? 0)
  const reasons = people.flatMap(({ id, label }) =>
    (own(said.reasons, id) ?? []).map((reason) => [label, reason]),
  )
  return [
    barsBlock(
      {
        title: t('result'),
        head: [t('person'), ...counted.map((_, i) => t('round', { round: i + 1 }))],
        rows: people.map(({ id, label }) => [label, ...votesOf(id)]),
      },
      people.map(({ id, label }) => ({
        ...{ label, value: votesOf(id).at(-1)! },
        ...(counted.length > 1 ? { detail: votesOf(id).join(' \u2192 ') } : {}),
      })),
    ),
    ...(reasons.length > 0
      ? [{ type: 'table' as const, title: t('reasons'), head: [t('person'), t('reason')], rows: reasons }]
      : []),
    { type: 'text', text: t('howCounted') },
  ]
}

function own<T>(values: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
