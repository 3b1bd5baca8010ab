// Notes on slides: cards as high as their texts, packed into columns. Called by pptx.ts and pptx-annex.ts.
import type { Translate } from '../../shared/i18n/translate.ts'
import { paperOf, QUIET } from '../../shared/report/drawing.ts'
import type { ListedNote, Passage } from '../../shared/report/outline.ts'
import { heightOf, hex, PAGE, ROOM, say, TOP, type Slide } from './pptx-slides.ts'

type Notes = Extract<Passage, { is: 'notes' }>

const SIZE = 12
const GAP = 0.1
const PAD = 0.16

export function cardHeight(note: ListedNote, w: number): number {
  return heightOf(wordsOf(note), w - 2 * PAD, SIZE) + 2 * PAD
}

export function addCard(slide: Slide, note: ListedNote, x: number, y: number, w: number): void {
  const { fill, edge } = paperOf(note.tone)
  say(slide, wordsOf(note), {
    ...{ x, y, w, h: cardHeight(note, w), fontSize: SIZE, valign: 'top', margin: 8 },
    ...{ fill: { color: hex(fill) }, line: { color: hex(edge), width: 0.75 } },
  })
}

function wordsOf({ text, name }: ListedNote): string {
  return name === undefined ? text : `${text}\n(${name})`
}

/** Notes in columns, the shortest first; how many found room. */
export function packCards(slide: Slide, notes: ListedNote[], columns: number): number {
  const w = (PAGE.inner - (columns - 1) * GAP) / columns
  const heights = Array<number>(columns).fill(0)
  let packed = 0
  for (const note of notes) {
    const column = heights.indexOf(Math.min(...heights))
    const h = cardHeight(note, w)
    if (heights[column]! + h > ROOM && packed > 0) break
    addCard(slide, note, PAGE.x + column * (w + GAP), TOP + heights[column]!, w)
    heights[column]! += h + GAP
    packed++
  }
  return packed
}

/** Each group a column with its name, its number and its first notes; more than five groups are a list. */
export function groupCards(
  slide: Slide,
  groups: Notes[],
  { left = PAGE.x, width }: { left?: number; width: number },
  t: Translate,
): void {
  const shown = groups.slice(0, Math.max(1, Math.floor((width / PAGE.inner) * MOST)))
  const w = (width - (shown.length - 1) * 2 * GAP) / Math.max(1, shown.length)
  const column = shown.length === 1 ? Math.min(w, 5) : w
  shown.forEach(({ title, notes }, i) => {
    const x = left + i * (column + 2 * GAP)
    const head = [title, t('notesCount', { count: notes.length })].filter(Boolean).join('\n')
    say(slide, head, { x, y: TOP, w: column, h: HEAD, fontSize: 15, bold: true, valign: 'bottom' })
    let y = TOP + HEAD + GAP
    let count = 0
    for (const note of notes) {
      const h = cardHeight(note, column)
      if (y + h > TOP + ROOM - FOOT) break
      addCard(slide, note, x, y, column)
      y += h + GAP
      count++
    }
    const more = notes.length - count
    if (more > 0)
      say(slide, t('page.more', { count: more }), {
        x,
        y,
        w: column,
        h: FOOT,
        fontSize: 12,
        color: hex(QUIET),
      })
  })
  const further = groups.slice(shown.length).map(({ title, notes }) => `${title} (${notes.length})`)
  if (further.length > 0)
    say(slide, further.join(' · '), {
      x: left,
      w: width,
      y: TOP + ROOM,
      h: 0.3,
      fontSize: 11,
      color: hex(QUIET),
    })
}

const MOST = 5
const HEAD = 0.75
const FOOT = 0.35
