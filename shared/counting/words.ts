// Words of the room: the same word said twice is one word, said larger. Pure. Called by word walls and check-ins.
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import { barsBlock } from '../report/bars.ts'
import type { Block } from '../report/blocks.ts'

export interface Word {
  /** As it was written most often. */
  text: string
  count: number
}

/** Words by how many said them, then in the order of the alphabet; case, accents, spaces and a final stop make no difference. */
export function wordsOf(notes: readonly Note[]): Word[] {
  const words = new Map<string, Map<string, number>>()
  for (const { text, hidden } of notes) {
    const key = keyOf(text)
    if (hidden || key === '') continue
    const ways = words.get(key) ?? new Map<string, number>()
    const way = text.trim().replace(/\s+/g, ' ')
    words.set(key, ways.set(way, (ways.get(way) ?? 0) + 1))
  }
  return [...words.values()].map(wordOf).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

function wordOf(ways: ReadonlyMap<string, number>): Word {
  const sorted = [...ways].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return { text: sorted[0]![0], count: sorted.reduce((sum, [, n]) => sum + n, 0) }
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.!?…]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words that are drawn; the table has all. */
const DRAWN = 12

/** The words of the room in a report, the most shared first. */
export function wordBlocks(notes: readonly Note[], t: Translate): Block[] {
  const words = wordsOf(notes)
  if (words.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  const rows = words.map(({ text, count }) => [text, count])
  const table = { title: t('table.words'), head: [t('table.word'), t('table.times')], rows }
  const drawn = words.slice(0, DRAWN).map(({ text, count }) => ({ label: text, value: count }))
  return [barsBlock(table, drawn)]
}
