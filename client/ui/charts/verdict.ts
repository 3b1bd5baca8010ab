// The verdict of a count in words, short enough for the back row. Called by Frame.svelte and the faces of voting activities.
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { SizeStep } from '../../wall/lengths.ts'

/** Sizes of the verdict, in pixels of the 1920 x 1080 canvas. */
export const VERDICT: readonly SizeStep[] = [
  { upTo: 46, word: 30, size: 56 },
  { upTo: 90, word: 36, size: 48 },
  { upTo: 150, word: 44, size: 42 },
  { upTo: Infinity, word: Infinity, size: 36 },
]

/** The same above many rows, which need the room. */
export const VERDICT_DENSE: readonly SizeStep[] = [
  { upTo: 80, word: 44, size: 42 },
  { upTo: Infinity, word: Infinity, size: 36 },
]

/** Names in one sentence, at most. */
const MOST_NAMED = 3
const LONGEST = 64

/** A label that fits into a sentence: cut at the end of a word. */
export function shortLabel(label: string, most = LONGEST): string {
  const flat = label.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.]+$/, '')}…`
}

/** Labels in a row, shortened and in the quotes of the language; null where they are too many for a sentence. */
export function shortNames(labels: readonly string[], t: Translate, longest = LONGEST): string | null {
  if (labels.length > MOST_NAMED) return null
  const most = labels.length > 1 ? Math.floor(longest / labels.length) + 8 : longest
  return labels.map((label) => t('chart.quoted', { label: shortLabel(label, most) })).join(', ')
}

/** Who is in front: one name, a tie of a few, or how many are tied; empty where nobody is. */
export function leadersVerdict(labels: readonly string[], t: Translate): string {
  if (labels.length === 0) return ''
  const names = shortNames(labels, t)
  if (names === null) return t('chart.tiedOf', { count: labels.length })
  return labels.length === 1 ? t('chart.first', { name: names }) : t('chart.tied', { names })
}

/** Labels of the rows that share the first rank; none where nothing is ranked. */
export function leadersOf(rows: readonly { label: string; rank?: number | string }[]): string[] {
  return rows.filter(({ rank }) => rank === 1).map(({ label }) => label)
}
