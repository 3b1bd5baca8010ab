// Where the options of a vote were written, for votes that take over what an earlier activity has left. Called by report.ts.
import type { Translate } from '../i18n/translate.ts'
import type { ActivityEntry } from '../programme.ts'
import type { Round } from '../session/state.ts'
import type { OptionEntry } from '../voting.ts'
import type { Block } from './blocks.ts'

/** The titles of those activities in words; nothing where the options are the vote's own. */
export function originBlocks(
  rounds: readonly Round[],
  activities: readonly ActivityEntry[],
  t: Translate,
): Block[] {
  const paper = rounds.at(-1)?.paper as (Round['paper'] & { items?: OptionEntry[] }) | undefined
  const from = new Set([...(paper?.options ?? []), ...(paper?.items ?? [])].map((option) => option.from))
  const titles = activities.filter(({ id }) => from.has(id)).map(({ title }) => t('quotedTitle', { title }))
  return titles.length > 0 ? [{ type: 'text', text: t('origin', { titles: titles.join(', ') }) }] : []
}
