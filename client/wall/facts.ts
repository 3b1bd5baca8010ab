// What stands beside the name of an activity: the step in play, and whose notes these are. Called by wall/Step.svelte.
import type { Translate } from '../../shared/i18n/translate.ts'
import type { NowView } from '../../shared/wire.ts'

export function factsOf({ step, steps, settings }: NowView, t: Translate): string[] {
  const label = steps.find(({ id }) => id === step)?.label
  const { authors } = settings
  return [label, typeof authors === 'string' && t(`authors.${authors}`)].filter((fact) => !!fact) as string[]
}
