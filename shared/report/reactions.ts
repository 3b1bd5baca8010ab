// What a room answered to notes with one touch, as tables of numbers: reactions, and thumbs on topics. Called by report.ts.
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import { reactionCounts } from '../session/reactions.ts'
import type { Session } from '../session/state.ts'
import { thumbed } from '../session/thumbs.ts'
import { REACTIONS, THUMBS } from '../together.ts'
import type { Block } from './blocks.ts'
import type { Section } from './model.ts'

/** Notes with reactions, those with the most first, then each question whether to go on with a topic; nothing where there are none. */
export function touchBlocks(
  notes: readonly Note[],
  session: Session,
  activity: string,
  t: Translate,
): Block[] {
  const { reactions = {}, thumbs = {} } = touchPart(notes, session, activity)
  return [...reactionTable(notes, reactions, t), ...thumbTable(notes, thumbs, t)]
}

/** What these notes were answered, as numbers by note. */
export function touchPart(
  notes: readonly Note[],
  session: Session,
  activity: string,
): Pick<Section, 'reactions' | 'thumbs'> {
  const reactions = reactionCounts(session, activity)
  const told = thumbed(session)
  const asked = notes.flatMap(({ id }) => (Object.hasOwn(told, id) ? [[id, told[id]!] as const] : []))
  return {
    ...(Object.keys(reactions).length > 0 ? { reactions } : {}),
    ...(asked.length > 0 ? { thumbs: Object.fromEntries(asked) } : {}),
  }
}

function reactionTable(
  notes: readonly Note[],
  reactions: NonNullable<Section['reactions']>,
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

/** In the words of the exercise. */
function thumbTable(notes: readonly Note[], thumbs: NonNullable<Section['thumbs']>, t: Translate): Block[] {
  const rows = notes.flatMap(({ id, text }) => {
    const times = Object.hasOwn(thumbs, id) ? thumbs[id]! : []
    return times.map((counts, i) => [text, i + 1, ...THUMBS.map((thumb) => counts[thumb])])
  })
  if (rows.length === 0) return []
  const head = [t('thumbs.topic'), t('thumbs.time'), ...THUMBS.map((thumb) => t(`thumbs.${thumb}`))]
  return [{ type: 'table', title: t('thumbs.title'), head, rows }]
}
