// What a room answered to notes with one touch, as a table of numbers. Called by report.ts.
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import { REACTIONS, type ReactionCounts } from '../together.ts'
import type { Block } from './blocks.ts'

/** Notes with reactions, those with the most first; nothing where there are none. */
export function reactionBlocks(
  notes: readonly Note[],
  reactions: Readonly<Record<string, ReactionCounts>>,
  t: Translate,
): Block[] {
  const rows = notes.flatMap(({ id, text }) => {
    const counts = Object.hasOwn(reactions, id) ? REACTIONS.map((kind) => reactions[id]![kind] ?? 0) : []
    const sum = counts.reduce((all, many) => all + many, 0)
    return sum > 0 ? [{ sum, row: [text, ...counts] }] : []
  })
  if (rows.length === 0) return []
  const head = [t('reactions.note'), ...REACTIONS.map((kind) => t(`reaction.${kind}`))]
  return [
    {
      type: 'table',
      title: t('reactions'),
      head,
      rows: rows.toSorted((a, b) => b.sum - a.sum).map(({ row }) => row),
    },
  ]
}
