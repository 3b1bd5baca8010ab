// Which texts of a large picture can be stamped letter by letter, and which outlines stand where in them. Called by stamps.ts.
import * as fontkit from 'fontkit'
import type { Words } from '../../shared/report/drawing.ts'
import type { FontName } from './fonts.ts'

/** One outline of a font, in units of it. */
export interface Outline {
  key: string
  /** Path data of SVG, y upwards. */
  path: string
  box: { minX: number; minY: number; maxX: number; maxY: number }
  unitsPerEm: number
}

/** An outline at a place in ems from the beginning of its line. */
export interface Letter {
  outline: Outline
  x: number
}

export interface Lettering {
  /** The font that has every letter of it, where the text runs from the left and no letter depends on the next. */
  fontOf(words: Words): FontName | null
  /** The letters of one line and its width, both in ems. */
  letters(line: string, font: FontName): { letters: Letter[]; width: number }
}

/** Scripts whose letters join, turn or stack, and emoji: these are left to the renderer. */
const COMPLEX =
  /[\p{M}\p{Cf}\p{Emoji_Presentation}\ufe0f]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L}/u
const ORDER: Record<'plain' | 'bold', FontName[]> = { plain: ['text', 'wide'], bold: ['bold', 'wideBold'] }

export function createLettering(fonts: Map<FontName, Buffer>): Lettering {
  const known = new Map<FontName, fontkit.Font>()
  const fontNamed = (name: FontName) => {
    const font = known.get(name) ?? (fontkit.create(fonts.get(name)!) as fontkit.Font)
    known.set(name, font)
    return font
  }
  const held = new Map<string, boolean>()
  const words = new Map<string, ReturnType<Lettering['letters']>>()
  const outlines = new Map<string, Outline>()

  function has(name: FontName, letter: string): boolean {
    const key = `${name} ${letter}`
    const answer =
      held.get(key) ??
      (/\p{Cc}/u.test(letter) ||
        (!COMPLEX.test(letter) && fontNamed(name).hasGlyphForCodePoint(letter.codePointAt(0)!)))
    held.set(key, answer)
    return answer
  }

  function outlineOf(name: FontName, glyph: fontkit.Glyph): Outline {
    const key = `${name} ${glyph.id}`
    const made = outlines.get(key) ?? {
      ...{ key, path: glyph.path.toSVG(), box: glyph.bbox },
      unitsPerEm: fontNamed(name).unitsPerEm,
    }
    outlines.set(key, made)
    return made
  }

  /** One word with the white space behind it: most come again. */
  function wordOf(word: string, name: FontName): ReturnType<Lettering['letters']> {
    const key = `${name} ${word}`
    const before = words.get(key)
    if (before) return before
    const font = fontNamed(name)
    const { glyphs, positions } = font.layout(word.replace(/\p{Cc}/gu, ' '))
    let at = 0
    const letters = glyphs.flatMap((glyph, i): Letter[] => {
      const x = (at + positions[i]!.xOffset) / font.unitsPerEm
      at += positions[i]!.xAdvance
      return glyph.path.commands.length > 0 ? [{ outline: outlineOf(name, glyph), x }] : []
    })
    const laid = { letters, width: at / font.unitsPerEm }
    words.set(key, laid)
    return laid
  }

  return {
    fontOf({ lines, bold }) {
      const all = [...new Set(lines.join(''))]
      return ORDER[bold ? 'bold' : 'plain'].find((name) => all.every((letter) => has(name, letter))) ?? null
    },
    letters(line, font) {
      let width = 0
      const letters = line.split(/(?<=\s)(?=\S)/).flatMap((word) => {
        const laid = wordOf(word, font)
        const from = width
        width += laid.width
        return laid.letters.map(({ outline, x }) => ({ outline, x: from + x }))
      })
      return { letters, width }
    },
  }
}
