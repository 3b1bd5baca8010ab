// A public lot in words: the seed, then the options in the order of the draw. Called by result frames and phones.
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { PollView } from '../../../shared/wire.ts'
import { shortLabel } from './verdict.ts'

/** Names after each other are cut, so that a draw among many stays a sentence. */
const LONGEST = 40

/** One sentence for each draw. */
export function lotSentences({ lots = [], paper }: Pick<PollView, 'lots' | 'paper'>, t: Translate): string[] {
  const labelOf = (id: string) => paper.options.find((option) => option.id === id)?.label ?? id
  return lots.map(({ seed, order }) => {
    const names = order.map((id, i) =>
      t('chart.drawn', { place: i + 1, label: shortLabel(labelOf(id), LONGEST) }),
    )
    return t('chart.lot', { seed, order: names.join(' ') })
  })
}
