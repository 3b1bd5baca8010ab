// A large picture with stamped letters is the picture that the renderer would have drawn, letter by letter.
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Drawing, Mark, Words } from '../../shared/report/drawing.ts'
import { drawReport } from '../../shared/report/board-drawing.ts'
import { makeReport } from '../../shared/report/report.ts'
import { note, sample } from '../../shared/report/samples.ts'
import { loadFonts } from './fonts.ts'
import { createLettering } from './lettering.ts'
import { writePng } from './png-bytes.ts'
import { drawPicture } from './png.ts'
import { takeStamped } from './stamps.ts'

const words = (text: string, x: number, y: number, more: Partial<Words> = {}): Words => ({
  ...{ is: 'words', x, y, lines: [text], size: 15, fill: '#191f3d' },
  ...more,
})
const box = (x: number, y: number): Mark => ({ is: 'box', x, y, w: 190, h: 40, fill: '#ffe08a', round: 3 })
const drawing = (marks: Mark[]): Drawing => ({ width: 800, height: 600, title: 'Un mur', marks })

/** Dark pixels of each square of eight by eight: the same texts give nearly the same. */
function inkOf({ width, height, pixels }: ReturnType<typeof drawPicture>): number[] {
  const ink: number[] = []
  for (let y = 0; y + 8 <= height; y += 8)
    for (let x = 0; x + 8 <= width; x += 8) {
      let dark = 0
      for (let i = 0; i < 64; i++) dark += 255 - pixels[4 * ((y + (i >> 3)) * width + x + (i & 7))]!
      ink.push(dark / 64)
    }
  return ink
}

describe('stamped letters', () => {
  it('look as the renderer draws them: French, Greek, bold, centred, in several lines and sizes', () => {
    const texts = [
      'Où est l’été ? Ça, là-bas…',
      'Ελλάδα και Кириллица',
      'AVATAR To. Ta — « fi »',
      '● ▲ ■ ◆ ✚ ○',
    ]
    const marks = texts.flatMap((text, i): Mark[] => [
      box(10, 20 + 100 * i),
      words(text, 20, 45 + 100 * i),
      words(text, 600, 45 + 100 * i, { anchor: 'middle', size: 22, ...(i % 2 === 0 ? { bold: true } : {}) }),
      words('', 300, 70 + 100 * i, { lines: ['deux ', 'lignes'], fill: '#b03f1a' }),
    ])
    for (const zoom of [0.8, 2]) {
      const [drawn, stamped] = [false, true].map((all) => inkOf(drawPicture(drawing(marks), zoom, all)))
      const [sum, apart] = drawn!.reduce(
        ([whole, off], ink, i) => [whole + ink, off + Math.abs(ink - stamped![i]!)],
        [0, 0],
      )
      expect(sum).toBeGreaterThan(1000)
      expect(apart / sum).toBeLessThan(0.15)
    }
  })

  it('take every plain text of a board in columns: none is left to be drawn anew', async () => {
    const lettering = createLettering(await loadFonts())
    const notes = Array.from({ length: 500 }, (_, i) =>
      note(`n${i}`, `Une idée pour le quartier, la n° ${i}`),
    )
    const board = drawReport(makeReport(sample({ notes: { a1: notes } })))!
    const { rest, stamped } = takeStamped(board, lettering)
    expect(rest.marks.filter(({ is }) => is === 'words')).toEqual([])
    expect(stamped.length).toBeGreaterThan(1000)
  })

  it('are left to the renderer where letters join or turn, or something lies on them that is no sheet; under a sheet there are none', async () => {
    const lettering = createLettering(await loadFonts())
    const [plain, hidden, above] = [
      words('Bonjour', 20, 45),
      words('Dessous', 20, 145),
      words('Dessus', 20, 245),
    ]
    const complex = ['שלום', 'مرحبا', '👩‍🌾', 'e\u0301', '日本'].map((text, i) => words(text, 400, 45 + 40 * i))
    const marks = [plain, hidden, box(10, 120), box(10, 220), above, ...complex]
    const disc: Mark = { is: 'disc', x: 60, y: 340, r: 9, fill: '#d9541e' }
    const dotted = words('Votée', 20, 345)
    const { rest, stamped } = takeStamped(drawing([...marks, dotted, disc]), lettering)
    expect(stamped.map(({ words }) => words)).toEqual([plain, above])
    expect(rest.marks).toEqual([box(10, 120), box(10, 220), ...complex, dotted, disc])
  })

  it('end where a sheet begins that lies on them, as the renderer draws it', () => {
    const texts = ['Une idée à moitié cachée', 'Une autre plus bas']
    const marks = texts.flatMap((text, i): Mark[] => [box(10, 20 + 200 * i), words(text, 20, 45 + 200 * i)])
    const over: Mark[] = [box(90, 10), words('Dessus, et lue en entier', 100, 35), box(-60, 215)]
    const [drawn, stamped] = [false, true].map((all) =>
      inkOf(drawPicture(drawing([...marks, ...over]), 2, all)),
    )
    const apart = drawn!.map((ink, i) => Math.abs(ink - stamped![i]!))
    expect(drawn!.reduce((sum, ink) => sum + ink)).toBeGreaterThan(1000)
    expect(apart.reduce((sum, ink) => sum + ink) / drawn!.reduce((sum, ink) => sum + ink)).toBeLessThan(0.15)
    expect(Math.max(...apart)).toBeLessThan(60)
  })
})

it('a PNG holds the pixels that it was given', () => {
  const pixels = Uint8Array.from({ length: 4 * 6 }, (_, i) => (i * 37) % 256)
  const png = Buffer.from(writePng({ width: 3, height: 2, pixels }))
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const [first, second] = [rows.subarray(1, 13), rows.subarray(14, 26)]
  expect([...first, ...second.map((byte, i) => (byte + first[i]!) % 256)]).toEqual([...pixels])
})
