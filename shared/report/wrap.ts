// Lines of a text for pictures, where no font is at hand to measure with: widths are guessed, a little too wide.
// Called by chart.ts and board-picture.ts.

const NARROW = /[ijltfrI.,:;'’!|()[\]\s-]/
const WIDE = /[mwMW@%&—–…]/
const CAPITAL = /\p{Lu}/u
const NO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u
const SQUARE =
  /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Guessed width of a text at a font size of 1. */
export function guessWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0
  if (SQUARE.test(character)) return 1.3
  if (NARROW.test(character)) return 0.36
  if (WIDE.test(character)) return 0.95
  return CAPITAL.test(character) ? 0.72 : 0.58
}

/** A text in lines that fit `width` at this font size; joined, the lines are the text again. */
export function wrapLines(text: string, width: number, size: number): string[] {
  const most = width / size
  const lines: string[] = []
  for (const part of text.split(/(?<=\n)/)) lines.push(...wrapPart(part, most))
  return lines.length > 0 ? lines : ['']
}

function wrapPart(part: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of pieces(part, most)) {
    const width = guessWidth(word.trimEnd())
    if (line !== '' && used + width > most) {
      lines.push(line)
      ;[line, used] = ['', 0]
    }
    line += word
    used += guessWidth(word)
  }
  return line === '' ? lines : [...lines, line]
}

/** Words with the white space behind them; one that is wider than a line is cut between letters. */
function pieces(part: string, most: number): string[] {
  return part
    .split(/(?<=\s)(?=\S)/)
    .flatMap((word) => (guessWidth(word.trimEnd()) <= most ? [word] : cut(word, most)))
}

function cut(word: string, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== '' && guessWidth(piece + segment) > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return piece === '' ? pieces : [...pieces, piece]
}
