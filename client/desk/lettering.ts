// The words of a sheet as lines, measured once a note: what a browser does for an element, for sheets that are paint.
// Made by FreeBoard.svelte; knows no canvas, only how wide a text is.
import { cardLines } from '../../shared/board/card.ts'
import type { Note } from '../../shared/board/note.ts'

/** As the sheets of FreeNote.svelte are set, in the world's own pixels. */
export const SET = {
  width: 168,
  /** Of one line. */
  height: 36.9,
  padding: [9, 10],
  size: 14,
  small: 12.32,
  leading: 1.25,
  glyph: 18.9,
  gap: [2.8, 8.4],
  bar: 4.2,
  fold: 9,
  round: 3,
} as const
const [ABOVE, ASIDE] = SET.padding
const [BETWEEN, AFTER] = SET.gap
/** Where the words begin, and how much room a line has. */
export const LEFT = ASIDE + SET.glyph + AFTER
const ROOM = SET.width - LEFT - ASIDE
/** Letters in one line, roughly. */
const LETTERS = 18

export interface Line {
  text: string
  /** Of the letters, and their base below the top of the sheet. */
  size: number
  base: number
}

export interface Lettered {
  lines: readonly Line[]
  height: number
}

/** How wide a text of 14 pixels is. */
export type Measure = (text: string) => number

export class Lettering {
  #measure: Measure
  #widths = new Map<string, number>()
  #laid = new WeakMap<Note, Lettered>()

  constructor(measure: Measure) {
    this.#measure = measure
  }

  /** The lines of a note; `chip` is said below them. Notes are values: a changed one is another. */
  of(note: Note, chip: string | null = null): Lettered {
    const known = this.#laid.get(note)
    if (known) return known
    const laid = this.#lay(note, chip)
    this.#laid.set(note, laid)
    return laid
  }

  /** How high its sheet is; roughly, where nobody has looked at its words yet. */
  heightOf(note: Note): number {
    const known = this.#laid.get(note)
    if (known) return known.height
    const lines = Math.max(1, Math.ceil(note.text.length / LETTERS))
    return 2 * ABOVE + Math.max(SET.glyph, lines * SET.size * SET.leading)
  }

  #lay(note: Note, chip: string | null): Lettered {
    const lines: Line[] = []
    let top: number = ABOVE
    const put = (text: string, size: number) => {
      const leading = size * SET.leading
      // A capital is about seven tenths of its type high: its middle is that of the line.
      for (const part of wrapped(text, (ROOM * SET.size) / size, (word) => this.#widthOf(word))) {
        lines.push({ text: part, size, base: top + leading / 2 + size * 0.35 })
        top += leading
      }
    }
    put(note.text, SET.size)
    top = Math.max(top, ABOVE + SET.glyph)
    for (const text of [...cardLines(note).map((line) => line.text), ...(chip ? [chip] : [])]) {
      top += BETWEEN
      put(text, SET.small)
    }
    return { lines, height: top + ABOVE }
  }

  #widthOf(word: string): number {
    const known = this.#widths.get(word)
    if (known !== undefined) return known
    const width = this.#measure(word)
    this.#widths.set(word, width)
    return width
  }
}

/** A text in lines no wider than `room`: new lines stay, words go to the next line, and one that is too long for any is cut. */
export function wrapped(text: string, room: number, measure: Measure): string[] {
  return text.split('\n').flatMap((line) => wrappedLine(line, room, measure))
}

/** What may begin a line: a word, or what follows a hyphen. */
const WORDS = /([ \t]*)([^ \t-]*-+|[^ \t-]+)/g

function wrappedLine(line: string, room: number, measure: Measure): string[] {
  const lines: string[] = []
  let [now, used] = ['', 0]
  for (const [, before, word] of line.matchAll(WORDS)) {
    const space = before && now !== '' ? ' ' : ''
    const wide = measure(word!)
    const longer = used + (space === '' ? 0 : measure(space)) + wide
    if (now !== '' && longer <= room) {
      now += space + word
      used = longer
      continue
    }
    if (now !== '') lines.push(now)
    const pieces = wide <= room ? [word!] : cut(word!, room, measure)
    now = pieces.pop()!
    lines.push(...pieces)
    used = measure(now)
  }
  return [...lines, now]
}

/** A word in pieces no wider than `room`; never less than a letter each. */
function cut(word: string, room: number, measure: Measure): string[] {
  const pieces: string[] = []
  let [now, used] = ['', 0]
  for (const letter of word) {
    const wide = measure(letter)
    if (now !== '' && used + wide > room) {
      pieces.push(now)
      ;[now, used] = ['', 0]
    }
    now += letter
    used += wide
  }
  return [...pieces, now]
}
