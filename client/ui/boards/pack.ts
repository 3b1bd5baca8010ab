// How the cards of a place are set in its box: as large as they all fit, and what does not fit as shapes below them.
// Called by ZoneBox.svelte. Lengths are pixels of the 1920 x 1080 canvas; type is never under 28.

export interface Card {
  /** Place in the list that was given. */
  index: number
  /** Lines of text it shows. */
  lines: number
}

export interface Packing {
  /** Size of the text. */
  size: number
  columns: Card[][]
  /** Places of the cards for which there is no room, in order. */
  left: number[]
}

interface Mode {
  size: number
  /** Most lines of one card. */
  lines: number
  /** Least width of a column. */
  width: number
}

/** From generous to dense. */
const MODES: readonly Mode[] = [
  { size: 38, lines: 6, width: 420 },
  { size: 34, lines: 5, width: 330 },
  { size: 28, lines: 6, width: 280 },
  { size: 28, lines: 4, width: 270 },
  { size: 28, lines: 3, width: 250 },
  { size: 28, lines: 2, width: 240 },
]
/** No text is cut where a smaller size holds them all. */
const WHOLE = MODES.slice(0, 3).map((mode): Mode => ({ ...mode, lines: Infinity }))
/** Where texts must be cut, the smallest size shows the most of them. */
const DENSE = MODES.slice(2)
const GAP = 10
/** Above and below the text of a card, its coloured edge included. */
const FRAME = 26
/** A row of shapes with its space; a narrow box needs two. */
const STRIP = 42
const NARROW = 400
const LINE = 1.18
/** Width of a letter on average, and what stands beside the text: the shape and the edges. */
const LETTER = 0.5
const BESIDE = 68

/** A line under the text of a card: who wrote it, what the room answered. */
const FOOT = 34

interface Text {
  text: string
  /** Height of what stands under it. */
  foot: number
}

/** The most generous setting in which all cards fit, uncut where that can be; else the newest that fit over a row of shapes, which may lie elsewhere than below. `feet`: which cards have a line under their text. */
export function packCards(
  texts: readonly string[],
  width: number,
  height: number,
  below = true,
  feet: readonly boolean[] = [],
): Packing {
  const cards = texts.map((text, i) => ({ text, foot: feet[i] ? FOOT : 0 }))
  const all = texts.map((_, i) => i)
  for (const mode of WHOLE) {
    const columns = deal(cards, all, mode, width, height)
    if (columns) return { size: mode.size, columns, left: [] }
  }
  for (const mode of DENSE) {
    const columns = deal(cards, all, mode, width, height)
    if (columns) return { size: mode.size, columns: stretch(columns, cards, mode, width, height), left: [] }
  }
  const dense = MODES.at(-1)!
  const strip = !below ? 0 : width < NARROW ? 2 * STRIP : STRIP
  const [two, one] = [2, 1].map((lines) => newest(cards, { ...dense, lines }, width, height - strip))
  // One line says little: it is for boxes that have no room for two.
  return { size: dense.size, ...(two!.columns.length > 0 ? two! : one!) }
}

/** As many of the last cards as fit. */
function newest(texts: readonly Text[], mode: Mode, width: number, height: number): Omit<Packing, 'size'> {
  const all = texts.map((_, i) => i)
  let [few, many] = [0, texts.length]
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2)
    if (deal(texts, all.slice(-middle), mode, width, height)) few = middle
    else many = middle
  }
  const columns = few > 0 ? deal(texts, all.slice(-few), mode, width, height) : null
  return { columns: columns ?? [], left: all.slice(0, all.length - few) }
}

/** Cards one after the other into the column that is shortest; null where one grows out of the box. */
function deal(
  texts: readonly Text[],
  indices: readonly number[],
  mode: Mode,
  width: number,
  height: number,
): Card[][] | null {
  const most = Math.max(1, Math.floor((width + GAP) / (mode.width + GAP)))
  const count = Math.min(most, Math.max(1, indices.length))
  const letters = lettersOf(mode, width, count)
  const columns = Array.from({ length: count }, () => ({ cards: [] as Card[], end: -GAP }))
  for (const index of indices) {
    const lines = Math.min(mode.lines, linesOf(texts[index]!.text, letters))
    const column = columns.reduce((low, one) => (one.end < low.end ? one : low))
    column.cards.push({ index, lines })
    column.end += heightOf(texts[index]!, lines, mode)
    if (column.end > height) return null
  }
  return columns.map(({ cards }) => cards)
}

/** Texts that were cut go on while their column has room. */
function stretch(
  columns: readonly Card[][],
  texts: readonly Text[],
  mode: Mode,
  width: number,
  height: number,
): Card[][] {
  const letters = lettersOf(mode, width, columns.length)
  return columns.map((cards) => {
    const used = cards.reduce((sum, { index, lines }) => sum + heightOf(texts[index]!, lines, mode), -GAP)
    let spare = Math.max(0, Math.floor((height - used) / Math.ceil(mode.size * LINE)))
    return cards.map(({ index, lines }) => {
      const more = Math.min(spare, linesOf(texts[index]!.text, letters) - lines)
      spare -= more
      return { index, lines: lines + more }
    })
  })
}

/** Letters of a line, where so many columns share the width. */
function lettersOf({ size }: Mode, width: number, columns: number): number {
  return Math.floor(((width - GAP * (columns - 1)) / columns - BESIDE) / (LETTER * size))
}

/** Of a card with so many lines, and the gap before it. */
function heightOf({ foot }: Text, lines: number, { size }: Mode): number {
  return GAP + FRAME + Math.ceil(lines * size * LINE) + foot
}

/** Lines of a text in a column of so many letters; a longer word is broken. */
export function linesOf(text: string, letters: number): number {
  const most = Math.max(1, letters)
  let [lines, used] = [1, 0]
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > most) [lines, used] = [lines + 1, 0]
    used += (used > 0 ? 1 : 0) + word.length
    if (used > most) [lines, used] = [lines + Math.ceil(used / most) - 1, used % most]
  }
  return lines
}
