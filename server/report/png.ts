// SVG to PNG, with the fonts that come with the house: nothing is fetched, no font of the machine is needed. Called by the printers.
import { promises as files } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import * as fontkit from 'fontkit'
import { loadFonts, type FontName } from './fonts.ts'

/** Pixels of the largest picture: more would not fit the memory of a small machine. */
const MOST_PIXELS = 24_000_000
const LEAST_WIDTH = 800

export type Rasterise = (svg: string, size: { width: number; height: number }, zoom: number) => Uint8Array

/** `zoom` is taken back where the picture would be too large. One for each thread: the renderer may be started only once. */
export const rasterise: Rasterise = await createRasteriser()

async function createRasteriser(): Promise<Rasterise> {
  const wasm = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))
  await initWasm(await files.readFile(wasm))
  const fonts = await loadFonts()
  const isCovered = coverage(fonts)
  return (svg, { width, height }, zoom) => {
    const most = Math.sqrt(MOST_PIXELS / (width * height))
    const value = Math.max(LEAST_WIDTH / width, Math.min(zoom, most))
    // The font of last resort has everything, so the renderer would take it before better ones.
    const names = [...fonts.keys()].filter((name) => name !== 'last' || !isCovered(svg))
    const font = {
      fontBuffers: names.map((name) => fonts.get(name)!),
      defaultFontFamily: 'Atkinson Hyperlegible Next',
    }
    const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value }, font })
    const image = picture.render()
    const bytes = image.asPng()
    image.free()
    picture.free()
    return bytes
  }
}

/** True where the other fonts have a glyph for every character. */
function coverage(fonts: Map<FontName, Buffer>): (text: string) => boolean {
  const known = [...fonts]
    .filter(([name]) => name !== 'last')
    .map(([, bytes]) => fontkit.create(bytes) as fontkit.Font)
  return (text) =>
    [...new Set(text)].every(
      (letter) =>
        /[\p{Cf}\p{Cc}]/u.test(letter) ||
        known.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0)!)),
    )
}
