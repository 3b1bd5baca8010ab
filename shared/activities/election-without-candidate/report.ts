// What remains of an election without candidate: the role, who was proposed in each round, and why.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import type { ElectionPaper } from './activity.ts'
import type { NominationResult } from './count.ts'

interface Round {
  paper: ElectionPaper
  result?: NominationResult
}

/** Blocks of all rounds together. People stand in the order of the paper: the count alone elects nobody. */
export function electionBlocks(rounds: Round[], t: Translate): Block[] {
  const last = rounds.at(-1)
  if (!last) return [{ type: 'text', text: t('noVotes') }]
  const counted = rounds.flatMap(({ result }) => (result && result.n > 0 ? [result] : []))
  return [...roleBlocks(last.paper, t), ...roundBlocks(last, counted, t)]
}

function roleBlocks({ role, term, criteria }: ElectionPaper, t: Translate): Block[] {
  return [
    ...(role ? [t('roleIs', { role })] : []),
    ...(term ? [t('termIs', { term })] : []),
    ...criteria.map((criterion) => t('criterion', { criterion })),
  ].map((text) => ({ type: 'text', text }))
}

function roundBlocks({ paper, result }: Round, counted: NominationResult[], t: Translate): Block[] {
  const said = counted.at(-1)
  if (!said) return [{ type: 'text', text: t(result ? 'noVotes' : 'notCounted') }]
  const people = paper.options.filter(({ id }) => counted.some(({ tallies }) => own(tallies, id)))
  const reasons = people.flatMap(({ id, label }) =>
    (own(said.reasons, id) ?? []).map((reason) => [label, reason]),
  )
  return [
    {
      type: 'table',
      title: t('result'),
      head: [t('person'), ...counted.map((_, i) => t('round', { round: i + 1 }))],
      rows: people.map(({ id, label }) => [label, ...counted.map(({ tallies }) => own(tallies, id) ?? 0)]),
    },
    ...(reasons.length > 0
      ? [{ type: 'table' as const, title: t('reasons'), head: [t('person'), t('reason')], rows: reasons }]
      : []),
    { type: 'text', text: t('howCounted') },
  ]
}

function own<T>(values: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
