// What stands beside the name of an activity: the step in play, whose notes these are, and the fingerprint of a closed vote.
// Called by wall/Step.svelte.
import { shortened } from '../../shared/fingerprint.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { NowView, PollView } from '../../shared/wire.ts'

export function factsOf(
  { step, steps, settings }: NowView,
  poll: Pick<PollView, 'fingerprint'> | undefined,
  t: Translate,
): string[] {
  const label = steps.find(({ id }) => id === step)?.label
  const { authors } = settings
  return [
    label,
    typeof authors === 'string' && t(`authors.${authors}`),
    poll?.fingerprint !== undefined && t('poll.fingerprint', { print: shortened(poll.fingerprint) }),
  ].filter((fact) => !!fact) as string[]
}
