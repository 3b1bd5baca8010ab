// A result in words and rows, as the activity's own report writes it. Called by ExercisePart.svelte.
import { activityOf } from '../../shared/activities/index.ts'
import type { Block } from '../../shared/report/blocks.ts'
import { reportWords } from '../../shared/report/words.ts'
import type { Paper } from '../../shared/voting.ts'
import type { Language } from '../../shared/wire.ts'

/** Blocks of one counted vote; none where this version does not know the kind. */
export function blocksOf(
  kind: string,
  { paper, result, voted }: { paper: Paper; result: unknown; voted: number },
  language: Language,
): Block[] {
  const activity = activityOf(kind)
  if (!activity) return []
  const t = reportWords(language, activity.messages)
  const settings = activity.settings.parse({})
  return activity
    .report({ settings, notes: [], rounds: [{ paper, result, voted }], language, t })
    .filter(({ type }) => type !== 'notes')
}

/** What is in front in a result: the first label of its ranking or stack. */
export function frontOf(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type !== 'ranking' && block.type !== 'stack') continue
    const first = block.rows.filter(({ rank }) => rank === 1).map(({ label }) => label)
    if (first.length > 0) return first.join(', ')
  }
  return blocks.find((block) => block.type === 'text')?.text ?? ''
}
