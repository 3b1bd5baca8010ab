// Which font draws each letter of a text, and which way it runs. Called by pdf-text.ts.
import createBidi, { type Bidi } from 'bidi-js'
import * as fontkit from 'fontkit'
import type { FontName } from './fonts.ts'

/** A run of letters in one font, at most one word with the white space behind it. */
export interface Piece {
  text: string
  font: FontName
  width: number
  /** Odd levels run from the right (UAX 9). */
  level: number
}

export type Spell = (text: string, bold: boolean) => { pieces: Piece[]; swapped: boolean }

const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/u
/** Shown where no font has anything; the text itself stays readable by machines. */
const UNKNOWN = '\u25a1'
/** Right-to-left letters, joined emoji, marks: what needs more than a look at each letter. */
const COMPLEX = /[\p{M}\p{Cf}\p{Cc}\p{Script=Arabic}\p{Script=Hebrew}]/u
const LETTERS = new Intl.Segmenter()
const ORDER: FontName[] = ['text', 'wide', 'emoji', 'last']
const BOLD: FontName[] = ['bold', 'wideBold', 'wide', 'emoji', 'last']
/** The package's types speak of its module form, Node loads a function. */
const bidi = (createBidi as unknown as () => Bidi)()

/** `swapped` says that what is drawn is not letter by letter what was written. */
export function createSpelling(fonts: Map<FontName, Buffer>): Spell {
  const known = new Map([...fonts].map(([name, bytes]) => [name, fontkit.create(bytes) as fontkit.Font]))
  const holds = (name: FontName, letter: string) =>
    known.get(name)!.hasGlyphForCodePoint(letter.codePointAt(0)!)
  const has = (name: FontName, letters: string) =>
    [...letters].every((one) => INVISIBLE.test(one) || holds(name, one))

  /** What is drawn of one letter as people see it, and with which font. */
  function shown(letter: string, bold: boolean): { text: string; font: FontName } {
    const plain = letter.replace(/\p{Cc}/gu, ' ')
    const order = bold ? BOLD : ORDER
    for (const text of [plain, plain.normalize('NFKC')]) {
      const font = (EMOJI.test(letter) ? ['emoji' as const, ...order] : order).find((name) => has(name, text))
      if (font) return { text: [...text].filter((one) => holds(font, one)).join(''), font }
    }
    return { text: UNKNOWN, font: 'wide' }
  }

  /** Most texts need one font and run from the left: they are only cut into words. */
  const simple = { text: lettersOf('text'), bold: lettersOf('bold') }
  function lettersOf(name: FontName): (text: string) => boolean {
    const seen = new Map<string, boolean>()
    return (text) =>
      [...text].every((letter) => {
        const held = seen.get(letter) ?? (holds(name, letter) && !COMPLEX.test(letter))
        seen.set(letter, held)
        return held
      })
  }

  return (text, bold) => {
    const font = bold ? 'bold' : 'text'
    if (simple[font](text)) {
      const words = text.split(/(?<=\s)(?=\S)/).filter((word) => word !== '')
      return { pieces: words.map((word) => ({ text: word, font, width: 0, level: 0 })), swapped: false }
    }
    return spellAll(text, bold)
  }

  function spellAll(text: string, bold: boolean): ReturnType<Spell> {
    const { levels } = bidi.getEmbeddingLevels(text)
    const pieces: Piece[] = []
    let [swapped, bracket, at] = [false, false, 0]
    for (const { segment } of LETTERS.segment(text)) {
      const level = levels[at] ?? 0
      at += segment.length
      const turned = level % 2 === 1 ? bidi.getMirroredCharacter(segment) : null
      const { text: drawn, font } = shown(turned ?? segment, bold)
      if (turned === null && drawn !== segment) swapped = true
      const before = pieces.at(-1)
      // White space goes with what stands before it; what follows begins a new piece, and a turned bracket stands alone.
      const joins = before?.level === level && !/\s$/.test(before.text) && turned === null && !bracket
      bracket = turned !== null
      if (joins && (before.font === font || drawn === ' ')) before.text += drawn
      else pieces.push({ text: drawn, font, width: 0, level })
    }
    return { pieces, swapped }
  }
}
