// What stands beside the name of an activity: the step in play, whose notes these are, and the fingerprint of a closed vote.
// Called by wall/Step.svelte.
import { shortened } from '../../shared/fingerprint.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { NowView, PollView } from '../../shared/wire.ts'

export function factsOf(
  { kind, step, steps, settings }: NowView,
  poll: Pick<PollView, 'fingerprint'> | undefined,
  t: Translate,
): string[] {
  const label = isRound(kind) ? undefined : steps.find(({ id }) => id === step)?.label
  const { authors } = settings
  return [
    label,
    typeof authors === 'string' && t(`authors.${authors}`),
    poll?.fingerprint !== undefined && t('poll.fingerprint', { print: shortened(poll.fingerprint) }),
  ].filter((fact) => !!fact) as string[]
}

export interface RoundStep {
  id: string
  label: string
  state: 'done' | 'now' | 'next'
}

/** The steps of a round that is gone through together, as a bar; none where the step in play is enough to know. */
export function stepsOf({ kind, step, steps }: Pick<NowView, 'kind' | 'step' | 'steps'>): RoundStep[] {
  if (!isRound(kind)) return []
  const at = steps.findIndex(({ id }) => id === step)
  return steps.map((one, i) => ({ ...one, state: i < at ? 'done' : i === at ? 'now' : 'next' }))
}

/** A circle keeps its steps apart: questions, reasons, reactions and objections have each their time. */
function isRound(kind: string): boolean {
  return kind === 'consent' || kind === 'election-without-candidate'
}
